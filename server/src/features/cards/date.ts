/** A date: its value in full, and what a relative one is reckoned from. */
import type { Article } from '../../corpus/snapshot.ts';
import type { DateFact } from '../../recognize/facts.ts';
import { dateWords, daysBetween, daysWords } from '../date-words.ts';
import { quoted, shortened } from '../pieces.ts';
import type { Card, CardContext, Row } from './model.ts';
import { articleDate, dateInference, labelled, lead } from './rows.ts';

export function dateCard(context: CardContext, article: Article, date: DateFact): Card {
  const { messages, language } = context;
  return {
    kind: 'date',
    language,
    title: { text: dateWords(date.value, language, { long: true }) },
    subtitle: [quoted(shortened(article.text.slice(date.start, date.end), 120), { weight: 'emphasis' })],
    sections: lead([
      ...(date.value.startsWith('XXXX') ? [{ pieces: [{ text: messages.unknownYear }] }] : []),
      ...relative(context, article, date),
      ...(date.relative ? dateInference(context) : []),
      ...labelled(context, messages.isoDate, date.value),
    ]),
  };
}

function relative(context: CardContext, article: Article, date: DateFact): Row[] {
  if (!date.relative || article.date === null) return [];
  const days = daysBetween(article.date.value, date.value);
  const distance = days === null ? null : daysWords(days, context.language);
  return [{ pieces: context.messages.relativeDate(articleDate(context, article), distance) }];
}

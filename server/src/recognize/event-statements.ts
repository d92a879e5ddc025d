/** Statements: «قال فلان إن …», «فلان: …». The speaker is a person, and what was said must follow. */
import { sayingNow, sayingVerbs, thatWords } from '../lexicon/events.ts';
import { circumstancesOf } from './event-circumstances.ts';
import { type Clauses, withoutAnd } from './event-clauses.ts';
import type { EventFact } from './facts.ts';
import { MAY } from './words.ts';

/** What is said begins so near behind the speaker. */
const SAID_WITHIN = 24;
/** A headline «فلان: …» begins with the speaker. */
const HEADLINE = 3;

/** Whether a word is a verb of saying, behind «و» and «ف» or not. */
export const isSayingVerb = (word: string): boolean =>
  sayingVerbs.has(word) || sayingNow.has(word) || sayingVerbs.has(withoutAnd(word)) || sayingNow.has(withoutAnd(word));

export function statements(clauses: Clauses): EventFact[] {
  const { view } = clauses;
  const found: EventFact[] = [];
  const add = (at: number, speaker: Clauses['persons'][number]) => {
    const trigger = view.tokens[at];
    if (trigger === undefined) return;
    const told = circumstancesOf(clauses, at, Math.max(at + 1, speaker.to), 'happened');
    found.push({
      kind: 'statement',
      code: '010',
      modality: 'happened',
      actors: [{ entity: speaker.entity, role: 'speaker', span: speaker.span }],
      agreement: null,
      place: null,
      date: told.date,
      news: told.news,
      trigger: { start: trigger.start, end: trigger.end },
      sentence: sentenceOf(clauses),
    });
  };
  const [first] = clauses.persons;
  if (
    clauses.isTitle &&
    first !== undefined &&
    first.from < clauses.from + HEADLINE &&
    view.tokens[first.to]?.norm === ':'
  )
    add(first.to, first);
  for (let i = clauses.from; i < clauses.to; i++) {
    if (!view.may(i, MAY.saying)) continue;
    const word = view.word(i);
    if (word === '' || view.inside(i, ['person', 'office', 'organization'])) continue;
    const core = sayingVerbs.has(word) || sayingNow.has(word) ? word : withoutAnd(word);
    const says = sayingVerbs.has(core) || (clauses.isTitle && sayingNow.has(core));
    if (!says || /^(لم|لن|لا|ما)$/.test(view.word(i - 1))) continue;
    const clause = clauses.clause(i);
    const [speaker, other] = clause.subjects;
    if (speaker === undefined || other !== undefined || !saysSomething(clauses, clause.next)) continue;
    add(i, speaker);
  }
  return found;
}

/** «أن», «:» or a quotation behind the speaker, before the next verb. */
function saysSomething(clauses: Clauses, from: number): boolean {
  const { view } = clauses;
  for (let i = from; i < clauses.to && i < from + SAID_WITHIN; i++) {
    const token = view.tokens[i];
    if (token === undefined) return false;
    if (token.kind === 'punctuation') {
      if (/^[:"«“]$/.test(token.norm)) return true;
      continue;
    }
    if (thatWords.has(token.norm)) return true;
    if (clauses.isVerb(i)) return false;
  }
  return false;
}

export function sentenceOf({ view, from, to }: Clauses): EventFact['sentence'] {
  return { start: view.tokens[from]?.start ?? 0, end: view.tokens[to - 1]?.end ?? 0 };
}

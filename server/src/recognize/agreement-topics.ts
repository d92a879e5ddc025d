/**
 * What is named with an agreement, beyond its subject: towns, and words that prose does not know. A railway memorandum that is planned in
 * one article and signed in another has no name of its own in either; both name the two ends of the line.
 */
import { nisba } from '../lexicon/geography.ts';
import { commonWord, functionWords, givenName } from '../lexicon/person-names.ts';
import { readings } from '../text/proclitics.ts';
import type { NamedAgreement } from './agreement-mentions.ts';
import type { ArticleView } from './agreement-view.ts';

/** Tokens on either side of a name, in its sentence; and at the end of the sentence before it. */
const TOPIC_WINDOW = 30;
/** What is named first says best what the news is. */
const MOST_TOPICS = 12;
/** Names looked at: an agreement is introduced once. */
const MOST_NAMES = 4;

/** Sorted. Looks at the title, at the sentences of the first names and at those before them. */
export function topicsOf(view: ArticleView, names: readonly NamedAgreement[]): string[] {
  const found = new Set<string>();
  const collect = (from: number, to: number) => {
    for (let i = from; i < to && found.size < MOST_TOPICS; i++) {
      const topic = topicAt(view, i);
      if (topic !== null) found.add(topic);
    }
  };
  for (const { sentence, first, next } of names.slice(0, MOST_NAMES)) {
    const [own, before] = [view.sentences[sentence], view.sentences[sentence - 1]];
    if (own) collect(Math.max(own.from, first - TOPIC_WINDOW), Math.min(own.to, next + TOPIC_WINDOW));
    if (before && !own?.isTitle) collect(Math.max(before.from, before.to - TOPIC_WINDOW), before.to);
  }
  const [title] = view.sentences;
  if (title?.isTitle) collect(title.from, Math.min(title.to, title.from + TOPIC_WINDOW));
  return [...found].sort();
}

/** The key of a town or region that begins at token `i`, or a word that is no word of prose, without its article and particles. */
function topicAt(view: ArticleView, i: number): string | null {
  const token = view.tokens[i];
  if (token?.kind !== 'word' || token.norm.length < 4) return null;
  const place = view.mentionAt(i, 'place');
  if (place !== null) {
    const type = view.placeType(place);
    return type === 'state' || type === 'capital' || place.end > token.end ? null : view.placeKey(place);
  }
  if (view.inside(i, ['person', 'office', 'organization']) || view.dateAt(i) || view.event(i) || view.verb(i))
    return null;
  const cores = readings(view.text, token).map(({ core }) => core.replace(/^ال(?=.{3})/, ''));
  const known = (core: string) =>
    core.length < 3 ||
    functionWords.has(core) ||
    commonWord(core) !== null ||
    commonWord(`ال${core}`) !== null ||
    nisba(core) !== undefined ||
    givenName(core) !== null;
  return cores.some(known) ? null : (cores.at(-1) ?? null);
}

/** By which words an article may name an entity: what is looked for in articles that have not been read yet (corpus/unread-words.ts). */
import type { Snapshot } from '../corpus/snapshot.ts';
import { type AgreementKind, headNouns } from '../lexicon/agreements.ts';
import type { ArticlePath, Entity } from '../resolve/entities.ts';
import { fold } from '../text/fold.ts';

/** Of somebody who is called by very many names the most frequent ones. */
const MOST_FORMS = 8;

/**
 * Folded words, a list for each form. Of a person's longer names the first and the last word («محمد شياع السوداني» is «محمد السوداني»
 * elsewhere). A single word is a name where nobody writes more: «حماس», «بغداد»; of anybody else it is half of one.
 */
export function spellings(entity: Entity): string[][] {
  const forms = [entity.name, ...entity.aliases].slice(0, MOST_FORMS).map(wordsOf);
  const full = forms.filter((words) => words.length > 1);
  const wanted = full.length > 0 ? full : forms.filter((words) => words.length > 0);
  if (entity.kind !== 'person') return distinct(entity.kind === 'organization' ? forms : wanted);
  return distinct(wanted.map((words) => (words.length > 2 ? [words[0] ?? '', words.at(-1) ?? ''] : words)));
}

/** Those of all that an article mentions, but for places: too many articles name these. */
export function spellingsIn(snapshot: Snapshot, path: ArticlePath): string[][] {
  const found: string[][] = [];
  for (const id of new Set(snapshot.resolution.locals.get(path) ?? [])) {
    const entity = id === null ? undefined : snapshot.resolution.entities.get(id);
    if (entity !== undefined && entity.kind !== 'place') found.push(...spellings(entity));
  }
  return distinct(found);
}

/** Statements, documents and minutes are mostly of other things, and there are many of these. */
const RARELY_AGREEMENTS: ReadonlySet<AgreementKind> = new Set(['statement', 'document', 'minutes']);

/** The nouns by which articles speak of agreements, with and without the article. Of ANT a tenth has one, and nine in ten of those that tell of an agreement. */
export const agreementNouns = (): string[][] =>
  [...headNouns].flatMap(([word, { noun }]) => (RARELY_AGREEMENTS.has(noun.type) ? [] : [[word], [`ال${word}`]]));

/** The folded words of a name, or of what a reader looks for; single letters are none. */
export const wordsOf = (name: string): string[] => fold(name).match(/[\p{L}\p{Nd}]{2,}/gu) ?? [];

const distinct = (lists: readonly string[][]): string[][] => [
  ...new Map(lists.filter(({ length }) => length > 0).map((words) => [words.join(' '), words])).values(),
];

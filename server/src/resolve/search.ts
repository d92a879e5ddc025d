/** Finds entities by what a reader types: see NameSearch. */
import type { EntityKind } from '../recognize/facts.ts';
import { romanize } from '../text/romanize.ts';
import type { Decided } from './decided.ts';
import type { Entity, NameSearch } from './entities.ts';
import type { EntityViews } from './entity-views.ts';
import { byCodeUnit } from './keys.ts';
import { ARABIC, arabicWords, bucketOf, LATIN, latinWords, SOUND, soundReadings } from './search-keys.ts';
import type { State } from './state.ts';

/** How well a word of the query fits: the same word, its beginning, the same sound, the beginning of one. */
const EXACT = 0;
const BEGINNING = 1;
const SAME_SOUND = 2;
const SOUND_BEGINNING = 3;

/** Names whose word only begins like the query's are not looked at beyond these: a single letter begins very many. */
const MOST_BEGINNINGS = 2000;
/** Of a surname that nobody is known by, articles that are offered. */
const MOST_ARTICLES = 20;
/** Entities weighed against each other … */
const MOST_WEIGHED = 120;
/** … and of those that one letter begins: whoever typed it is about to type the next. */
const MOST_OF_A_LETTER = 24;
/** Longer queries are cut: nobody's name is longer. */
const MOST_WORDS = 8;

export class Search implements NameSearch {
  readonly #state: State;
  readonly #views: EntityViews;
  readonly #decided: Decided | null;

  constructor(state: State, views: EntityViews, decided: Decided | null) {
    this.#state = state;
    this.#views = views;
    this.#decided = decided;
  }

  search(query: string, limit: number): readonly Entity[] {
    const arabic = /[\u0600-\u06FF]/.test(query);
    const words = (arabic ? arabicWords(query) : latinWords(query)).slice(0, MOST_WORDS);
    const spelt = this.#having(
      words.map((word) => (arabic ? ARABIC : LATIN) + word),
      EXACT,
      BEGINNING,
    );
    const grades = new Map<string, number>();
    for (const reading of spellsSounds(query) ? soundReadings(query) : [])
      for (const [ref, grade] of this.#having(
        reading.slice(0, MOST_WORDS).map((word) => SOUND + word),
        SAME_SOUND,
        SOUND_BEGINNING,
      ))
        grades.set(ref, Math.min(grade, grades.get(ref) ?? grade));
    for (const [ref, grade] of spelt) grades.set(ref, grade);

    const most = words.every((word) => word.length === 1) ? MOST_OF_A_LETTER : MOST_WEIGHED;
    const weighed: Weighed[] = [];
    for (const { ref, grade, articles } of this.#best(grades)) {
      if (weighed.length >= most) break;
      // A node is known by all its forms; of its entities only those are meant that bear the words themselves.
      for (const entity of this.#entities(ref))
        if (bears(entity, words, arabic, grade)) weighed.push(weigh(entity, grade, arabic ? null : words, articles));
    }
    weighed.sort(
      (a, b) =>
        a.grade - b.grade ||
        a.distance - b.distance ||
        b.articles - a.articles ||
        a.entity.name.length - b.entity.name.length ||
        byCodeUnit(a.entity.id, b.entity.id),
    );
    const found = new Map<string, Entity>();
    for (const id of this.#decided?.renamedTo(words, arabic) ?? []) {
      const entity = this.#views.byId(id);
      if (entity !== undefined && found.size < limit) found.set(id, entity);
    }
    for (const { entity } of weighed) if (found.size < limit) found.set(entity.id, entity);
    return [...found.values()];
  }

  #entities(ref: string): Entity[] {
    const space = ref.indexOf(' ');
    const ids = this.#views.idsIn(ref.slice(0, space) as EntityKind, ref.slice(space + 1), MOST_ARTICLES);
    return ids.flatMap((id) => this.#views.byId(id) ?? []);
  }

  /** By grade, then by how often they are spoken of: an entity is made only of what may be shown, for that is what costs. */
  #best(grades: ReadonlyMap<string, number>): { ref: string; grade: number; articles: number }[] {
    return [...grades]
      .map(([ref, grade]) => ({ ref, grade, articles: this.#articles(ref) }))
      .sort((a, b) => a.grade - b.grade || b.articles - a.articles || byCodeUnit(a.ref, b.ref));
  }

  /** In how many articles a name stands, whoever bears it: near enough to rank by. */
  #articles(ref: string): number {
    const space = ref.indexOf(' ');
    const kind = ref.slice(0, space) as EntityKind;
    const key = ref.slice(space + 1);
    let count = 0;
    if (kind === 'agreement') for (const slice of this.#state.agreements.get(key)?.values() ?? []) count += slice.size;
    else for (const { mentions } of this.#state.nodes[kind].get(key)?.values() ?? []) count += mentions.size;
    return count;
  }

  /** References that have a word for each of the keys, with the grade of the worst fit. */
  #having(keys: readonly string[], exact: number, beginning: number): Map<string, number> {
    let found: Map<string, number> | null = null;
    for (const key of keys) {
      const having = this.#fitting(key, exact, beginning);
      const before: Map<string, number> | null = found;
      found = new Map();
      for (const [ref, grade] of having) {
        const worst = before === null ? grade : before.get(ref);
        if (worst !== undefined) found.set(ref, Math.max(worst, grade));
      }
    }
    return found ?? new Map();
  }

  #fitting(key: string, exact: number, beginning: number): Map<string, number> {
    const having = new Map<string, number>();
    const longer: string[] = [];
    // One consonant, `zz` or «داو», begins half of all sounds: it stands for a word of its own sound only.
    const alone = key.startsWith(SOUND) && key.length === 2;
    for (const bucket of this.#buckets(key))
      for (const spelling of this.#state.search.spellings.get(bucket)?.keys() ?? []) {
        if (spelling === key) for (const ref of this.#spelt(spelling)) having.set(ref, exact);
        else if (!alone && spelling.startsWith(key)) longer.push(spelling);
      }
    let left = MOST_BEGINNINGS;
    for (const spelling of longer.sort(byCodeUnit)) {
      if (left <= 0) break;
      for (const ref of this.#spelt(spelling)) {
        if (!having.has(ref)) having.set(ref, beginning);
        left--;
      }
    }
    return having;
  }

  /** References with a word that may be typed so. */
  *#spelt(spelling: string): Generator<string> {
    const { words, spellings } = this.#state.search;
    for (const word of spellings.get(bucketOf(spelling))?.get(spelling)?.keys() ?? [])
      yield* words.get(word)?.keys() ?? [];
  }

  /** Buckets that hold words with this beginning: one, but for a single letter, and these are as few as letters are. */
  #buckets(key: string): string[] {
    const bucket = bucketOf(key);
    return bucket.length === 3
      ? [bucket]
      : [...this.#state.search.spellings.keys()].filter((each) => each.startsWith(key));
  }
}

/** Whether a query can be the spelling of a sound: no single letter can, nor three alike in a row, nor two Latin ones without a vowel. */
function spellsSounds(query: string): boolean {
  const letters = [...query.toLowerCase().matchAll(/\p{L}/gu)].map(([letter]) => letter);
  if (letters.length < 2 || /(\p{L})\1\1/iu.test(query)) return false;
  return new Set(letters).size > 2 || letters.some((letter) => !/[b-df-hj-np-tv-xz]/.test(letter));
}

interface Weighed {
  readonly entity: Entity;
  readonly grade: number;
  /** Letters in which the query and the Latin name differ; 0 for an Arabic query. */
  readonly distance: number;
  readonly articles: number;
}

function weigh(entity: Entity, grade: number, latin: readonly string[] | null, articles: number): Weighed {
  const names = latinWords(entity.latin);
  const distance = (latin ?? []).reduce(
    (sum, word) => sum + Math.min(...names.map((name) => editDistance(word, name)), word.length),
    0,
  );
  return { entity, grade, distance, articles };
}

function bears(entity: Entity, words: readonly string[], arabic: boolean, grade: number): boolean {
  if (entity.kind === 'person' || entity.kind === 'place' || grade > BEGINNING) return true;
  const holdsAll = (form: string) => {
    const own = arabic ? arabicWords(form) : latinWords(romanize(form));
    return words.every((word) => own.some((each) => each.startsWith(word)));
  };
  return holdsAll(entity.name) || entity.aliases.some(holdsAll);
}

/** Words longer than these are cut before they are compared. */
const MOST_LETTERS = 24;

/** Levenshtein distance of two words. */
function editDistance(a: string, b: string): number {
  const from = a.slice(0, MOST_LETTERS);
  const to = b.slice(0, MOST_LETTERS);
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++)
      next.push(
        Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + Number(from[i - 1] !== to[j - 1])),
      );
    row = next;
  }
  return row[to.length] ?? 0;
}

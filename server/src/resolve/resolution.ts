/**
 * One Resolution: questions answered from one state. Decisions are made when they are asked for and remembered as long as the
 * Resolution lives; they look at the state only, so they are the same whoever asks first, and an update costs nothing for what nobody
 * reads.
 */
import { ArticleMentions } from './article-mentions.ts';
import { Bodies } from './bodies.ts';
import { Decided } from './decided.ts';
import type { Settled } from './decisions.ts';
import { Directory } from './directory.ts';
import type {
  ArticlePath,
  Entity,
  EntityId,
  EntityKind,
  Lookup,
  NameSearch,
  Resolution,
  ResolvedMention,
} from './entities.ts';
import { EntityViews } from './entity-views.ts';
import { Events } from './events.ts';
import { byCodeUnit } from './keys.ts';
import { once } from './lazily.ts';
import { Persons } from './persons.ts';
import { Search } from './search.ts';
import type { State } from './state.ts';
import { CorpusSurvey } from './survey.ts';

const KINDS: readonly EntityKind[] = ['agreement', 'office', 'organization', 'person', 'place'];

export function resolutionOf(state: State, settled: Settled): Resolution {
  const judged = once(() => judge(state, settled));
  const paths = () => [...state.articles.keys()].sort(byCodeUnit);
  // Ids begin with the kind and a colon, so that the kinds in order give the ids in order.
  const ids = () => KINDS.flatMap((kind) => judged().views.ids(kind));
  return {
    entities: new ComputedLookup<EntityId, Entity>(ids, (id) => judged().views.byId(id)),
    *ofKind<Kind extends EntityKind>(kind: Kind) {
      for (const id of judged().views.ids(kind)) {
        const entity = judged().views.byId(id);
        if (entity !== undefined) yield entity as Extract<Entity, { kind: Kind }>;
      }
    },
    survey() {
      const { views, events } = judge(state, settled);
      return new CorpusSurvey(state, views, events);
    },
    mentions: new ComputedLookup<ArticlePath, readonly ResolvedMention[]>(paths, (path) => {
      const record = state.articles.get(path);
      return record && judged().articles.mentions(path, record);
    }),
    locals: new ComputedLookup<ArticlePath, readonly (EntityId | null)[]>(paths, (path) => {
      const record = state.articles.get(path);
      return record && judged().articles.locals(path, record);
    }),
    inferredDate: (path) => state.articles.get(path)?.told?.inference ?? null,
    names: { search: (query, limit) => judged().names.search(query, limit) },
    events: {
      of: (id) => judged().events.of(id),
      encountersOf: (id) => judged().events.encountersOf(id),
      in: (path) => judged().events.in(path),
      all: () => judged().events.all(),
    },
    directory: {
      letters: (kind) => judged().directory.letters(kind),
      page: (kind, letter, after, limit) => judged().directory.page(kind, letter, after, limit),
      organizationsOf: (country) => judged().directory.organizationsOf(country),
    },
    get objections() {
      return judged().decided?.objections ?? NO_OBJECTIONS;
    },
  };
}

const NO_OBJECTIONS: Resolution['objections'] = new Map();

interface Judged {
  readonly views: EntityViews;
  readonly articles: ArticleMentions;
  readonly names: NameSearch;
  readonly events: Events;
  readonly directory: Directory;
  /** Null where the reader has decided nothing. */
  readonly decided: Decided | null;
}

/** What the rules come to; and where the reader has decided something, that put upon it. */
function judge(state: State, settled: Settled): Judged {
  const persons = new Persons(state, settled);
  const bodies = new Bodies(state, persons);
  const views = new EntityViews(state, persons, bodies, null);
  const names = new Search(state, views, null);
  if (settled.all.length === 0)
    return {
      views,
      names,
      articles: new ArticleMentions(persons, bodies, views, null),
      events: new Events(state, persons, bodies, views),
      directory: new Directory(state, views),
      decided: null,
    };
  const decided = new Decided(state, settled, { persons, views, names });
  const joined = new Persons(state, settled, decided.unions);
  const bodiesAfter = new Bodies(state, joined);
  const viewsAfter = new EntityViews(state, joined, bodiesAfter, decided);
  return {
    views: viewsAfter,
    names: new Search(state, viewsAfter, decided),
    articles: new ArticleMentions(joined, bodiesAfter, viewsAfter, decided),
    events: new Events(state, joined, bodiesAfter, viewsAfter),
    directory: new Directory(state, viewsAfter),
    decided,
  };
}

/** Values read lately are kept: features ask for the mentions of the article under the cursor again and again. */
const KEPT = 32;

class ComputedLookup<Key, Value> implements Lookup<Key, Value> {
  readonly #keys: () => Key[];
  readonly #compute: (key: Key) => Value | undefined;
  readonly #kept = new Map<Key, Value>();

  constructor(keys: () => Key[], compute: (key: Key) => Value | undefined) {
    this.#keys = keys;
    this.#compute = compute;
  }

  get(key: Key): Value | undefined {
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    const value = this.#compute(key);
    if (value === undefined) return undefined;
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= KEPT && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(key, value);
    return value;
  }

  has(key: Key): boolean {
    return this.get(key) !== undefined;
  }

  get size(): number {
    return this.#keys().length;
  }

  keys(): IterableIterator<Key> {
    return this.#keys().values();
  }

  *values(): IterableIterator<Value> {
    for (const [, value] of this.entries()) yield value;
  }

  *entries(): IterableIterator<[Key, Value]> {
    for (const key of this.#keys()) {
      const value = this.get(key);
      if (value !== undefined) yield [key, value];
    }
  }

  [Symbol.iterator](): IterableIterator<[Key, Value]> {
    return this.entries();
  }
}

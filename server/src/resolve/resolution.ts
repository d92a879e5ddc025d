/**
 * One Resolution: questions answered from one state. Decisions are made when they are asked for and remembered as long as the
 * Resolution lives; they look at the state only, so they are the same whoever asks first, and an update costs nothing for what nobody
 * reads.
 */
import { ArticleMentions } from './article-mentions.ts';
import { Bodies } from './bodies.ts';
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
import { Persons } from './persons.ts';
import { Search } from './search.ts';
import type { State } from './state.ts';

const KINDS: readonly EntityKind[] = ['agreement', 'office', 'organization', 'person', 'place'];

export function resolutionOf(state: State): Resolution {
  const persons = new Persons(state);
  const bodies = new Bodies(state, persons);
  const views = new EntityViews(state, persons, bodies);
  const articles = new ArticleMentions(persons, bodies, views);
  const names: NameSearch = new Search(state, views);
  const paths = () => [...state.articles.keys()].sort(byCodeUnit);
  // Ids begin with the kind and a colon, so that the kinds in order give the ids in order.
  const ids = () => KINDS.flatMap((kind) => views.ids(kind));
  return {
    entities: new ComputedLookup<EntityId, Entity>(ids, (id) => views.byId(id)),
    *ofKind<Kind extends EntityKind>(kind: Kind) {
      for (const id of views.ids(kind)) {
        const entity = views.byId(id);
        if (entity !== undefined) yield entity as Extract<Entity, { kind: Kind }>;
      }
    },
    mentions: new ComputedLookup<ArticlePath, readonly ResolvedMention[]>(paths, (path) => {
      const record = state.articles.get(path);
      return record && articles.mentions(path, record);
    }),
    locals: new ComputedLookup<ArticlePath, readonly (EntityId | null)[]>(paths, (path) => {
      const record = state.articles.get(path);
      return record && articles.locals(path, record);
    }),
    inferredDate: (path) => state.articles.get(path)?.told?.inference ?? null,
    names,
    events: new Events(state, persons, bodies, views),
    directory: new Directory(state, views),
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

/**
 * People and offices in the order of the alphabet, a page at a time. The order is that of the keys under which names are kept, without
 * ال and folded, so nothing has to be decided but for what a page shows.
 */
import type { CountryCode } from '../recognize/facts.ts';
import type { EntityId, NameDirectory, NamePage } from './entities.ts';
import type { EntityViews } from './entity-views.ts';
import { merged, mostFrequent } from './forms.ts';
import { byCodeUnit } from './keys.ts';
import { arabicWords } from './search-keys.ts';
import type { Node, State } from './state.ts';

type Kind = 'person' | 'office';

/** Where a name stands in the alphabet, and the node that keeps it. */
interface Place {
  /** The key of the name and the node: unique, in the order of the alphabet. */
  readonly position: string;
  readonly node: string;
}

/** Node maps stay the same objects as long as nothing in them changes. */
const ordered = new WeakMap<object, readonly Place[]>();

export class Directory implements NameDirectory {
  readonly #state: State;
  readonly #views: EntityViews;

  constructor(state: State, views: EntityViews) {
    this.#state = state;
    this.#views = views;
  }

  letters(kind: Kind): string[] {
    return [...new Set(this.#places(kind).map(({ position }) => firstLetter(position)))];
  }

  page(kind: Kind, letter: string, after: string | null, limit: number): NamePage {
    const places = this.#places(kind);
    const entries: NamePage['entries'][number][] = [];
    for (let i = firstBehind(places, after ?? letter); i < places.length; i++) {
      const place = places[i];
      if (place === undefined || firstLetter(place.position) !== letter) break;
      if (entries.length >= limit) return { entries, more: true };
      for (const id of this.#views.idsIn(kind, place.node, 0)) {
        const entity = this.#views.byId(id);
        // A shorter form of a name leads to whoever bears the fuller one; that is where he is listed.
        const isShorter = kind === 'person' && nameIn(id) !== place.node;
        if (entity !== undefined && !isShorter) entries.push({ position: place.position, entity });
      }
    }
    return { entries, more: false };
  }

  organizationsOf(country: CountryCode): EntityId[] {
    const nodes = this.#state.bodiesOf.get(country)?.keys() ?? [];
    return [...nodes]
      .flatMap((node) => this.#views.idsIn('organization', node))
      .filter((id) => id.endsWith(`/${country}`))
      .sort(byCodeUnit);
  }

  #places(kind: Kind): readonly Place[] {
    const nodes = this.#state.nodes[kind];
    let places = ordered.get(nodes);
    if (places === undefined) {
      places = [...nodes]
        .flatMap(([node, groups]) => {
          const key = kind === 'person' ? node : officeKey(groups);
          return key === '' ? [] : [{ position: `${key}\n${node}`, node }];
        })
        .sort((a, b) => byCodeUnit(a.position, b.position));
      ordered.set(nodes, places);
    }
    return places;
  }
}

/** The words of the commonest title, without ال; '' where every one is too general to be an office. */
function officeKey(groups: Node): string {
  const forms = [...groups].flatMap(([group, { forms }]) => (group.startsWith('@') ? [] : [forms]));
  return arabicWords(mostFrequent(merged(forms)) ?? '').join('-');
}

/** The name in the id of a person. */
const nameIn = (id: EntityId): string => id.slice('person:'.length).split(/[@#]/, 1)[0] ?? '';

const firstLetter = (position: string): string => String.fromCodePoint(position.codePointAt(0) ?? 0);

/** Index of the first place behind a position. */
function firstBehind(places: readonly Place[], position: string): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.position ?? '') <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}

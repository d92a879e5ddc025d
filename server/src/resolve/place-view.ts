/** A place as a reader of the index sees it. */
import { Map as ImmutableMap } from 'immutable';
import type { PlaceFact } from '../recognize/facts.ts';
import { romanize } from '../text/romanize.ts';
import type { PlaceEntity } from './entities.ts';
import { mostFrequent, naming } from './forms.ts';
import { lazily, once } from './lazily.ts';
import { withProof } from './mention-maps.ts';
import type { State } from './state.ts';
import { arabicName, englishName } from './states.ts';

/** Null for what no article mentions; only a state, which agreements name as a party by its adjective, is there without that. */
export function placeView(state: State, key: string): PlaceEntity | null {
  const group = state.nodes.place.get(key)?.get('');
  if (group === undefined || group.mentions.isEmpty()) return unmentionedState(key);
  const forms = once(() => new Map(group.forms));
  const name = once(() => mostFrequent(forms()) ?? key);
  const [type = 'place', country = ''] = (mostFrequent(new Map(group.links)) ?? '').split(' ');
  return lazily<PlaceEntity>({
    kind: () => 'place',
    id: () => `place:${key}`,
    ...naming(name, forms),
    latin: () => englishName(key) ?? romanize(name()),
    mentions: () => withProof(group.mentions, group.weak),
    country: () => (country === '' ? null : country),
    type: () => type as PlaceFact['type'],
  });
}

function unmentionedState(key: string): PlaceEntity | null {
  const name = arabicName(key);
  if (name === null) return null;
  return {
    kind: 'place',
    id: `place:${key}`,
    name,
    aliases: [],
    latin: englishName(key) ?? romanize(name),
    mentions: ImmutableMap(),
    country: key,
    type: 'state',
  };
}

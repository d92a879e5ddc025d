/** A place as a reader of the index sees it. */
import type { PlaceFact } from '../recognize/facts.ts';
import { romanize } from '../text/romanize.ts';
import { proof } from './attestations.ts';
import { CompactMap } from './compact-map.ts';
import { WITHIN } from './describe.ts';
import type { PlaceEntity } from './entities.ts';
import { mostFrequent, naming } from './forms.ts';
import { byCodeUnit } from './keys.ts';
import { lazily, once } from './lazily.ts';
import { withProof } from './mention-maps.ts';
import type { Group, State } from './state.ts';
import { arabicName, englishName } from './states.ts';

/** Null for what no article mentions; only a state, which agreements name as a party by its adjective, is there without that. */
export function placeView(state: State, key: string): PlaceEntity | null {
  const group = state.nodes.place.get(key)?.get('');
  if (group === undefined || group.mentions.isEmpty()) return unmentionedState(key);
  const forms = once(() => new Map(group.forms));
  const name = once(() => mostFrequent(forms()) ?? key);
  const links = [...group.links];
  const [type = 'place', country = ''] = (
    mostFrequent(new Map(links.filter(([link]) => !link.startsWith(WITHIN)))) ?? ''
  ).split(' ');
  const outer = mostFrequent(new Map(links.filter(([link]) => link.startsWith(WITHIN))))?.slice(WITHIN.length) ?? null;
  return lazily<PlaceEntity>({
    kind: () => 'place',
    id: () => `place:${key}`,
    ...naming(name, forms),
    latin: () => englishName(key) ?? romanize(name()),
    mentions: () => withProof(group.mentions, group.weak),
    country: () => (country === '' ? null : country),
    type: () => type as PlaceFact['type'],
    within: () => (outer === null ? null : firstSaying(state, group, outer)),
  });
}

/** What a place lies in, with the evidence of the first article that says so, by path. */
function firstSaying(state: State, group: Group, outer: string): PlaceEntity['within'] {
  for (const path of [...group.locals.keys()].sort(byCodeUnit))
    for (const local of group.locals.get(path) ?? []) {
      const record = state.articles.get(path);
      const fact = record?.facts.entities[local];
      const within = fact?.kind === 'place' ? fact.within : undefined;
      const place = within && record?.facts.entities[within.place];
      if (record && within && place?.kind === 'place' && place.key === outer)
        return { place: `place:${outer}`, evidence: proof(path, record, within.evidence) };
    }
  return null;
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
    mentions: CompactMap.empty(),
    country: key,
    type: 'state',
    within: null,
  };
}

/** A place: what kind of place, in which state, and the articles that name it. */
import type { PlaceEntity } from '../../resolve/entities.ts';
import { countryName } from '../language.ts';
import { joined, type Piece, quoted } from '../pieces.ts';
import { entityOf } from '../subject.ts';
import type { Card, CardContext } from './model.ts';
import { aliases, DOT, elsewhere, labelled, latin, lead, why } from './rows.ts';

/** The place that it lies in, leading to the words that say so. */
function within({ snapshot }: CardContext, place: PlaceEntity): Piece | null {
  const outer = entityOf(snapshot, place.within?.place ?? null, 'place');
  if (outer === null || place.within === null) return null;
  const { article, span } = place.within.evidence;
  return quoted(outer.name, { target: { article, span } });
}

export function placeCard(context: CardContext, place: PlaceEntity): Card {
  const { messages, language } = context;
  const country = place.type === 'state' ? null : place.country;
  return {
    kind: 'place',
    language,
    title: quoted(place.name),
    subtitle: joined(
      [[{ text: messages.placeTypes[place.type] }], latin(place)].filter((pieces) => pieces.length > 0),
      DOT,
    ),
    sections: [
      ...lead([
        ...labelled(context, messages.within, within(context, place)),
        ...labelled(context, messages.country, country === null ? null : countryName(country, language)),
        ...aliases(context, place),
      ]),
      ...elsewhere(context, place, { quotes: false }),
      ...why(context),
    ],
  };
}

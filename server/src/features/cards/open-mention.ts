/** A mention of which it is open whom or what it means: the candidates and the reasons. */
import type { Article } from '../../corpus/snapshot.ts';
import type { Entity, ResolvedMention } from '../../resolve/entities.ts';
import { joined, type Piece, quoted, say, shortened } from '../pieces.ts';
import type { Card, CardContext } from './model.ts';
import { DOT, entityLink, latin, lead, nearest, section, why } from './rows.ts';

/** Candidates listed. */
const CANDIDATES_LISTED = 8;

export function openMentionCard(context: CardContext, article: Article, mention: ResolvedMention): Card {
  const { messages, language, snapshot } = context;
  const candidates = mention.candidates
    .map((id) => snapshot.resolution.entities.get(id))
    .filter((entity) => entity !== undefined);
  const rest = candidates.length - CANDIDATES_LISTED;
  return {
    kind: mention.kind,
    language,
    title: quoted(shortened(article.text.slice(mention.start, mention.end), 120)),
    subtitle: [{ text: messages.kinds[mention.kind] }],
    sections: [
      ...lead([
        { pieces: [{ text: messages.openMention, weight: 'emphasis' }] },
        ...(candidates.length === 0 ? [{ pieces: [{ text: messages.noCandidates }] }] : []),
      ]),
      ...section(
        messages.candidates,
        candidates.slice(0, CANDIDATES_LISTED).map((entity) => ({ pieces: candidate(context, entity) })),
        rest > 0 ? messages.moreEntries(rest) : undefined,
      ),
      ...why(context),
    ],
  };
}

function candidate(context: CardContext, entity: Entity): Piece[] {
  const name: Piece = { ...entityLink(context, entity), weight: 'strong' };
  const office =
    entity.kind === 'person'
      ? nearest(
          context,
          entity.tenures.flatMap(({ attestations }) => attestations),
        )
      : null;
  const parts = [latin(entity), office === null ? [] : [quoted(office.title)]].filter((pieces) => pieces.length > 0);
  return parts.length === 0 ? [name] : say`${name}${DOT}${joined(parts, DOT)}`;
}

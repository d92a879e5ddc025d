/** An agreement: title, kind, state, date, place, parties, signatories, other articles. */
import type { AgreementEntity } from '../../resolve/entities.ts';
import { dateWords } from '../date-words.ts';
import { joined, type Piece, quoted, say } from '../pieces.ts';
import { entityOf } from '../subject.ts';
import type { Card, CardContext } from './model.ts';
import { aliases, DOT, elsewhere, entityLink, entityLinks, labelled, latin, lead, why } from './rows.ts';

export function agreementCard(context: CardContext, agreement: AgreementEntity): Card {
  const { messages, language, snapshot } = context;
  const place = entityOf(snapshot, agreement.place, 'place');
  return {
    kind: 'agreement',
    language,
    title: quoted(agreement.name),
    subtitle: joined(
      [[{ text: messages.agreementTypes[agreement.type] }], latin(agreement)].filter((pieces) => pieces.length > 0),
      DOT,
    ),
    sections: [
      ...lead([
        ...labelled(context, messages.state, state(context, agreement)),
        ...labelled(context, messages.date, agreement.date === null ? null : dateWords(agreement.date, language)),
        ...labelled(context, messages.place, place === null ? null : entityLink(context, place)),
        ...labelled(context, messages.parties, entityLinks(context, agreement.parties)),
        ...labelled(context, messages.signatories, signatories(context, agreement)),
        ...labelled(context, messages.related, entityLinks(context, agreement.related)),
        ...aliases(context, agreement),
      ]),
      ...elsewhere(context, agreement, { quotes: true }),
      ...why(context),
    ],
  };
}

/** The latest state, leading to the words that attest it. */
function state({ messages, language }: CardContext, agreement: AgreementEntity): Piece[] {
  const words = messages.agreementStates[agreement.status];
  const attested = agreement.states.filter((each) => each.state === agreement.status).at(-1);
  if (attested === undefined) return [{ text: words }];
  const { article, span } = attested.evidence;
  const piece: Piece = { text: words, target: { article, span } };
  return attested.date === null ? [piece] : say`${piece}${DOT}${dateWords(attested.date, language)}`;
}

/** Who signed, in what capacity; the name leads to the words that say so. */
function signatories(context: CardContext, agreement: AgreementEntity): Piece[] {
  const rows = agreement.signatories.flatMap(({ person: id, office: officeId, evidence }) => {
    const person = entityOf(context.snapshot, id, 'person');
    if (person === null) return [];
    const office = entityOf(context.snapshot, officeId, 'office');
    const name = quoted(person.name, { weight: 'strong', target: { article: evidence.article, span: evidence.span } });
    return [office === null ? [name] : say`${name} (${quoted(office.name)})`];
  });
  return joined(rows, context.messages.listSeparator);
}

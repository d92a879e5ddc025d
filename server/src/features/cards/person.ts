/** Who is this, what was their office when this was written, where else do they appear. */
import type { AgreementEntity, PersonEntity } from '../../resolve/entities.ts';
import { dateWords } from '../date-words.ts';
import { joined, type Piece, quoted } from '../pieces.ts';
import { entityOf, standsForHolder } from '../subject.ts';
import { encounters } from './encounters.ts';
import type { Card, CardContext, CardSection, Row } from './model.ts';
import { offices, ranks, ranksOverTime } from './offices-over-time.ts';
import { DOT, elsewhere, entityLink, latin, lead, section, why } from './rows.ts';

export function personCard(context: CardContext, person: PersonEntity): Card {
  return {
    kind: 'person',
    language: context.language,
    title: quoted(person.name),
    subtitle: joined(
      [latin(person), ...ranks(context, person)].filter((pieces) => pieces.length > 0),
      DOT,
    ),
    sections: [
      ...lead(pointedAt(context)),
      ...offices(context, person),
      ...ranksOverTime(context, person),
      ...signed(context, person),
      ...encounters(context, person),
      ...elsewhere(context, person, { quotes: true }),
      ...why(context),
    ],
  };
}

/** The words that stand for the person, where they are no name: the reader pointed at an office. */
function pointedAt({ mention, article, messages }: CardContext): Row[] {
  if (mention === null || article === null || !standsForHolder(mention)) return [];
  return [
    { pieces: messages.thisMention(quoted(article.text.slice(mention.start, mention.end), { weight: 'strong' })) },
  ];
}

function signed(context: CardContext, person: PersonEntity): CardSection[] {
  const agreements = person.agreements
    .map((id) => entityOf(context.snapshot, id, 'agreement'))
    .filter((agreement) => agreement !== null);
  return section(
    context.messages.signed,
    agreements.map((agreement) => ({ pieces: signature(context, person, agreement) })),
  );
}

function signature(context: CardContext, person: PersonEntity, agreement: AgreementEntity): Piece[] {
  const { messages, language } = context;
  const own = agreement.signatories.find((signatory) => signatory.person === person.id);
  const office = own === undefined ? null : entityOf(context.snapshot, own.office, 'office');
  const link = entityLink(context, agreement);
  const title =
    own === undefined ? link : { ...link, target: { article: own.evidence.article, span: own.evidence.span } };
  const parts = [
    [title],
    ...(agreement.date === null ? [] : [[{ text: dateWords(agreement.date, language) }]]),
    ...(office === null ? [] : [messages.inCapacity(quoted(office.name))]),
  ];
  return joined(parts, messages.listSeparator);
}

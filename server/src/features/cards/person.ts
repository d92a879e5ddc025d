/** Who is this, what was their office when this was written, where else do they appear. */
import type { AgreementEntity, PersonEntity, Tenure } from '../../resolve/entities.ts';
import { clean, fold } from '../../text/fold.ts';
import { contains } from '../../text/span.ts';
import { dateWords } from '../date-words.ts';
import { joined, type Piece, quoted, say, shortened } from '../pieces.ts';
import { entityOf, standsForHolder } from '../subject.ts';
import { encounters } from './encounters.ts';
import type { Card, CardContext, CardSection, Row } from './model.ts';
import {
  articleDate,
  articleLink,
  DOT,
  distanceInTime,
  elsewhere,
  entityLink,
  latin,
  lead,
  nearest,
  section,
  why,
} from './rows.ts';

/** Offices listed that other articles give. */
const OFFICES_LISTED = 4;

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

/** The ranks this article gives; where it gives none, those of the nearest article that does. */
function ranks(context: CardContext, person: PersonEntity): Piece[][] {
  const here = person.ranks.filter(({ evidence }) => evidence.article === context.article?.path);
  const near = nearest(
    context,
    person.ranks.map(({ evidence }) => evidence),
  );
  const shown = here.length > 0 ? here : person.ranks.filter(({ evidence }) => evidence.article === near?.article);
  return [...new Set(shown.map(({ rank }) => rank))].map((rank) => [quoted(rank)]);
}

/** The office as this article gives it; where it gives none, as the nearest article does, saying so; then the others. */
function offices(context: CardContext, person: PersonEntity): CardSection[] {
  const { messages, article } = context;
  if (person.tenures.length === 0) return lead([{ pieces: [{ text: messages.noOffice, weight: 'emphasis' }] }]);
  const isHere = (tenure: Tenure) => tenure.attestations.some((attestation) => attestation.article === article?.path);
  const here = person.tenures.filter(isHere);
  const others = person.tenures
    .filter((tenure) => !isHere(tenure))
    .sort((a, b) => tenureDistance(context, a) - tenureDistance(context, b))
    .slice(0, OFFICES_LISTED);
  const rowsOf = (tenures: readonly Tenure[]) => tenures.flatMap((tenure) => officeElsewhere(context, tenure));
  if (article === null) return section(messages.allOffices, rowsOf(others));
  if (here.length === 0) return section(messages.officeElsewhere, rowsOf(others));
  // «الرئيس», «المسؤول الإيراني»: says nothing beside an office that is known.
  const telling = others.filter(({ office }) => entityOf(context.snapshot, office, 'office')?.general !== true);
  return [
    ...section(
      messages.officeHere(article.date === null ? null : articleDate(context, article)),
      here.flatMap((tenure) => officeHere(context, tenure)),
    ),
    ...section(messages.otherOffices, rowsOf(telling)),
  ];
}

function tenureDistance(context: CardContext, tenure: Tenure): number {
  // A finite stand-in, so that two tenures without dates compare as equal.
  return Math.min(
    distanceInTime(context, nearest(context, tenure.attestations)?.date ?? null),
    Number.MAX_SAFE_INTEGER,
  );
}

/** The fullest words by which this article gives the office, leading to where they stand. */
function officeHere(context: CardContext, tenure: Tenure): Row[] {
  const here = tenure.attestations.filter((attestation) => attestation.article === context.article?.path);
  const rows = here.map((attestation) => ({
    words: asWritten(context, tenure, attestation).length,
    pieces: officePieces(context, tenure, attestation),
  }));
  const most = Math.max(...rows.map(({ words }) => words));
  return rows.filter(({ words }) => words === most).slice(0, 1);
}

function officeElsewhere(context: CardContext, tenure: Tenure): Row[] {
  const attestation = nearest(context, tenure.attestations);
  if (attestation === null) return [];
  const { article, span } = attestation;
  return [{ pieces: say`${officePieces(context, tenure, attestation)} — ${articleLink(context, { article, span })}` }];
}

/** The office in the words that attest it, and in full where those leave something out («نظيره», «رئيس الوزراء»). */
function officePieces(context: CardContext, tenure: Tenure, attestation: Attestation): Piece[] {
  const { article, span, title, former } = attestation;
  const words = asWritten(context, tenure, attestation);
  const office = quoted(shortened(words, 120), { weight: 'strong', target: { article, span } });
  const full = fold(words) === fold(title) ? [office] : say`${office}${DOT}${quoted(shortened(title, 120))}`;
  return former ? say`${full} (${context.messages.former})` : full;
}

type Attestation = Tenure['attestations'][number];

/** The words of the office mention that attests a tenure; the title where the evidence holds none. */
function asWritten({ snapshot }: CardContext, { office }: Tenure, { article: path, span, title }: Attestation): string {
  const mentions = snapshot.resolution.mentions.get(path) ?? [];
  const mention = mentions.find(
    ({ entity, kind, ...at }) => kind === 'office' && entity === office && contains(span, at),
  );
  const text = snapshot.articles.get(path)?.text;
  return mention === undefined || text === undefined ? title : clean(text.slice(mention.start, mention.end));
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

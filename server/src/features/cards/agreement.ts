/** An agreement: title, kind, state, date, place, parties, signatories, other articles. */
import type { AgreementEntity } from '../../resolve/entities.ts';
import { statesOverTime } from '../agreements.ts';
import { dateWords } from '../date-words.ts';
import { sentenceAround } from '../definition.ts';
import { joined, type Piece, quote, quoted, say } from '../pieces.ts';
import { entityOf } from '../subject.ts';
import type { Card, CardContext, CardSection, Row } from './model.ts';
import {
  aliases,
  articleLink,
  DOT,
  elsewhere,
  entityLink,
  entityLinks,
  labelled,
  latin,
  lead,
  section,
  why,
} from './rows.ts';

/** States listed, each with its sentence. */
const STATES_LISTED = 8;
const RELATIONS = ['implements', 'amends', 'follows'] as const;

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
        ...labelled(
          context,
          messages.subjects,
          agreement.subjects
            .map((subject) => messages.agreementSubjects[subject] ?? subject)
            .join(messages.listSeparator),
        ),
        ...relations(context, agreement),
        ...aliases(context, agreement),
      ]),
      ...overTime(context, agreement),
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

/** «تنفيذا لـ: …»: other agreements, by how this one stands to them. */
function relations(context: CardContext, agreement: AgreementEntity): Row[] {
  return RELATIONS.flatMap((relation) => {
    const others = agreement.relations.filter((each) => each.relation === relation).map((each) => each.agreement);
    return labelled(context, context.messages.relations[relation], entityLinks(context, others));
  });
}

/** Its states over time: when, in which article, in which sentence. One state alone stands in the lead already. */
function overTime(context: CardContext, agreement: AgreementEntity): CardSection[] {
  const { messages, language, snapshot } = context;
  const states = statesOverTime(agreement);
  if (states.length < 2) return [];
  const rows = states.slice(0, STATES_LISTED).flatMap(({ state: reached, date, evidence }): Row[] => {
    const article = snapshot.articles.get(evidence.article);
    if (article === undefined) return [];
    const target = { article: evidence.article, span: evidence.span };
    const words: Piece = { text: messages.agreementStates[reached], weight: 'strong', target };
    const when = date === null ? [] : [[{ text: dateWords(date, language) }]];
    return [
      {
        pieces: joined([[words], ...when, articleLink(context, target)], DOT),
        quote: quote(article.text, target.span, sentenceAround(snapshot, target)),
      },
    ];
  });
  const rest = states.length - STATES_LISTED;
  return section(messages.overTime, rows, rest > 0 ? messages.moreEntries(rest) : undefined);
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

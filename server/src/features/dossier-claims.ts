/** What the corpus claims of one entity, each claim once. Words are made only of the claims that somebody is shown. */
import type { AgreementState, EventKind, IsoDate } from '../recognize/facts.ts';
import { groupBy } from '../resolve/collections.ts';
import type {
  AgreementEntity,
  ArticlePath,
  Entity,
  EntityId,
  EventEntity,
  Evidence,
  OfficeEntity,
  PersonEntity,
  Tenure,
} from '../resolve/entities.ts';
import { contains } from '../text/span.ts';
import { statesOverTime } from './agreements.ts';
import type { CardContext } from './cards/model.ts';
import { entityLink } from './cards/rows.ts';
import { eventWords, meetingsOnTheDay, signingsOf, toldIn } from './dossier-events.ts';
import { joined, type Piece, quoted, say } from './pieces.ts';
import { entityOf } from './subject.ts';
import type { Target } from './target.ts';

export type ClaimKind =
  | 'office'
  | 'rank'
  | 'signature'
  | 'state'
  | 'relation'
  | 'mention'
  | Exclude<EventKind, 'statement'>;

export interface Claim {
  readonly kind: ClaimKind;
  /** When it was so, as far as an article says. */
  readonly date: IsoDate | null;
  /** Nothing says when: the date is that of the article that tells it. */
  readonly inferred: boolean;
  readonly words: () => readonly Piece[];
  /** Where it stands: what claims of one date are ordered by. */
  readonly article: ArticlePath;
  readonly start: number;
  readonly target: () => Target;
  /** Other articles that tell the same. */
  readonly also: readonly Target[];
}

/** Names that lead to where their entities are introduced: each is looked up once, for a state stands in every article. */
export class Names {
  readonly context: CardContext;
  readonly #links = new Map<EntityId, Piece | null>();

  constructor(context: CardContext) {
    this.context = context;
  }

  link(id: EntityId | null): Piece | null {
    if (id === null) return null;
    let link = this.#links.get(id);
    if (link === undefined) {
      const entity = this.context.snapshot.resolution.entities.get(id);
      link = entity === undefined ? null : entityLink(this.context, entity);
      this.#links.set(id, link);
    }
    return link;
  }

  links(ids: readonly EntityId[]): Piece[] {
    return joined(
      ids.flatMap((id) => {
        const link = this.link(id);
        return link === null ? [] : [[link]];
      }),
      this.context.messages.listSeparator,
    );
  }
}

/** Those of mentions are not among them. Costs what is told of the entity. */
export function claimsOf(names: Names, entity: Entity): Claim[] {
  switch (entity.kind) {
    case 'person':
      return [...offices(names, entity), ...ranks(entity), ...signaturesAndEvents(names, entity)];
    case 'office':
      return [
        ...entity.tenures.flatMap((tenure) => holders(names, tenure, false)),
        ...eventsBut(names, entity.id, []),
        ...eventsInOffice(names, entity),
      ];
    case 'organization':
      return entity.offices.flatMap((id) =>
        (entityOf(names.context.snapshot, id, 'office')?.tenures ?? []).flatMap((tenure) =>
          holders(names, tenure, true),
        ),
      );
    case 'agreement':
      return agreementClaims(names, entity);
    case 'place':
      return [];
  }
}

interface Made {
  readonly kind: ClaimKind;
  readonly date: IsoDate | null;
  readonly inferred?: boolean;
  readonly words: () => readonly Piece[];
  readonly at: Target;
  readonly also?: readonly Target[];
}

function made({ kind, date, inferred = false, words, at, also = [] }: Made): Claim {
  const target = { article: at.article, span: at.span };
  const seen = new Set([at.article]);
  // Of each other article the first place.
  const others = also.filter(({ article }) => !seen.has(article) && seen.add(article));
  return {
    kind,
    date,
    inferred: inferred && date !== null,
    words,
    article: at.article,
    start: at.span.start,
    target: () => target,
    also: others,
  };
}

function offices({ context }: Names, { tenures }: PersonEntity): Claim[] {
  return tenures.flatMap(({ attestations }) =>
    onceAnArticle(attestations).map((attestation) =>
      made({
        kind: 'office',
        date: attestation.date,
        words: () => held(context, [quoted(attestation.title, { weight: 'strong' })], attestation.former),
        at: attestation,
      }),
    ),
  );
}

function ranks({ ranks: all }: PersonEntity): Claim[] {
  return all.map(({ rank, evidence }) =>
    made({ kind: 'rank', date: evidence.date, words: () => [quoted(rank)], at: evidence }),
  );
}

function holders(names: Names, { person, title: known, attestations }: Tenure, withOffice: boolean): Claim[] {
  const { context } = names;
  return onceAnArticle(attestations).map((attestation) =>
    made({
      kind: 'office',
      date: attestation.date,
      words: () => {
        const link = names.link(person);
        const name = link === null ? quoted(known) : { ...link, weight: 'strong' as const };
        const words = withOffice
          ? joined([[name], [quoted(attestation.title)]], context.messages.listSeparator)
          : [name];
        return held(context, words, attestation.former);
      },
      at: attestation,
    }),
  );
}

/** An article that says the same office twice in the same words says it once. */
function onceAnArticle(attestations: Tenure['attestations']): Tenure['attestations'] {
  const seen = new Set<string>();
  return attestations.filter(({ article, title, former }) => {
    const key = `${article}\u0002${title}\u0002${former}`;
    return !seen.has(key) && seen.add(key);
  });
}

function held({ messages }: CardContext, words: readonly Piece[], former: boolean): Piece[] {
  return former ? say`${words} (${messages.former})` : [...words];
}

/** A signing that the agreement names the person for is told once, with the capacity, the others and the place. */
function signaturesAndEvents(names: Names, person: PersonEntity): Claim[] {
  const { snapshot, messages } = names.context;
  const signings = snapshot.resolution.events.of(person.id).filter(({ kind }) => kind === 'signing');
  const told = new Set<string>();
  const signatures = person.agreements.flatMap((id) => {
    const agreement = entityOf(snapshot, id, 'agreement');
    if (agreement === null) return [];
    const own = agreement.signatories.filter((signatory) => signatory.person === person.id);
    return own.map(({ office, evidence }) => {
      const same = signings.filter(
        (event) =>
          event.agreement === id &&
          event.modality === 'happened' &&
          (isOneDate(event.date, agreement.date) || toldIn(event, evidence)),
      );
      for (const event of same) told.add(event.id);
      const event = fullest(same);
      const stated = statedDate(agreement) ?? (event?.dateStated ? event.date : null);
      return made({
        kind: 'signature',
        date: stated ?? agreement.date ?? evidence.date,
        inferred: stated === null,
        words: () =>
          joined(
            [
              names.links([id]),
              capacity(names, office),
              event === undefined ? [] : eventWords(names, event, person.id, { agreement: false }),
            ].filter((part) => part.length > 0),
            messages.listSeparator,
          ),
        at: evidence,
        also: same.flatMap(({ tellings }) => tellings),
      });
    });
  });
  return [...signatures, ...eventsBut(names, person.id, told)];
}

/** What somebody says is no event that a reader looks for here: it would be every article. */
function eventsBut(names: Names, id: EntityId, told: Iterable<string>): Claim[] {
  const others = new Set(told);
  return names.context.snapshot.resolution.events.of(id).flatMap((event) => {
    const { kind, date, dateStated, tellings } = event;
    const [first] = tellings;
    if (kind === 'statement' || first === undefined || others.has(event.id)) return [];
    return [
      made({
        kind,
        date,
        inferred: !dateStated,
        words: () => eventWords(names, event, id),
        at: { article: first.article, span: first.trigger },
        also: tellings,
      }),
    ];
  });
}

/** What its holders did where the words that name them say the office: «استقبل وزير الخارجية المصري نادر الفقي …». */
function eventsInOffice(names: Names, { id, tenures }: OfficeEntity): Claim[] {
  const { snapshot } = names.context;
  const { events } = snapshot.resolution;
  return tenures.flatMap(({ person, attestations }) => {
    const present = attestations.filter(({ former }) => !former);
    const inArticle = groupBy(present, ({ article }) => article);
    return events.of(person).flatMap((event) => {
      const { kind, date, dateStated, tellings } = event;
      const evidence = event.actors.find(({ entity }) => entity === person)?.evidence;
      const [first] = tellings;
      if (kind === 'statement' || evidence === undefined || first === undefined) return [];
      const signed = kind === 'signing' ? (entityOf(snapshot, event.agreement, 'agreement')?.signatories ?? []) : [];
      const saysOffice =
        inArticle.get(evidence.article)?.some(({ span }) => contains(span, evidence.span)) === true ||
        signed.some((signatory) => signatory.person === person && signatory.office === id);
      if (!saysOffice) return [];
      const own = () => [names.links([person]), eventWords(names, event, person)].filter(isSome);
      return [
        made({
          kind,
          date,
          inferred: !dateStated,
          words: () => joined(own(), names.context.messages.listSeparator),
          at: { article: first.article, span: first.trigger },
          also: tellings,
        }),
      ];
    });
  });
}

function agreementClaims(names: Names, agreement: AgreementEntity): Claim[] {
  const { snapshot, messages } = names.context;
  const signings = signingsOf(snapshot, agreement);
  const told = new Set<string>();
  const states = statesOverTime(agreement).map(({ state, date, evidence }) => {
    const same = signings.filter(
      (event) =>
        !told.has(event.id) &&
        event.modality === MODALITIES[state] &&
        (isOneDate(event.date, date ?? evidence.date) || toldIn(event, evidence)),
    );
    for (const event of same) told.add(event.id);
    const event = fullest(same);
    const stated = date ?? (event?.dateStated ? event.date : null);
    return made({
      kind: 'state',
      date: stated ?? evidence.date,
      inferred: stated === null,
      words: () => {
        const name: Piece = { text: messages.agreementStates[state], weight: 'strong' };
        const who = event === undefined ? [] : signers(names, agreement, event.actors, event.place);
        return who.length === 0 ? [name] : say`${name}: ${who}`;
      },
      at: evidence,
      also: same.flatMap(({ tellings }) => tellings),
    });
  });
  // Whom the sentence of a signing names has signed by that sentence.
  const isToldThere = (person: EntityId, evidence: Evidence) =>
    signings.some(
      (event) =>
        event.modality === 'happened' &&
        event.actors.some(({ entity }) => entity === person) &&
        toldIn(event, evidence),
    );
  const signatures = agreement.signatories
    .filter(({ person, evidence }) => !isToldThere(person, evidence))
    .map(({ person, office, evidence }) =>
      made({
        kind: 'signature',
        date: agreement.date ?? evidence.date,
        inferred: statedDate(agreement) === null,
        words: () => joined([names.links([person]), capacity(names, office)].filter(isSome), messages.listSeparator),
        at: evidence,
      }),
    );
  const rest = signings.flatMap((event) => {
    const [first] = event.tellings;
    if (first === undefined || told.has(event.id)) return [];
    const who = () => signers(names, agreement, event.actors, event.place);
    const words = () =>
      event.modality === 'happened' ? who() : say`${who()} (${messages.eventModalities[event.modality]})`;
    const at = { article: first.article, span: first.trigger };
    return [made({ kind: 'signing', date: event.date, inferred: !event.dateStated, words, at, also: event.tellings })];
  });
  const meetings = meetingsOnTheDay(snapshot, agreement, signings).flatMap((event) => {
    const [first] = event.tellings;
    if (first === undefined || event.kind === 'statement') return [];
    const words = () =>
      joined([eventWords(names, event, null), [{ text: messages.dossier.onTheDay }]], messages.listSeparator);
    const at = { article: first.article, span: first.trigger };
    const { kind, date, dateStated } = event;
    return [made({ kind, date, inferred: !dateStated, words, at, also: event.tellings })];
  });
  const relations = agreement.relations.map(({ relation, agreement: other, evidence }) =>
    made({
      kind: 'relation',
      date: evidence.date,
      words: () => messages.labelled(messages.relations[relation], names.links([other])),
      at: evidence,
    }),
  );
  return [...states, ...signatures, ...rest, ...meetings, ...relations];
}

const MODALITIES: Partial<Record<AgreementState, string>> = { signed: 'happened', planned: 'planned' };

/** «سالم الراوي، بصفة وزير الدفاع، وكريم نوري، في بغداد»: those who sign; where none is known the parties. */
function signers(
  names: Names,
  { signatories }: AgreementEntity,
  actors: readonly { readonly entity: EntityId; readonly role: string }[],
  place: EntityId | null,
): Piece[] {
  const { messages } = names.context;
  const people = actors.filter(({ role }) => role === 'signatory');
  const parts = (people.length > 0 ? people : actors).map(({ entity }) => {
    const office = signatories.find(({ person }) => person === entity)?.office ?? null;
    return joined([names.links([entity]), capacity(names, office)].filter(isSome), ' ');
  });
  const where = names.link(place);
  return joined([...parts, where === null ? [] : messages.dossier.in(where)].filter(isSome), messages.listSeparator);
}

function capacity({ context: { snapshot, messages } }: Names, office: EntityId | null): Piece[] {
  const entity = entityOf(snapshot, office, 'office');
  return entity === null ? [] : messages.inCapacity(quoted(entity.name));
}

const isSome = (part: readonly Piece[]): boolean => part.length > 0;

/** Of several tellings of a signing the one that names most signatories; of those that name as many the first. */
function fullest(signings: readonly EventEntity[]): EventEntity | undefined {
  const signatories = ({ actors }: EventEntity) => actors.filter(({ role }) => role === 'signatory').length;
  return signings.reduce<EventEntity | undefined>(
    (best, each) => (best === undefined || signatories(each) > signatories(best) ? each : best),
    undefined,
  );
}

/** The agreement's date where an article says that it reached some state on it; else it is that of an article. */
function statedDate({ date, states }: AgreementEntity): IsoDate | null {
  return states.some((state) => state.date === date) ? date : null;
}

/** One date, as far as both are known; of what has none nobody knows. */
function isOneDate(a: IsoDate | null, b: IsoDate | null): boolean {
  return a !== null && b !== null && (a.startsWith(b) || b.startsWith(a));
}

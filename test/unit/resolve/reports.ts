/**
 * Small reports with what recognition would have said of them, written beside the sentence. Every quoted stretch must stand in the
 * sentence; the n-th use of a stretch means its n-th occurrence.
 */
import assert from 'node:assert/strict';
import type {
  AgreementFact,
  AgreementState,
  AgreementType,
  ArticleFacts,
  EventFact,
  LocalEntity,
  MentionFact,
  OfficeClaim,
} from '../../../server/src/recognize/facts.ts';
import type { ArticlePath, PersonEntity, Resolution } from '../../../server/src/resolve/entities.ts';
import { splitKey } from '../../../server/src/resolve/keys.ts';
import { type ResolvableArticle, Resolver, resolveAll } from '../../../server/src/resolve/resolver.ts';
import { fold } from '../../../server/src/text/fold.ts';
import type { Span } from '../../../server/src/text/span.ts';
import { surveyed } from './surveyed.ts';

/** «وزير الدفاع العراقي = minister/defence/IQ»: the words and the key. */
type Keyed = string;

export interface PersonSaid {
  readonly name: string;
  /** An office beside the name. */
  readonly office?: Keyed;
  readonly organization?: Keyed;
  readonly former?: boolean;
  readonly general?: boolean;
  readonly rank?: string;
  /** Further mentions by a part of the name. */
  readonly short?: readonly string[];
  /** Office-only mentions that the article resolves to the person. */
  readonly alone?: readonly string[];
  readonly confidence?: number;
}

export interface AgreementSaid {
  readonly title: string;
  readonly type?: AgreementType;
  readonly properName?: string;
  readonly parties?: readonly string[];
  readonly date?: string;
  readonly states?: readonly (AgreementState | readonly [AgreementState, string])[];
  /** Names of persons of the report. */
  readonly signatories?: readonly string[];
  readonly people?: readonly string[];
  readonly subjects?: readonly string[];
  readonly place?: string;
  readonly topics?: readonly string[];
  /** Titles of agreements before it in the report, which it implements. */
  readonly related?: readonly string[];
  readonly confidence?: number;
}

export interface EventSaid {
  readonly kind: EventFact['kind'];
  /** Names of persons of the report, with their roles; the trigger is the first of them. */
  readonly actors: readonly (readonly [name: string, role: EventFact['actors'][number]['role']])[];
  readonly modality?: EventFact['modality'];
  readonly date?: string;
  readonly news?: boolean;
  /** Key of a place of the report, the place and host of a visit. */
  readonly place?: string;
  /** Title of an agreement of the report. */
  readonly agreement?: string;
}

export interface Said {
  readonly persons?: readonly PersonSaid[];
  /** Offices without a holder in the report. */
  readonly offices?: readonly Keyed[];
  readonly organizations?: readonly Keyed[];
  readonly places?: readonly Keyed[];
  readonly agreements?: readonly AgreementSaid[];
  readonly events?: readonly EventSaid[];
}

export function report(date: string | null, sentence: string, said: Said = {}): ResolvableArticle {
  const used = new Map<string, number>();
  const at = (words: string): Span => {
    const start = sentence.indexOf(words, used.get(words) ?? 0);
    if (start < 0) throw new Error(`«${words}» is not in «${sentence}»`);
    used.set(words, start + words.length);
    return { start, end: start + words.length };
  };
  const entities: LocalEntity[] = [];
  const mentions: MentionFact[] = [];
  const mention = (span: Span, kind: MentionFact['kind'], more: Partial<MentionFact>): number =>
    mentions.push({
      start: span.start,
      end: span.end,
      kind,
      form: 'name',
      entity: 0,
      holder: null,
      attached: false,
      confidence: 0.9,
      reason: { code: 'lexicon' },
      ...more,
    }) - 1;
  const keyed = (text: Keyed): [words: string, key: string] => {
    const [words = '', key = ''] = text.split(' = ');
    return [words, key];
  };
  const body = (kind: 'office' | 'organization', key: string, make: () => LocalEntity): number => {
    const known = entities.findIndex((entity) => entity.kind === kind && entity.key === key);
    return known >= 0 ? known : entities.push(make()) - 1;
  };
  const organization = (text: Keyed): number => {
    const [name, key] = keyed(text);
    const index = body('organization', key, () => ({
      kind: 'organization',
      key,
      name,
      country: splitKey(key).country,
    }));
    mention(at(name), 'organization', { entity: index });
    return index;
  };
  const office = (text: Keyed, general = false, owner: number | null = null): [index: number, words: string] => {
    const [title, key] = keyed(text);
    const { base, country } = splitKey(key);
    const role = base.split('/', 1)[0] ?? '';
    const index = body('office', key, () => ({
      kind: 'office',
      key,
      title,
      role,
      organization: owner,
      country,
      general,
    }));
    return [index, title];
  };

  for (const text of said.places ?? []) {
    const [name, key] = keyed(text);
    const country = /^[A-Z]{2}/.exec(key)?.[0] ?? null;
    const entity = entities.push({ kind: 'place', key, name, country, type: key.length === 2 ? 'state' : 'city' }) - 1;
    mention(at(name), 'place', { entity });
  }
  for (const text of said.organizations ?? []) organization(text);
  const persons = new Map<string, number>();
  for (const person of said.persons ?? []) {
    const index =
      entities.push({ kind: 'person', name: person.name, words: [], introduction: 0, ranks: [], offices: [] }) - 1;
    persons.set(person.name, index);
    const offices: OfficeClaim[] = [];
    const confidence = person.confidence ?? 0.9;
    if (person.office !== undefined) {
      const owner = person.organization === undefined ? null : organization(person.organization);
      const [held, title] = office(person.office, person.general, owner);
      const span = at(title);
      const attached = mention(span, 'office', { form: 'office', entity: held, holder: index, attached: true });
      offices.push({ office: held, mention: attached, evidence: span, former: person.former ?? false });
    }
    const rank = person.rank === undefined ? [] : [{ ...at(person.rank), rank: person.rank }];
    const introduction = mention(at(person.name), 'person', { entity: index, confidence });
    entities[index] = {
      kind: 'person',
      name: person.name,
      words: fold(person.name).split(' '),
      introduction,
      ranks: rank,
      offices,
    };
    for (const short of person.short ?? []) mention(at(short), 'person', { form: 'short', entity: index });
    for (const alone of person.alone ?? [])
      mention(at(alone), 'office', { form: 'office', entity: offices[0]?.office ?? 0, holder: index });
  }
  for (const text of said.offices ?? []) {
    const [entity, title] = office(text);
    mention(at(title), 'office', { form: 'office', entity });
  }
  const local = (name: string): number => {
    const index = persons.get(name);
    if (index === undefined) throw new Error(`${name} is no person of the report`);
    return index;
  };
  const agreements = new Map<string, number>();
  for (const agreement of said.agreements ?? []) {
    const span = at(agreement.title);
    const place =
      agreement.place === undefined
        ? null
        : entities.findIndex((entity) => entity.kind === 'place' && entity.key === agreement.place);
    const fact: AgreementFact = {
      kind: 'agreement',
      type: agreement.type ?? 'agreement',
      title: agreement.title,
      properName: agreement.properName ?? null,
      parties: [...(agreement.parties ?? [])].sort(),
      signatories: (agreement.signatories ?? []).map((name) => {
        const person = local(name);
        const entity = entities[person];
        return {
          person,
          office: entity?.kind === 'person' ? (entity.offices[0]?.office ?? null) : null,
          evidence: span,
        };
      }),
      place,
      date: agreement.date === undefined ? null : { ...span, value: agreement.date },
      states: (agreement.states ?? []).map((state) =>
        typeof state === 'string'
          ? { state, date: null, evidence: span }
          : { state: state[0], date: state[1], evidence: span },
      ),
      subjects: [...(agreement.subjects ?? [])].sort(),
      topics: [...(agreement.topics ?? [])].sort(),
      relations: (agreement.related ?? []).map((title) => ({
        relation: 'implements',
        agreement: agreements.get(title) ?? 0,
        evidence: span,
      })),
      participants: (agreement.people ?? []).map(local),
    };
    const entity = entities.push(fact) - 1;
    agreements.set(agreement.title, entity);
    mention(span, 'agreement', { entity, confidence: agreement.confidence ?? 0.9 });
  }
  const spanOf = (entity: number): Span => {
    const found = mentions.find((each) => each.entity === entity);
    return { start: found?.start ?? 0, end: found?.end ?? 0 };
  };
  const events = (said.events ?? []).map((event): EventFact => {
    const place =
      event.place === undefined ? -1 : entities.findIndex((each) => each.kind === 'place' && each.key === event.place);
    const actors = event.actors.map(([name, role]) => ({ entity: local(name), role, span: spanOf(local(name)) }));
    if (place >= 0) actors.push({ entity: place, role: 'host', span: spanOf(place) });
    return {
      kind: event.kind,
      code: CODES[event.kind],
      modality: event.modality ?? 'happened',
      actors,
      agreement: event.agreement === undefined ? null : (agreements.get(event.agreement) ?? null),
      place: place < 0 ? null : place,
      date: event.date ?? null,
      news: event.news ?? true,
      trigger: actors[0]?.span ?? { start: 0, end: 0 },
      sentence: { start: 0, end: sentence.length },
    };
  });
  return { facts: inTextOrder({ sentence, entities, mentions, events }), date, text: () => sentence };
}

const CODES: Readonly<Record<EventFact['kind'], EventFact['code']>> = {
  meeting: '040',
  reception: '043',
  visit: '042',
  call: '041',
  signing: '057',
  statement: '010',
};

/** Mentions sorted as recognition sorts them, with all that points at them. */
function inTextOrder(raw: {
  readonly sentence: string;
  readonly entities: readonly LocalEntity[];
  readonly mentions: readonly MentionFact[];
  readonly events: readonly EventFact[];
}): ArticleFacts {
  const order = raw.mentions.map((_, index) => index);
  const key = (index: number) => raw.mentions[index] as MentionFact;
  order.sort((a, b) => key(a).start - key(b).start || key(b).end - key(a).end);
  const moved = (index: number) => order.indexOf(index);
  return {
    direction: 'rtl',
    title: null,
    date: null,
    source: null,
    furniture: [],
    paragraphs: [{ start: 0, end: raw.sentence.length }],
    sentences: [{ start: 0, end: raw.sentence.length }],
    mentions: order.map(key),
    entities: raw.entities.map((entity) =>
      entity.kind === 'person'
        ? {
            ...entity,
            introduction: moved(entity.introduction),
            offices: entity.offices.map((claim) => ({ ...claim, mention: moved(claim.mention) })),
          }
        : entity,
    ),
    dates: [],
    events: raw.events,
  };
}

export type Corpus = Readonly<Record<ArticlePath, ResolvableArticle>>;

/** A Resolution as plain data that `assert.deepEqual` compares: maps by sorted keys, everything lazy read. */
export function plain(resolution: Resolution): unknown {
  return {
    entities: Object.fromEntries(
      [...resolution.entities].map(([id, entity]) => [id, { ...entity, mentions: sorted(entity.mentions) }]),
    ),
    mentions: Object.fromEntries(
      [...resolution.mentions].map(([path, mentions]) => [path, mentions.map((each) => ({ ...each }))]),
    ),
    locals: Object.fromEntries(resolution.locals),
    events: resolution.events.all(),
    survey: surveyed(resolution),
    eventsOf: Object.fromEntries([...resolution.entities.keys()].map((id) => [id, resolution.events.of(id)])),
    eventsIn: Object.fromEntries([...resolution.mentions.keys()].map((path) => [path, resolution.events.in(path)])),
    objections: sorted(resolution.objections),
  };
}

const sorted = (map: Iterable<readonly [string | number, unknown]>) =>
  [...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

export const resolve = (corpus: Corpus): Resolution => resolveAll(Object.entries(corpus));

/** A person of a report: `path name`. */
type Bearer = string;

function idOf(corpus: Corpus, resolution: Resolution, bearer: Bearer): string | null {
  const [path = ''] = bearer.split(' ', 1);
  const name = bearer.slice(path.length + 1);
  const local =
    corpus[path]?.facts.entities.findIndex((entity) => entity.kind === 'person' && entity.name === name) ?? -1;
  if (local < 0) throw new Error(`no person ${bearer}`);
  return resolution.locals.get(path)?.[local] ?? null;
}

/** Whatever the order in which the reports came, these are one person. */
export function checkSame(corpus: Corpus, ...bearers: readonly Bearer[]): void {
  for (const resolution of inOrders(corpus)) {
    const ids = bearers.map((bearer) => idOf(corpus, resolution, bearer));
    assert.ok(ids[0] !== null && ids.every((id) => id === ids[0]), `${bearers.join(' = ')}: ${ids.join(', ')}`);
  }
}

/** The name that the person is shown by. */
export function checkShown(corpus: Corpus, bearer: Bearer, name: string): void {
  for (const resolution of inOrders(corpus)) {
    const id = idOf(corpus, resolution, bearer);
    assert.equal(id === null ? null : resolution.entities.get(id)?.name, name, bearer);
  }
}

/** These are different persons, each of them somebody. */
export function checkApart(corpus: Corpus, ...bearers: readonly Bearer[]): void {
  for (const resolution of inOrders(corpus)) {
    const ids = bearers.map((bearer) => idOf(corpus, resolution, bearer));
    assert.ok(!ids.includes(null) && new Set(ids).size === ids.length, `${bearers.join(' ≠ ')}: ${ids.join(', ')}`);
  }
}

/** It is open who this is; `candidates` are names. */
export function checkOpen(corpus: Corpus, bearer: Bearer, candidates: readonly string[]): void {
  for (const resolution of inOrders(corpus)) {
    assert.equal(idOf(corpus, resolution, bearer), null, bearer);
    const [path = ''] = bearer.split(' ', 1);
    const mention = resolution.mentions
      .get(path)
      ?.find(
        ({ kind, mention: index }) =>
          kind === 'person' && nameAt(corpus, path, index) === bearer.slice(path.length + 1),
      );
    assert.deepEqual(
      mention?.candidates.map((id) => resolution.entities.get(id)?.name).sort(),
      [...candidates].sort(),
      bearer,
    );
    assert.ok(mention?.reasons.some(({ code }) => code === 'ambiguous'));
  }
}

function nameAt(corpus: Corpus, path: ArticlePath, mention: number): string | null {
  const { facts } = corpus[path] ?? {};
  const entity = facts?.entities[facts.mentions[mention]?.entity ?? -1];
  return entity?.kind === 'person' ? entity.name : null;
}

/** Forwards and backwards, at once and one by one. */
function inOrders(corpus: Corpus): Resolution[] {
  const articles = Object.entries(corpus);
  const resolver = new Resolver();
  for (const article of [...articles].reverse()) resolver.update({ set: [article] });
  return [resolveAll(articles), resolver.resolution];
}

export function personNamed(resolution: Resolution, name: string): PersonEntity {
  const found = [...resolution.ofKind('person')].filter((person) => person.name === name);
  const [only] = found;
  assert.equal(found.length, 1, `persons named ${name}`);
  return only as PersonEntity;
}

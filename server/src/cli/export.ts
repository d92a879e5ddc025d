/**
 * A corpus as data for other programs. The names and shapes are a contract with them; what is added later must not change
 * what is there. Offsets are UTF-16 code units of the article's text without a byte order mark.
 */
import { datesIn } from '../corpus/article.ts';
import type { Article, ArticleDate, Snapshot } from '../corpus/snapshot.ts';
import { sentenceAround } from '../features/definition.ts';
import type { AgreementEntity, Entity, EntityId, EventEntity, Evidence, Tenure } from '../resolve/entities.ts';
import type { Span } from '../text/span.ts';
import { jsonText } from './json.ts';

/**
 * The whole corpus as one JSON object, piece by piece: as one string, that of a large corpus would be longer than a string can be.
 * Articles go by path, entities and agreements by id.
 */
export function* exportJson(snapshot: Snapshot): Generator<string> {
  const articles = sortedArticles(snapshot);
  yield '{\n"articles": ';
  yield* jsonArray(articles, (article) => articleData(snapshot, article));
  yield ',\n"entities": ';
  yield* jsonArray(othersThanAgreements(snapshot), (entity) => entityData(snapshot, entity));
  yield ',\n"agreements": ';
  yield* jsonArray(snapshot.resolution.ofKind('agreement'), (agreement) => agreementData(snapshot, agreement));
  yield ',\n"events": ';
  yield* jsonArray(snapshot.resolution.events.all(), (event) => eventData(snapshot, event));
  yield ',\n"dates": ';
  yield* jsonArray(datesOf(articles), (date) => date);
  yield '\n}\n';
}

/** The agreements alone, as one JSON array of what `exportJson` has under `agreements`. */
export function* agreementsJson(snapshot: Snapshot): Generator<string> {
  yield* jsonArray(snapshot.resolution.ofKind('agreement'), (agreement) => agreementData(snapshot, agreement));
  yield '\n';
}

/** The events alone, as one JSON array of what `exportJson` has under `events`. */
export function* eventsJson(snapshot: Snapshot): Generator<string> {
  yield* jsonArray(snapshot.resolution.events.all(), (event) => eventData(snapshot, event));
  yield '\n';
}

function* jsonArray<T>(items: Iterable<T>, data: (item: T) => unknown): Generator<string> {
  let separator = '[';
  for (const item of items) {
    yield `${separator}\n${jsonText(data(item))}`;
    separator = ',';
  }
  yield separator === '[' ? '[]' : '\n]';
}

function sortedArticles({ articles }: Snapshot): Article[] {
  return [...articles.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function* othersThanAgreements({ resolution }: Snapshot): Generator<Exclude<Entity, AgreementEntity>> {
  for (const entity of resolution.entities.values()) if (entity.kind !== 'agreement') yield entity;
}

function dateFrom(snapshot: Snapshot, from: NonNullable<ArticleDate['from']>) {
  return typeof from === 'string' ? from : { by: from.by, evidence: evidenceData(snapshot, from.evidence) };
}

function articleData(snapshot: Snapshot, { path, facts, date, encoding }: Article) {
  return {
    path,
    title: facts.title?.text ?? null,
    date: date?.value ?? null,
    ...(date?.inferred && { dateInferred: true }),
    ...(date?.from && { dateFrom: dateFrom(snapshot, date.from) }),
    source: facts.source?.text ?? null,
    direction: facts.direction,
    encoding,
  };
}

function entityData(snapshot: Snapshot, entity: Exclude<Entity, AgreementEntity>) {
  const { id, kind, name, latin, aliases } = entity;
  const own = () => {
    switch (entity.kind) {
      case 'person':
        return {
          ranks: [...new Set(entity.ranks.map(({ rank }) => rank))],
          tenures: entity.tenures.map((tenure) => tenureData(snapshot, tenure)),
          agreements: entity.agreements,
        };
      case 'office':
        return {
          country: entity.country,
          organization: nameOf(snapshot, entity.organization),
          holders: entity.tenures.map(({ person }) => person),
        };
      case 'organization':
        return { country: entity.country };
      case 'place':
        return {
          country: entity.country,
          type: entity.type,
          ...(entity.within && {
            within: { place: entity.within.place, evidence: evidenceData(snapshot, entity.within.evidence) },
          }),
        };
    }
  };
  return { id, kind, name, latin, aliases, ...own(), mentions: mentionsData(snapshot, entity) };
}

function tenureData(snapshot: Snapshot, { office, title, organization, country, attestations }: Tenure) {
  return {
    office: title,
    officeId: office,
    organization: nameOf(snapshot, organization),
    country,
    attestations: attestations.map(({ former, manner, title: written, ...evidence }) => ({
      ...evidenceData(snapshot, evidence),
      office: written,
      former,
      ...(manner && { manner }),
    })),
  };
}

function agreementData(snapshot: Snapshot, agreement: AgreementEntity) {
  const { id, name, aliases, type, status, date, place, parties, signatories, states, subjects, relations } = agreement;
  const mentions = mentionsData(snapshot, agreement);
  return {
    id,
    title: name,
    aliases,
    type,
    status,
    date,
    place: nameOf(snapshot, place),
    parties: parties.map((party) => nameOf(snapshot, party)).filter((party) => party !== null),
    signatories: [...new Set(signatories.map(({ person }) => nameOf(snapshot, person)))].filter(
      (person) => person !== null,
    ),
    signatures: signatories.map(({ person, office, evidence }) => ({
      person,
      office: nameOf(snapshot, office),
      evidence: evidenceData(snapshot, evidence),
    })),
    states: states.map(({ state, date: when, evidence }) => ({
      state,
      date: when,
      evidence: evidenceData(snapshot, evidence),
      sentence: sentenceOf(snapshot, evidence),
    })),
    subjects,
    related: relations.map(({ agreement: other }) => other),
    relations: relations.map(({ relation, agreement: other, evidence }) => ({
      relation,
      agreement: other,
      title: nameOf(snapshot, other),
      evidence: evidenceData(snapshot, evidence),
    })),
    articles: [...new Set(mentions.map(({ article }) => article))],
    mentions,
  };
}

/** `code` is that of CAMEO (recognize/facts.ts, EventCode); `tellings` are sentences, `trigger` the word in them that tells the event. */
function eventData(snapshot: Snapshot, event: EventEntity) {
  const { id, kind, code, modality, actors, agreement, place, date, dateStated, tellings } = event;
  return {
    id,
    kind,
    code,
    modality,
    date,
    ...(date !== null && !dateStated && { dateInferred: true }),
    place: nameOf(snapshot, place),
    agreement,
    actors: actors.map(({ entity, role, evidence }) => ({
      entity,
      name: nameOf(snapshot, entity),
      role,
      evidence: evidenceData(snapshot, evidence),
    })),
    articles: [...new Set(tellings.map(({ article }) => article))],
    tellings: tellings.map(({ trigger, event: _, ...evidence }) => ({
      ...evidenceData(snapshot, evidence),
      trigger: { start: trigger.start, end: trigger.end },
    })),
  };
}

/** By article, in text order. */
function mentionsData(snapshot: Snapshot, { mentions }: Entity) {
  return [...mentions]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([path, indexes]) => {
      const facts = snapshot.articles.get(path)?.facts;
      return indexes.flatMap((index) => {
        const mention = facts?.mentions[index];
        return mention === undefined ? [] : [{ ...spanData(snapshot, path, mention), form: mention.form }];
      });
    });
}

function* datesOf(articles: Iterable<Article>) {
  for (const article of articles) {
    const { path, text } = article;
    for (const { start, end, value } of datesIn(article))
      yield { article: path, start, end, text: text.slice(start, end), value };
  }
}

function evidenceData(snapshot: Snapshot, { article, date, span }: Evidence) {
  return { ...spanData(snapshot, article, span), date };
}

/** The sentence of an evidence, as written. */
function sentenceOf(snapshot: Snapshot, { article, span }: Evidence): string {
  const { start, end } = sentenceAround(snapshot, { article, span });
  return snapshot.articles.get(article)?.text.slice(start, end) ?? '';
}

function spanData(snapshot: Snapshot, article: string, { start, end }: Span) {
  return { article, start, end, text: snapshot.articles.get(article)?.text.slice(start, end) ?? '' };
}

function nameOf({ resolution }: Snapshot, id: EntityId | null): string | null {
  return id === null ? null : (resolution.entities.get(id)?.name ?? null);
}

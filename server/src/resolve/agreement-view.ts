/** An agreement as a reader of the index sees it. */
import type { AgreementFact, AgreementState } from '../recognize/facts.ts';
import { type AgreementCluster, datesOf, typeOf } from './agreement-clusters.ts';
import { byDate, byEvidence, type EntityIndex, LAST, proof } from './attestations.ts';
import type { AgreementEntity, ArticlePath, EntityId } from './entities.ts';
import { type Frequencies, frequencies, mostFrequent, naming } from './forms.ts';
import { byCodeUnit } from './keys.ts';
import { lazily, once } from './lazily.ts';
import { mentionsIn, union, withProof } from './mention-maps.ts';
import type { ArticleRecord, State } from './state.ts';
import { arabicName } from './states.ts';

/**
 * The life of an agreement: what is still planned after talks is further on than talks, and an announcement may come before the signing;
 * where both are said it has been signed.
 */
const LIFE: readonly AgreementState[] = ['negotiated', 'planned', 'announced', 'signed', 'in force', 'ended'];

/** «مذكرة التفاهم للتعاون الدفاعي بين العراق وإيران» has seven words; more are a clause. */
const TITLE_WORDS = 7;

/** What one article says of the agreement. */
interface Report {
  readonly path: ArticlePath;
  readonly record: ArticleRecord;
  readonly fact: AgreementFact;
}

export function agreementView(state: State, index: EntityIndex, cluster: AgreementCluster): AgreementEntity {
  const id = `agreement:${cluster.id}`;
  const { items } = cluster;
  const reports = once(() =>
    items
      .flatMap(({ article: path, local }) => {
        const record = state.articles.get(path);
        const fact = record?.facts.entities[local];
        return record === undefined || fact?.kind !== 'agreement' ? [] : [{ path, record, fact }];
      })
      .sort(byDate),
  );
  const titles = once(() => frequencies(items.map(({ title }) => title)));
  const states = once(() => statesIn(reports()));
  return lazily<AgreementEntity>({
    kind: () => 'agreement',
    id: () => id,
    ...naming(
      once(() => titleOf(cluster, titles())),
      titles,
    ),
    mentions: () =>
      withProof(
        union(items.map(({ article, mentions }) => mentionsIn(article, mentions))),
        union(items.map(({ article, weak }) => mentionsIn(article, weak))),
      ),
    type: () => typeOf(items),
    status: () => LIFE.findLast((stage) => states().some(({ state: reached }) => reached === stage)) ?? 'announced',
    date: () => datesOf(items)[0] ?? inForceSince(states()),
    place: () =>
      mostFrequent(
        frequencies(
          reports().flatMap(({ path, record, fact }) =>
            fact.place === null ? [] : (index.idOfLocal(path, record, fact.place) ?? []),
          ),
        ),
      ),
    parties: () => partiesIn(reports(), index),
    signatories: () => signatoriesIn(reports(), index),
    states,
    subjects: () => [...new Set(items.flatMap(({ subjects }) => subjects))].sort(byCodeUnit),
    relations: () => relationsIn(id, reports(), index),
  });
}

/**
 * The form that says most: of the kind that most articles call it, with most words up to what a title needs, then the most frequent.
 */
function titleOf({ items }: AgreementCluster, counts: Frequencies): string {
  const type = typeOf(items);
  const ranked = items
    .map(({ title, type: own }) => ({
      title,
      fits: own === type,
      words: Math.min(title.split(' ').length, TITLE_WORDS),
    }))
    .sort(
      (a, b) =>
        Number(b.fits) - Number(a.fits) ||
        b.words - a.words ||
        (counts.get(b.title) ?? 0) - (counts.get(a.title) ?? 0) ||
        byCodeUnit(a.title, b.title),
    );
  return ranked[0]?.title ?? '';
}

/** By the date of the state, else of the article; of one date in the order of an agreement's life. */
function statesIn(reports: readonly Report[]): AgreementEntity['states'][number][] {
  const all = reports.flatMap(({ path, record, fact }) =>
    fact.states.map(({ state, date, evidence, presumed }) => ({ path, record, state, date, evidence, presumed })),
  );
  // That a document exists says nothing of its life where an article does.
  const attested = all.filter(({ presumed }) => presumed !== true);
  return (attested.length > 0 ? attested : all)
    .map(({ path, record, state, date, evidence }) => ({ state, date, evidence: proof(path, record, evidence) }))
    .sort(
      (a, b) =>
        byCodeUnit(a.date ?? a.evidence.date ?? LAST, b.date ?? b.evidence.date ?? LAST) ||
        LIFE.indexOf(a.state) - LIFE.indexOf(b.state) ||
        byEvidence(a.evidence, b.evidence),
    );
}

/** «السارية منذ 15 نوفمبر 2021»: where no article says when it was signed, the day since when it is in force. */
function inForceSince(states: AgreementEntity['states']): AgreementEntity['date'] {
  const since = states.find(({ state, date }) => state === 'in force' && /^\d{4}-\d\d-\d\d$/.test(date ?? ''));
  return since?.date ?? null;
}

/** Other agreements with the first evidence of how this one stands to them; by id. */
function relationsIn(
  id: EntityId,
  reports: readonly Report[],
  index: EntityIndex,
): AgreementEntity['relations'][number][] {
  const found = new Map<EntityId, AgreementEntity['relations'][number]>();
  for (const { path, record, fact } of reports)
    for (const { relation, agreement: local, evidence } of fact.relations) {
      const agreement = index.idOfLocal(path, record, local);
      if (agreement !== null && agreement !== id && !found.has(agreement))
        found.set(agreement, { relation, agreement, evidence: proof(path, record, evidence) });
    }
  return [...found.values()].sort((a, b) => byCodeUnit(a.agreement, b.agreement));
}

/** Each signatory once, with the first evidence, in the capacity that the first article to name one gives. */
function signatoriesIn(reports: readonly Report[], index: EntityIndex): AgreementEntity['signatories'][number][] {
  const found = new Map<EntityId, AgreementEntity['signatories'][number]>();
  for (const { path, record, fact } of reports)
    for (const { person: local, office, evidence } of fact.signatories) {
      const person = index.idOfLocal(path, record, local);
      if (person === null) continue;
      const capacity = office === null ? null : index.idOfLocal(path, record, office);
      const before = found.get(person);
      if (before === undefined)
        found.set(person, { person, office: capacity, evidence: proof(path, record, evidence) });
      else if (before.office === null && capacity !== null) found.set(person, { ...before, office: capacity });
    }
  return [...found.values()];
}

/** The longest list of parties that an article gives: an article may leave out one that the reader knows. */
function partiesIn(reports: readonly Report[], index: EntityIndex): EntityId[] {
  const [fullest] = [...reports].sort((a, b) => b.fact.parties.length - a.fact.parties.length);
  if (fullest === undefined) return [];
  const { path, record, fact } = fullest;
  return fact.parties.map((party) => {
    if (arabicName(party) !== null) return `place:${party}`;
    const local = record.facts.entities.findIndex((entity) => entity.kind === 'organization' && entity.key === party);
    return (local < 0 ? null : index.idOfLocal(path, record, local)) ?? `organization:${party}`;
  });
}

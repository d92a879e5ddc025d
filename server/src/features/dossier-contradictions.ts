/** What articles say against each other about one entity: the findings of contradictions.ts in those articles that may have one. */
import type { Snapshot } from '../corpus/snapshot.ts';
import type { AgreementEntity, ArticlePath, Entity, OfficeEntity } from '../resolve/entities.ts';
import { type Contradiction, contradictions, hasOneSeat } from './contradictions.ts';
import type { Language } from './language.ts';
import { byDate, entityOf } from './subject.ts';

export interface ContradictionsOf {
  /** By date of the article, each once, whichever of its articles one begins with; the first so many of `total`. */
  readonly found: readonly (Contradiction & { readonly article: ArticlePath })[];
  readonly total: number;
  /** Articles looked at, of those that may have one. */
  readonly looked: number;
  readonly articles: number;
}

/** An article costs what its offices and agreements are attested; more are not looked at for one page. */
const LOOKED_AT = 200;
const SHOWN = 50;

export function contradictionsOf(snapshot: Snapshot, entity: Entity, language: Language): ContradictionsOf {
  const all = articlesInQuestion(snapshot, entity);
  const looked = all.slice(0, LOOKED_AT);
  const inOrder = looked.flatMap((path) => snapshot.articles.get(path) ?? []).sort(byDate);
  const found = new Map<string, ContradictionsOf['found'][number]>();
  for (const { path } of inOrder)
    for (const each of contradictions(snapshot, path, language)) {
      if (!concerns(snapshot, entity, each)) continue;
      const key = keyOf(each, path);
      if (!found.has(key)) found.set(key, { ...each, article: path });
    }
  return {
    found: [...found.values()].slice(0, SHOWN),
    total: found.size,
    looked: looked.length,
    articles: all.length,
  };
}

/** Two articles contradict each other: said from either side it is one contradiction. */
function keyOf({ code, related, data, span }: Contradiction, path: ArticlePath): string {
  const articles = [...new Set([path, ...related.map(({ article }) => article)])].sort();
  const about =
    code === 'two-holders'
      ? [data.office, ...[...data.persons].sort()]
      : code === 'two-signing-dates'
        ? [...data.dates].sort()
        : code === 'office-of-signatory'
          ? [data.agreement, data.person]
          : [span.start];
  return [code, ...about, ...articles].join('\u0002');
}

function concerns(snapshot: Snapshot, entity: Entity, { code, data }: Contradiction): boolean {
  switch (code) {
    case 'two-holders':
      return (
        data.office === entity.id ||
        data.persons.includes(entity.id) ||
        (entity.kind === 'organization' && entity.offices.includes(data.office))
      );
    case 'two-signing-dates':
      return data.agreements.some(
        (id) => id === entity.id || (entity.kind === 'person' && entity.agreements.includes(id)),
      );
    case 'office-of-signatory': {
      const sameName = entityOf(snapshot, data.person, 'person')?.name === entity.name;
      return (
        [data.agreement, data.person, data.claimed, data.attested].includes(entity.id) ||
        (entity.kind === 'person' && sameName)
      );
    }
    case 'several-candidates':
      return data.candidates.includes(entity.id);
  }
}

/** Those where a contradiction is likeliest first. */
function articlesInQuestion(snapshot: Snapshot, entity: Entity): ArticlePath[] {
  const found = new Set<ArticlePath>();
  const add = (paths: Iterable<ArticlePath>) => {
    for (const path of paths) found.add(path);
  };
  switch (entity.kind) {
    case 'office':
      add(overlaps(entity));
      break;
    case 'organization':
      for (const id of entity.offices) add(overlaps(entityOf(snapshot, id, 'office')));
      break;
    case 'agreement':
      add(signingArticles(entity));
      break;
    case 'person':
      for (const { office } of entity.tenures) add(overlaps(entityOf(snapshot, office, 'office')));
      for (const id of entity.agreements) add(signingArticles(entityOf(snapshot, id, 'agreement')));
      add(entity.introductions.map(({ article }) => article));
      break;
    case 'place':
  }
  return [...found];
}

/** Articles that attest somebody in an office of one seat within the time in which others are attested in it: most successions have none. */
function overlaps(office: OfficeEntity | null): ArticlePath[] {
  if (office === null || !hasOneSeat(office)) return [];
  const spells = office.tenures.map(({ attestations }) => {
    const present = attestations.filter(({ former, date }) => !former && date !== null);
    const dates = present.map(({ date }) => date ?? '').sort();
    return { present, first: dates[0] ?? '~', last: dates.at(-1) ?? '' };
  });
  return spells.flatMap((mine) =>
    mine.present.flatMap(({ article, date }) =>
      spells.some((theirs) => theirs !== mine && theirs.first <= (date ?? '') && (date ?? '') <= theirs.last)
        ? article
        : [],
    ),
  );
}

function signingArticles(agreement: AgreementEntity | null): ArticlePath[] {
  if (agreement === null) return [];
  return [
    ...agreement.signatories.map(({ evidence }) => evidence.article),
    ...agreement.states.flatMap(({ state, evidence }) => (state === 'signed' ? evidence.article : [])),
  ];
}

/** What articles say of persons and their offices, with where they say it; and tenures made of it. */
import type { IsoDate, LocalIndex, Manner, PersonFact } from '../recognize/facts.ts';
import type { Span } from '../text/span.ts';
import { groupBy } from './collections.ts';
import type { Placement } from './describe.ts';
import type { ArticlePath, Entity, EntityId, Evidence, Tenure, TenureOutline } from './entities.ts';
import { frequencies, mostFrequent } from './forms.ts';
import { byCodeUnit } from './keys.ts';
import type { OfficeStatement } from './office-statements.ts';
import type { ArticleRecord } from './state.ts';

/** What the views of entities ask of the index they are part of. */
export interface EntityIndex {
  byId(id: EntityId): Entity | undefined;
  /** The entity of a local entity of an article; null where that is open or a candidate without proof. */
  idOfLocal(path: ArticlePath, record: ArticleRecord, local: LocalIndex): EntityId | null;
  /** As `idOfLocal`, of what is kept there. */
  idOfPlacement(path: ArticlePath, placement: Placement): EntityId | null;
}

export interface OfficeAttestation extends Evidence {
  readonly person: EntityId;
  readonly office: EntityId;
  readonly former: boolean;
  readonly manner?: Manner;
  readonly title: string;
}

/** A local person of an article that is a person of the corpus. */
export interface Occurrence {
  readonly path: ArticlePath;
  readonly record: ArticleRecord;
  readonly local: LocalIndex;
  readonly fact: PersonFact;
}

export function occurrence(path: ArticlePath, record: ArticleRecord, local: LocalIndex): Occurrence | null {
  const fact = record.facts.entities[local];
  return fact?.kind === 'person' ? { path, record, local, fact } : null;
}

export const proof = (article: ArticlePath, { date }: ArticleRecord, { start, end }: Span): Evidence => ({
  article,
  date,
  span: { start, end },
});

/** After every date. */
export const LAST = '~';

export const byDate = (
  a: { readonly path: ArticlePath; readonly record: ArticleRecord },
  b: { readonly path: ArticlePath; readonly record: ArticleRecord },
): number => byCodeUnit(a.record.date ?? LAST, b.record.date ?? LAST) || byCodeUnit(a.path, b.path);

export const byEvidence = (a: Evidence, b: Evidence): number =>
  byCodeUnit(a.date ?? LAST, b.date ?? LAST) ||
  byCodeUnit(a.article, b.article) ||
  a.span.start - b.span.start ||
  a.span.end - b.span.end;

/** What an article says, `date` being its own: that a person has an office. Null where the corpus does not know the office. */
export function attestation(
  index: EntityIndex,
  person: EntityId,
  article: ArticlePath,
  date: IsoDate | null,
  { office, span, former, manner, title }: OfficeStatement,
): OfficeAttestation | null {
  const id = index.idOfPlacement(article, office);
  return id === null ? null : { person, office: id, article, date, span, former, title, ...(manner && { manner }) };
}

/** One tenure for each person in each office, in order of their first attestations. */
export function tenuresOf(index: EntityIndex, attestations: readonly OfficeAttestation[]): Tenure[] {
  return [...groupBy(attestations, tenureKey).values()]
    .map(outlineOf)
    .sort(byFirst)
    .flatMap((outline) => {
      const office = index.byId(outline.office);
      return office?.kind === 'office'
        ? [{ ...outline, organization: office.organization, country: office.country }]
        : [];
    });
}

export const tenureKey = ({ person, office }: Pick<Tenure, 'person' | 'office'>): string => `${person} ${office}`;

/** What is attested of one person in one office. */
export function outlineOf(attestations: readonly OfficeAttestation[]): TenureOutline {
  const list = [...attestations].sort(byEvidence);
  const [{ person, office, title }] = list as [OfficeAttestation, ...OfficeAttestation[]];
  return {
    person,
    office,
    title: mostFrequent(frequencies(list.map((each) => each.title))) ?? title,
    attestations: list.map(({ person: _, office: __, ...attestation }) => attestation),
  };
}

export const byFirst = (a: TenureOutline, b: TenureOutline): number =>
  byEvidence(a.attestations[0] as Evidence, b.attestations[0] as Evidence) || byCodeUnit(tenureKey(a), tenureKey(b));

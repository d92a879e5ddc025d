/**
 * Small corpora for the tests of features: what recognition and resolution would have found is written down beside the sentences, so
 * that a test of a feature depends on nothing else.
 */
import assert from 'node:assert/strict';
import { Map as ImmutableMap } from 'immutable';
import { ArticleYears } from '../../../server/src/corpus/article-years.ts';
import type { Article, ArticleDate, Snapshot } from '../../../server/src/corpus/snapshot.ts';
import type {
  DateFact,
  EntityKind,
  Manner,
  MentionFact,
  MentionForm,
  Reason,
} from '../../../server/src/recognize/facts.ts';
import { CompactMap } from '../../../server/src/resolve/compact-map.ts';
import type {
  AgreementEntity,
  CrossReason,
  Entity,
  Evidence,
  OfficeEntity,
  OrganizationEntity,
  PersonEntity,
  PlaceEntity,
  ResolvedMention,
  Tenure,
} from '../../../server/src/resolve/entities.ts';
import type { Span } from '../../../server/src/text/span.ts';

export interface MentionSpec {
  /** The words as they stand; the first that is not taken yet by a mention before it in the list, or the `nth` (from 1). */
  readonly words: string;
  readonly nth?: number;
  readonly entity: string | null;
  readonly kind?: EntityKind;
  readonly form?: MentionForm;
  readonly holder?: string;
  readonly attached?: boolean;
  readonly candidates?: readonly string[];
  readonly reasons?: readonly (Reason | CrossReason)[];
}

export interface ArticleSpec {
  readonly text: string;
  /** Whether the first line is a title. */
  readonly titled?: boolean;
  readonly date?: string;
  readonly inferred?: boolean;
  readonly from?: ArticleDate['from'];
  readonly mentions?: readonly MentionSpec[];
  readonly dates?: readonly { readonly words: string; readonly value: string; readonly relative?: boolean }[];
}

type Introduction = readonly [path: string, words: string];

/** Entities as a test needs them: what is left out is empty. Articles and words stand for spans. */
export interface EntitySpecs {
  readonly persons?: Readonly<
    Record<
      string,
      {
        readonly name: string;
        readonly latin?: string;
        readonly introductions?: readonly Introduction[];
        readonly ranks?: readonly (readonly [rank: string, path: string])[];
        readonly offices?: readonly {
          readonly office: string;
          readonly path: string;
          readonly words: string;
          /** Where it is not the words themselves. */
          readonly title?: string;
          readonly former?: boolean;
          readonly manner?: Manner;
        }[];
        readonly agreements?: readonly string[];
      }
    >
  >;
  readonly offices?: Readonly<Record<string, Partial<OfficeEntity> & { readonly name: string }>>;
  readonly organizations?: Readonly<Record<string, Partial<OrganizationEntity> & { readonly name: string }>>;
  readonly places?: Readonly<Record<string, Partial<PlaceEntity> & { readonly name: string }>>;
  readonly agreements?: Readonly<Record<string, Partial<AgreementEntity> & { readonly name: string }>>;
}

/** Where `words` stand in `text` for the nth time (from 1). */
export function spanOf(text: string, words: string, nth = 1): Span {
  let start = -1;
  for (let i = 0; i < nth; i++) start = text.indexOf(words, start + 1);
  assert.notEqual(start, -1, `«${words}» (${nth}) is not in the text`);
  return { start, end: start + words.length };
}

export function corpus(specs: Readonly<Record<string, ArticleSpec>>, entities: EntitySpecs = {}): Snapshot {
  const articles = new Map<string, Article>();
  const resolved = new Map<string, ResolvedMention[]>();
  const mentionsOf = new Map<string, Map<string, number[]>>();

  for (const [path, spec] of Object.entries(specs)) {
    const mentions = placed(path, spec);
    resolved.set(path, mentions);
    articles.set(path, article(path, spec, mentions));
    mentions.forEach((mention, index) => {
      // An office beside a name is no mention of the person.
      for (const id of new Set([mention.entity, mention.attached ? null : mention.holder])) {
        if (id === null) continue;
        const byArticle = mentionsOf.get(id) ?? new Map<string, number[]>();
        byArticle.set(path, [...(byArticle.get(path) ?? []), index]);
        mentionsOf.set(id, byArticle);
      }
    });
  }

  const base = (id: string, name: string) => ({
    id,
    name,
    aliases: [],
    latin: '',
    mentions: CompactMap.of(mentionsOf.get(id) ?? new Map<string, number[]>()),
  });
  const evidence = (path: string, words: string): Evidence => {
    const { text, date } = articles.get(path) as Article;
    return { article: path, date: date?.value ?? null, span: spanOf(text, words) };
  };

  const all = new Map<string, Entity>();
  const tenures: Tenure[] = [];
  for (const [id, spec] of Object.entries(entities.persons ?? {})) {
    const own = new Map<string, Tenure>();
    for (const { office, path, words, title = words, former = false, manner } of spec.offices ?? []) {
      const before = own.get(office)?.attestations ?? [];
      const attestations = [...before, { ...evidence(path, words), former, title, ...(manner && { manner }) }];
      own.set(office, { person: id, office, title, organization: null, country: null, attestations });
    }
    tenures.push(...own.values());
    const person: PersonEntity = {
      ...base(id, spec.name),
      kind: 'person',
      latin: spec.latin ?? '',
      ranks: (spec.ranks ?? []).map(([rank, path]) => ({ rank, evidence: evidence(path, rank) })),
      tenures: [...own.values()],
      introductions: (spec.introductions ?? []).map(([path, words]) => {
        const { start } = evidence(path, words).span;
        const mention = (articles.get(path)?.facts.mentions ?? []).findIndex(
          (each) => each.start === start && each.kind === 'person',
        );
        assert.notEqual(mention, -1, `no mention of a person at «${words}» in ${path}`);
        return { article: path, mention };
      }),
      agreements: spec.agreements ?? [],
    };
    all.set(id, person);
  }
  for (const [id, spec] of Object.entries(entities.offices ?? {})) {
    all.set(id, {
      ...base(id, spec.name),
      kind: 'office',
      role: 'minister',
      organization: null,
      country: null,
      general: false,
      tenures: tenures.filter(({ office }) => office === id),
      ...spec,
    });
  }
  for (const [id, spec] of Object.entries(entities.organizations ?? {})) {
    all.set(id, { ...base(id, spec.name), kind: 'organization', country: null, offices: [], ...spec });
  }
  for (const [id, spec] of Object.entries(entities.places ?? {})) {
    all.set(id, { ...base(id, spec.name), kind: 'place', country: null, type: 'place', within: null, ...spec });
  }
  for (const [id, spec] of Object.entries(entities.agreements ?? {})) {
    all.set(id, {
      ...base(id, spec.name),
      kind: 'agreement',
      type: 'agreement',
      status: 'signed',
      date: null,
      place: null,
      parties: [],
      signatories: [],
      states: [],
      subjects: [],
      relations: [],
      ...spec,
    });
  }
  const ofKind = <Kind extends EntityKind>(kind: Kind) =>
    [...all.values()].filter((entity) => entity.kind === kind).values() as IterableIterator<
      Extract<Entity, { kind: Kind }>
    >;
  return {
    version: 1,
    settings: { text: '', lineStarts: [0], corrections: [] },
    articles: ImmutableMap(articles),
    years: new ArticleYears().view(ImmutableMap(articles)),
    readTexts: () => {},
    resolution: {
      entities: all,
      ofKind,
      survey: () => ({
        encounters: () => inSteps(() => []),
        agreements: (take) => inSteps(() => [...ofKind('agreement')].forEach(take)),
        tenures: () => inSteps(() => tenures),
        prominent: (kind) => inSteps(() => [...ofKind(kind)].map(({ id }) => id)),
        mentioning: (id) => [...(all.get(id)?.mentions.keys() ?? [])],
      }),
      mentions: resolved,
      locals: new Map(),
      inferredDate: () => null,
      // As plain as can be: how names are found is tested with resolution.
      events: { of: () => [], encountersOf: () => [], in: () => [], all: () => [] },
      names: { search: (query, limit) => [...all.values()].filter(({ name }) => name.includes(query)).slice(0, limit) },
      directory: {
        letters: (kind) => [...new Set([...ofKind(kind)].map(({ name }) => name[0] ?? ''))],
        page: (kind, letter) => ({
          entries: [...ofKind(kind)]
            .filter(({ name }) => name.startsWith(letter))
            .map((entity) => ({ position: entity.name, entity })),
          more: false,
        }),
        organizationsOf: (country) =>
          [...ofKind('organization')].filter((each) => each.country === country).map(({ id }) => id),
      },
      objections: new Map(),
    },
  };
}

function* inSteps<Result>(work: () => Result): Generator<void, Result> {
  yield;
  return work();
}

/** Evidence in an article of a corpus, for entities that are given whole. */
export function evidenceIn(snapshot: Snapshot, path: string, words: string): Evidence {
  const { text, date } = snapshot.articles.get(path) as Article;
  return { article: path, date: date?.value ?? null, span: spanOf(text, words) };
}

function placed(path: string, { text, mentions = [] }: ArticleSpec): ResolvedMention[] {
  const taken = new Map<string, number>();
  const found = mentions.map((spec) => {
    const nth = spec.nth ?? (taken.get(spec.words) ?? 0) + 1;
    taken.set(spec.words, nth);
    const kind = spec.kind ?? (spec.entity?.split(':')[0] as EntityKind | undefined) ?? 'person';
    return {
      ...spanOf(text, spec.words, nth),
      article: path,
      mention: 0,
      kind,
      form: spec.form ?? (kind === 'office' ? ('office' as const) : ('name' as const)),
      entity: spec.entity,
      holder: spec.holder ?? null,
      attached: spec.attached ?? false,
      candidates: spec.candidates ?? [],
      confidence: 1,
      unsure: false,
      reasons: spec.reasons ?? [],
    };
  });
  return found
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map((mention, index) => ({ ...mention, mention: index }));
}

function article(path: string, spec: ArticleSpec, mentions: readonly ResolvedMention[]): Article {
  const { text, titled = false, dates = [] } = spec;
  const lineStarts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const lines = [...text.matchAll(/[^\n]+/g)].map(({ index, 0: line }) => ({ start: index, end: index + line.length }));
  const sentences = [...text.matchAll(/[^\n.]+\.?/g)].map(({ index, 0: words }) => {
    const lead = words.length - words.trimStart().length;
    return { start: index + lead, end: index + words.length };
  });
  const title = titled ? lines[0] : undefined;
  return {
    path,
    text,
    length: text.length,
    encoding: 'utf8',
    lineStarts,
    title: text.slice(lines[0]?.start, lines[0]?.end),
    mentionSpan: (mention) => mentions[mention],
    date:
      spec.date === undefined
        ? null
        : { value: spec.date, inferred: spec.inferred ?? false, ...(spec.from && { from: spec.from }) },
    facts: {
      direction: 'rtl',
      title: title === undefined ? null : { ...title, text: text.slice(title.start, title.end) },
      date: null,
      source: null,
      furniture: [],
      paragraphs: titled ? lines.slice(1) : lines,
      sentences,
      mentions: mentions.map(
        ({ start, end, kind, form, attached, confidence }): MentionFact => ({
          start,
          end,
          kind,
          form,
          entity: 0,
          holder: null,
          attached,
          confidence,
          reason: { code: 'pattern' },
        }),
      ),
      entities: [],
      events: [],
      dates: dates.map(
        ({ words, value, relative = false }): DateFact => ({ ...spanOf(text, words), value, relative }) as DateFact,
      ),
    },
  };
}

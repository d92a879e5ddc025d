/** The marks of a reader, as `seen/gold.json` and `unseen/gold.json` hold them: offsets, labels and ids, none of the articles' words. */
import { readFileSync } from 'node:fs';

/** Offsets in UTF-16 code units of the article's text, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type GoldForm = 'name' | 'short' | 'office' | 'optional';

export interface GoldMention extends Span {
  readonly article: string;
  readonly person: string;
  /** `optional`: neither missed where it is not found nor wrong where it is. */
  readonly form: GoldForm;
}

/** A person said to hold an office in an article, once an article however often it says so. */
export interface GoldOffice {
  readonly article: string;
  readonly person: string;
  /** The words of the office wherever the article gives it; the first is where it is said of the person. */
  readonly spans: readonly Span[];
  /** ISO 3166-1 alpha-2, where the office's own words say whose it is. */
  readonly country: string | null;
  readonly former: boolean;
  /** The words do not name the office («نظيره», «تسلم وزارة …»): they are not compared. */
  readonly otherWords: boolean;
  readonly optional: boolean;
}

export type EventKind = 'meeting' | 'visit' | 'call' | 'signing';

export interface GoldEvent {
  readonly article: string;
  readonly kind: EventKind;
  readonly modality: 'happened' | 'planned';
  /** Who must be named: persons, or states by code; any one of the alternatives will do. */
  readonly participants: readonly (readonly string[])[];
  /** Who may be named too. */
  readonly others: readonly string[];
  readonly trigger: Span;
  readonly optional: boolean;
}

export interface GoldArticle {
  /** `ant/N`: the N-th article of the archive as `ant.ts` counts; `examples/FILE`. */
  readonly article: string;
  readonly sha256: string;
  readonly mentions: readonly GoldMention[];
  readonly offices: readonly GoldOffice[];
  readonly events: readonly GoldEvent[];
}

interface Written {
  readonly articles: readonly {
    readonly article: string;
    readonly sha256: string;
    readonly persons: readonly { readonly id: string; readonly mentions: readonly string[] }[];
    readonly offices: readonly {
      readonly person: string;
      readonly spans: readonly string[];
      readonly country?: string;
      readonly former?: boolean;
      readonly otherWords?: boolean;
      readonly optional?: boolean;
    }[];
    readonly events: readonly {
      readonly kind: EventKind;
      readonly modality: 'happened' | 'planned';
      readonly participants: readonly (readonly string[])[];
      readonly others?: readonly string[];
      readonly trigger: string;
      readonly optional?: boolean;
    }[];
  }[];
}

/** «12-30» */
function span(written: string): Span {
  const [start, end] = written.split('-').map(Number);
  if (start === undefined || end === undefined || !(start < end)) throw new Error(`no span: ${written}`);
  return { start, end };
}

export function readGold(file: string): GoldArticle[] {
  const { articles } = JSON.parse(readFileSync(file, 'utf8')) as Written;
  return articles.map(({ article, sha256, persons, offices, events }) => ({
    article,
    sha256,
    mentions: persons.flatMap(({ id, mentions }) =>
      mentions.map((mention) => {
        const [form, place = ''] = mention.split(' ');
        return { article, person: id, form: form as GoldForm, ...span(place) };
      }),
    ),
    offices: offices.map(({ person, spans, country = null, former = false, otherWords = false, optional = false }) => ({
      article,
      person,
      spans: spans.map(span),
      country,
      former,
      otherWords,
      optional,
    })),
    events: events.map(({ trigger, others = [], optional = false, ...event }) => ({
      article,
      ...event,
      others,
      trigger: span(trigger),
      optional,
    })),
  }));
}

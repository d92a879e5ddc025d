/** What the pictures, the timeline and the network, and the extension say to each other. Both sides check it. */
import type {
  Evidence,
  Network,
  NetworkQuery,
  NodeKind,
  TieKind,
  Timeline,
  TimelineKind,
  TimelineMark,
  TimelineQuery,
  WireLocation,
} from '../../../server/src/lsp/requests.ts';

export type PictureKind = 'timeline' | 'network';

export const TIMELINE_KINDS: readonly TimelineKind[] = ['article', 'meeting', 'visit', 'call', 'agreement', 'tenure'];
export const NODE_KINDS: readonly NodeKind[] = ['person', 'office', 'organization'];
export const TIE_KINDS: readonly TieKind[] = ['article', 'meeting', 'signature', 'tenure'];

/** An answer bears the number of its question; one that a later question has overtaken is let go. */
export type ToPicture =
  /** Null: the corpus does not know the entity (any more), or there is no corpus (any more). */
  | {
      readonly type: 'timeline';
      readonly request: number;
      readonly timeline: Timeline | null;
      /** Of the days that are looked at first: who asked did not know yet which these are. */
      readonly atHome?: boolean;
    }
  | { readonly type: 'network'; readonly request: number; readonly network: Network | null }
  | { readonly type: 'evidence'; readonly request: number; readonly evidence: Evidence | null }
  /** The index has changed: ask again. */
  | { readonly type: 'changed' }
  | { readonly type: 'say'; readonly text: string };

/** What the extension adds: the corpus, and the entity that the picture is of. */
export type TimelineAsked = Omit<TimelineQuery, 'uri' | 'entity'>;
export type NetworkAsked = Omit<NetworkQuery, 'uri'>;

export type FromPicture =
  | { readonly type: 'ready' }
  | ({ readonly type: 'timeline'; readonly request: number } & TimelineAsked)
  | ({ readonly type: 'network'; readonly request: number } & NetworkAsked)
  | {
      readonly type: 'evidence';
      readonly request: number;
      readonly entity: string;
      readonly other: string | null;
      readonly tie: TieKind;
      readonly from: string | null;
      readonly to: string | null;
    }
  | { readonly type: 'open'; readonly location: WireLocation }
  /** An SVG document, or a PNG in base64. */
  | { readonly type: 'save'; readonly format: 'svg' | 'png'; readonly content: string }
  /** Shows another page about an entity. */
  | { readonly type: 'show'; readonly page: 'dossier' | 'timeline'; readonly entity: string; readonly uri: string };

/** Pictures larger than this are none that a page of ours makes (code units). */
const CONTENT_LIMIT = 60_000_000;

export interface PictureStrings {
  readonly whole: string;
  readonly gone: string;
  readonly loading: string;
  readonly table: string;
  readonly picture: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fit: string;
  readonly sortBy: string;
  readonly date: string;
  readonly kind: string;
  readonly undated: string;
}

export interface TimelineStrings extends PictureStrings {
  readonly title: string;
  readonly keys: string;
  readonly earlier: string;
  readonly later: string;
  readonly show: string;
  readonly what: string;
  readonly saveSvg: string;
  readonly nothing: string;
  readonly inView: string;
  readonly rowsShown: string;
  readonly tooMany: string;
  readonly undatedSome: string;
  readonly inferred: string;
  readonly planned: string;
  readonly denied: string;
  readonly vague: string;
  readonly legend: string;
  readonly lanes: Readonly<Record<TimelineKind, string>>;
  readonly marks: Readonly<Record<TimelineMark['kind'], string>>;
}

export interface NetworkStrings extends PictureStrings {
  readonly title: string;
  readonly keys: string;
  readonly savePng: string;
  readonly nothing: string;
  readonly shown: string;
  readonly search: string;
  readonly notShown: string;
  readonly from: string;
  readonly to: string;
  readonly any: string;
  readonly period: string;
  readonly showNodes: string;
  readonly showTies: string;
  readonly only: string;
  readonly all: string;
  readonly dossier: string;
  readonly timeline: string;
  readonly evidence: string;
  readonly choose: string;
  readonly evidenceSome: string;
  readonly one: string;
  readonly other: string;
  readonly name: string;
  readonly strength: string;
  readonly articles: string;
  readonly nodesTable: string;
  readonly tiesTable: string;
  readonly width: string;
  readonly nodes: Readonly<Record<NodeKind, string>>;
  readonly ties: Readonly<Record<TieKind, string>>;
}

/** A message of the extension, or null where it is shaped like none. */
export function toPicture(value: unknown): ToPicture | null {
  if (!isRecord(value)) return null;
  switch (value.type) {
    case 'timeline':
      return isAnswer(value, 'timeline', 'lanes') ? (value as unknown as ToPicture) : null;
    case 'network':
      return isAnswer(value, 'network', 'ties') ? (value as unknown as ToPicture) : null;
    case 'evidence':
      return isAnswer(value, 'evidence', 'statements') ? (value as unknown as ToPicture) : null;
    case 'changed':
      return { type: 'changed' };
    case 'say':
      return typeof value.text === 'string' ? { type: 'say', text: value.text } : null;
    default:
      return null;
  }
}

function isAnswer(value: Record<string, unknown>, name: string, list: string): boolean {
  const answer = value[name];
  return typeof value.request === 'number' && (answer === null || (isRecord(answer) && Array.isArray(answer[list])));
}

/** A message of a picture, or null where it is shaped like none. Locations are checked where they are used. */
export function fromPicture(value: unknown): FromPicture | null {
  if (!isRecord(value)) return null;
  const request = typeof value.request === 'number' ? value.request : 0;
  switch (value.type) {
    case 'ready':
      return { type: 'ready' };
    case 'timeline': {
      const unit = (['year', 'month', 'day'] as const).find((each) => each === value.unit);
      const kinds = listed(value.kinds, TIMELINE_KINDS);
      return unit === undefined || kinds === null ? null : { type: 'timeline', request, ...period(value), kinds, unit };
    }
    case 'network': {
      const nodes = listed(value.nodes, NODE_KINDS);
      const ties = listed(value.ties, TIE_KINDS);
      const entity = idOrNull(value.entity);
      return nodes === null || ties === null || entity === undefined
        ? null
        : { type: 'network', request, ...period(value), nodes, ties, entity };
    }
    case 'evidence': {
      const entity = idOrNull(value.entity);
      const other = idOrNull(value.other);
      const tie = TIE_KINDS.find((each) => each === value.tie);
      return !entity || other === undefined || tie === undefined
        ? null
        : { type: 'evidence', request, entity, other, tie, ...period(value) };
    }
    case 'open':
      return isRecord(value.location) ? { type: 'open', location: value.location as unknown as WireLocation } : null;
    case 'save': {
      const { format, content } = value;
      const fits = typeof content === 'string' && content.length > 0 && content.length <= CONTENT_LIMIT;
      return (format === 'svg' || format === 'png') && fits ? { type: 'save', format, content } : null;
    }
    case 'show': {
      const { page, entity, uri } = value;
      return (page === 'dossier' || page === 'timeline') && typeof entity === 'string' && typeof uri === 'string'
        ? { type: 'show', page, entity, uri }
        : null;
    }
    default:
      return null;
  }
}

function period({ from, to }: Record<string, unknown>) {
  return { from: dayOrNull(from), to: dayOrNull(to) };
}

const dayOrNull = (value: unknown): string | null =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : null;

/** Undefined for what is neither. */
function idOrNull(value: unknown): string | null | undefined {
  return value === null || (typeof value === 'string' && value.length < 10_000) ? value : undefined;
}

function listed<Value extends string>(value: unknown, known: readonly Value[]): readonly Value[] | null {
  return Array.isArray(value) ? known.filter((each) => value.includes(each)) : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** What the pages about one entity, the concordance and the dossier, and the extension say to each other. Both sides check it. */
import type { Concordance, Dossier, WireLocation } from '../../../server/src/lsp/requests.ts';
import { ORDERS, type Order } from './order.ts';
import type { PictureKind } from './picture-messages.ts';

export type PageKind = 'concordance' | 'dossier';

export type ExportFormat = 'csv' | 'markdown' | 'html';
const EXPORT_FORMATS: readonly ExportFormat[] = ['csv', 'markdown', 'html'];

export type ToPage =
  /** Null: the corpus does not know the entity (any more). */
  | { readonly type: 'concordance'; readonly concordance: Concordance | null; readonly dates: readonly string[] }
  | { readonly type: 'dossier'; readonly dossier: Dossier | null }
  | { readonly type: 'say'; readonly text: string };

export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'open'; readonly location: WireLocation }
  | { readonly type: 'picture'; readonly picture: PictureKind }
  | { readonly type: 'export'; readonly format: ExportFormat; readonly order: Order; readonly descending: boolean };

export interface ConcordanceStrings {
  readonly lines: string;
  readonly someLines: string;
  readonly gone: string;
  readonly loading: string;
  readonly date: string;
  readonly before: string;
  readonly mention: string;
  readonly after: string;
  readonly article: string;
  readonly sortBy: string;
  readonly exportCsv: string;
  readonly undated: string;
}

export interface DossierStrings {
  readonly gone: string;
  readonly loading: string;
  readonly someStatements: string;
  readonly exportMarkdown: string;
  readonly exportHtml: string;
  readonly timeline: string;
  readonly network: string;
}

/** A message of the extension, or null where it is shaped like none. */
export function toPage(value: unknown): ToPage | null {
  if (!isRecord(value)) return null;
  switch (value.type) {
    case 'concordance':
      return (value.concordance === null || (isRecord(value.concordance) && Array.isArray(value.concordance.lines))) &&
        Array.isArray(value.dates)
        ? (value as unknown as ToPage)
        : null;
    case 'dossier':
      return value.dossier === null || (isRecord(value.dossier) && Array.isArray(value.dossier.statements))
        ? (value as unknown as ToPage)
        : null;
    case 'say':
      return typeof value.text === 'string' ? { type: 'say', text: value.text } : null;
    default:
      return null;
  }
}

/** A message of a page, or null where it is shaped like none. Locations are checked where they are used. */
export function fromPage(value: unknown): FromPage | null {
  if (!isRecord(value)) return null;
  switch (value.type) {
    case 'ready':
      return { type: 'ready' };
    case 'open':
      return isRecord(value.location) ? { type: 'open', location: value.location as unknown as WireLocation } : null;
    case 'picture':
      return value.picture === 'timeline' || value.picture === 'network'
        ? { type: 'picture', picture: value.picture }
        : null;
    case 'export': {
      const format = EXPORT_FORMATS.find((each) => each === value.format);
      const order = ORDERS.find((each) => each === value.order) ?? 'place';
      return format === undefined ? null : { type: 'export', format, order, descending: value.descending === true };
    }
    default:
      return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

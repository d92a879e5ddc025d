/**
 * What the reading view and the extension say to each other. Plain data; both sides check what they are sent: the view shows text of
 * articles, and the extension acts on what the view asks.
 */
import type { EntityLabel, Mark, WireCard, WireLocation } from '../../../server/src/lsp/requests.ts';

export type Kind = Mark['kind'];
export const KINDS: readonly Kind[] = ['person', 'office', 'organization', 'place', 'agreement', 'date'];

export type Direction = 'rtl' | 'ltr';

/** An article as it is set. Offsets are UTF-16 code units of its document. */
export interface Page {
  /** Version of the document; whatever speaks of offsets names it. */
  readonly version: number;
  readonly direction: Direction;
  readonly title: string;
  readonly date: { readonly value: string; readonly words: string; readonly inferred: boolean } | null;
  readonly source: string | null;
  readonly place: string | null;
  readonly blocks: readonly Block[];
  readonly entities: readonly EntityLabel[];
  /** False where Fihris knows nothing of the text: no article, or not read yet. */
  readonly recognized: boolean;
  /** The corpus is being read, so that may change. */
  readonly pending: boolean;
}

export interface Block {
  /** `aside`: site furniture, and the lines that the head of the page stands for. */
  readonly kind: 'title' | 'paragraph' | 'aside';
  readonly start: number;
  /** As long as what stands in the document at `start`, with signs in place of control characters. */
  readonly text: string;
  readonly direction: Direction;
  /** A later piece of a paragraph that is too long to be set as one. */
  readonly continued: boolean;
  readonly marks: readonly BlockMark[];
}

/** In text order, disjoint; offsets within the block. */
export interface BlockMark {
  readonly start: number;
  readonly end: number;
  readonly kind: Kind;
  readonly resolved: boolean;
  /** Index into `Page.entities`. */
  readonly entity: number | null;
}

export interface Style {
  /** Pixels. */
  readonly fontSize: number;
  /** In units of the font size. */
  readonly lineWidth: number;
}

export type Change = -1 | 0 | 1;
export type QuotationFormat = 'text' | 'markdown' | 'bibtex';
export const QUOTATION_FORMATS: readonly QuotationFormat[] = ['text', 'markdown', 'bibtex'];

/** What the keys and the palette ask of the view: only it knows what is focused and selected. */
export const VIEW_COMMANDS = [
  'nextMention',
  'previousMention',
  'nextArticle',
  'previousArticle',
  'definition',
  'focusCard',
  'showOnly',
  'concordance',
  'dossier',
  'openText',
  'copyText',
  'copyMarkdown',
  'copyBibtex',
] as const;
export type ViewCommand = (typeof VIEW_COMMANDS)[number];

export type ToReader =
  | { readonly type: 'page'; readonly page: Page }
  | { readonly type: 'style'; readonly style: Style }
  /** `entity`: id of whom the card is about; null for a date, and where that is open. */
  | {
      readonly type: 'card';
      readonly request: number;
      readonly card: WireCard | null;
      readonly entity: string | null;
    }
  /** Go to what stands there: a jump, or a step from one mention of `entity` to another. */
  | { readonly type: 'reveal'; readonly offset: number; readonly entity: string | null }
  /** Follow the text editor beside: its first line in sight, its caret. */
  | { readonly type: 'scroll'; readonly offset: number }
  | { readonly type: 'caret'; readonly offset: number | null }
  | { readonly type: 'command'; readonly command: ViewCommand }
  /** A line for the reader, shown and read out. `lasting`: until the next one. */
  | { readonly type: 'say'; readonly text: string; readonly lasting: boolean };

export type FromReader =
  | { readonly type: 'ready' }
  /** The first page stands on the screen. */
  | { readonly type: 'shown' }
  /** It went where it was told to go. */
  | { readonly type: 'revealed'; readonly offset: number }
  | { readonly type: 'card'; readonly request: number; readonly version: number; readonly offset: number }
  | { readonly type: 'definition'; readonly version: number; readonly offset: number }
  | { readonly type: 'open'; readonly location: WireLocation; readonly from: number }
  | {
      readonly type: 'step';
      readonly version: number;
      readonly offset: number;
      readonly entity: string;
      readonly towards: 'next' | 'previous';
      readonly elsewhere: boolean;
    }
  | {
      readonly type: 'copy';
      readonly version: number;
      readonly format: QuotationFormat;
      readonly start: number;
      readonly end: number;
    }
  | { readonly type: 'size' | 'width'; readonly change: Change }
  | { readonly type: 'openText'; readonly offset: number }
  | { readonly type: 'concordance' | 'dossier'; readonly entity: string };

/** The words of the page around an article, in the language of the editor. */
export interface ReaderStrings {
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly kindGroups: Readonly<Record<Kind, string>>;
  readonly filter: string;
  readonly open: string;
  readonly only: string;
  readonly all: string;
  readonly larger: string;
  readonly smaller: string;
  readonly wider: string;
  readonly narrower: string;
  readonly aside: string;
  readonly inferred: string;
  readonly undated: string;
  readonly card: string;
  readonly concordance: string;
  readonly dossier: string;
  readonly loading: string;
  readonly notRecognized: string;
  readonly noMention: string;
  readonly empty: string;
}

/** A message of the extension, or null where it is shaped like none. */
export function toReader(value: unknown): ToReader | null {
  if (!isRecord(value)) return null;
  switch (value.type) {
    case 'page':
      return isPage(value.page) ? (value as unknown as ToReader) : null;
    case 'style':
      return isRecord(value.style) && isNumber(value.style.fontSize) && isNumber(value.style.lineWidth)
        ? (value as unknown as ToReader)
        : null;
    case 'card':
      return isOffset(value.request) &&
        (value.card === null || isRecord(value.card)) &&
        (value.entity === null || isId(value.entity))
        ? (value as unknown as ToReader)
        : null;
    case 'reveal':
      return isOffset(value.offset) && (value.entity === null || isId(value.entity))
        ? { type: 'reveal', offset: value.offset, entity: value.entity }
        : null;
    case 'scroll':
      return isOffset(value.offset) ? { type: 'scroll', offset: value.offset } : null;
    case 'caret':
      return value.offset === null || isOffset(value.offset) ? { type: 'caret', offset: value.offset } : null;
    case 'command': {
      const command = VIEW_COMMANDS.find((each) => each === value.command);
      return command === undefined ? null : { type: 'command', command };
    }
    case 'say':
      return typeof value.text === 'string' ? { type: 'say', text: value.text, lasting: value.lasting === true } : null;
    default:
      return null;
  }
}

/** What stands in the view from the beginning, in the order in which it is to be taken; nothing where that is shaped otherwise. */
export function firstMessages(value: unknown): ToReader[] {
  return Array.isArray(value) ? value.map(toReader).filter((message) => message !== null) : [];
}

/** A message of the view, made anew of what was checked, or null where it is shaped like none. Locations are checked where they are used. */
export function fromReader(value: unknown): FromReader | null {
  if (!isRecord(value)) return null;
  const { type, version, offset, entity } = value;
  switch (type) {
    case 'ready':
    case 'shown':
      return { type };
    case 'card':
      return isOffset(value.request) && isOffset(version) && isOffset(offset)
        ? { type, request: value.request, version, offset }
        : null;
    case 'definition':
      return isOffset(version) && isOffset(offset) ? { type, version, offset } : null;
    case 'open':
      return isRecord(value.location) && isOffset(value.from)
        ? { type, location: value.location as unknown as WireLocation, from: value.from }
        : null;
    case 'step':
      return isOffset(version) &&
        isOffset(offset) &&
        isId(entity) &&
        (value.towards === 'next' || value.towards === 'previous')
        ? { type, version, offset, entity, towards: value.towards, elsewhere: value.elsewhere === true }
        : null;
    case 'copy': {
      const format = QUOTATION_FORMATS.find((each) => each === value.format);
      return format !== undefined && isOffset(version) && isOffset(value.start) && isOffset(value.end)
        ? { type, version, format, start: value.start, end: value.end }
        : null;
    }
    case 'size':
    case 'width':
      return value.change === -1 || value.change === 0 || value.change === 1 ? { type, change: value.change } : null;
    case 'openText':
    case 'revealed':
      return isOffset(offset) ? { type, offset } : null;
    case 'concordance':
    case 'dossier':
      return isId(entity) ? { type, entity } : null;
    default:
      return null;
  }
}

function isPage(value: unknown): boolean {
  return (
    isRecord(value) &&
    isOffset(value.version) &&
    typeof value.title === 'string' &&
    Array.isArray(value.entities) &&
    Array.isArray(value.blocks) &&
    value.blocks.every(
      (block) =>
        isRecord(block) && typeof block.text === 'string' && isOffset(block.start) && Array.isArray(block.marks),
    )
  );
}

/** Ids of entities are made of their names, so they may be long, yet not as long as an article. */
function isId(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length < 10_000;
}

function isOffset(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 31;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/**
 * `fihris.yaml`: what the reader of a corpus writes down beside it. All that is wrong in it is found with its place, so that an editor
 * can show it there; what is right can be used all the same.
 */
import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';
import type { IsoDate } from '../recognize/facts.ts';
import type { ArticlePath } from '../resolve/entities.ts';
import type { Span } from '../text/span.ts';
import { isInside } from './paths.ts';
import type { SettingsProblemCode } from './problems.ts';

export interface FolderSettings {
  /** What the reader calls this corpus. */
  readonly name: string | null;
  /** Globs of the articles; null where the file says nothing of them. */
  readonly include: readonly string[] | null;
  /** Dates of articles that do not state one. */
  readonly dates: ReadonlyMap<ArticlePath, IsoDate>;
}

export const NO_SETTINGS: FolderSettings = { name: null, include: null, dates: new Map() };

/** Zero-based lines and UTF-16 code units: LSP's Position. */
export interface TextPosition {
  readonly line: number;
  readonly character: number;
}

export interface SettingsProblem {
  readonly problem: SettingsProblemCode;
  readonly severity: 'error' | 'warning';
  readonly range: { readonly start: TextPosition; readonly end: TextPosition };
}

export interface ReadSettings {
  /** What could be read; entries with an error are left out. */
  readonly settings: FolderSettings;
  /** In text order. */
  readonly problems: readonly SettingsProblem[];
}

/** Reads one key of the file into `settings`; says what is wrong, and where, by `complain`. */
type KeyReader = (settings: Draft, key: string, value: Node | null, complain: Complain) => void;
type Draft = { -readonly [K in keyof FolderSettings]: FolderSettings[K] };
type Complain = (problem: SettingsProblemCode, node: Node | null) => void;

const KEYS: Readonly<Record<string, KeyReader>> = {
  name(settings, key, value, complain) {
    const name = textOf(value);
    if (name === null) complain({ code: 'not-text', key }, value);
    else settings.name = name;
  },

  include(settings, key, value, complain) {
    const globs: string[] = [];
    for (const item of isSeq(value) ? (value.items as (Node | null)[]) : [value]) {
      const glob = textOf(item);
      if (glob === null) complain({ code: 'not-texts', key }, item ?? value);
      else if (!isInside(glob.replace(/^!/, ''))) complain({ code: 'leaves-folder', value: glob }, item);
      else globs.push(glob);
    }
    if (globs.length > 0) settings.include = globs;
  },

  dates(settings, key, value, complain) {
    if (!isMap(value)) return complain({ code: 'not-a-map', key }, value);
    const dates = new Map<ArticlePath, IsoDate>();
    for (const { key: pathNode, value: dateNode } of pairsOf(value)) {
      const path = textOf(pathNode);
      const date = textOf(dateNode);
      if (path === null) complain({ code: 'not-text', key }, pathNode);
      else if (!isInside(path)) complain({ code: 'leaves-folder', value: path }, pathNode);
      else if (date === null || !isIsoDate(date))
        complain({ code: 'not-a-date', value: date ?? '' }, dateNode ?? pathNode);
      else dates.set(path.replace(/^\.\//, ''), date);
    }
    settings.dates = dates;
  },
};

/** Reads the text of a `fihris.yaml`. Never throws. */
export function readSettings(text: string): ReadSettings {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const found: { problem: SettingsProblemCode; severity: 'error' | 'warning'; span: Span }[] = [];
  const complain: Complain = (problem, node) =>
    found.push({ problem, severity: problem.code === 'unknown-key' ? 'warning' : 'error', span: spanOf(node) });

  for (const { message, pos } of document.errors)
    found.push({
      problem: { code: 'syntax', error: message },
      severity: 'error',
      span: { start: pos[0], end: Math.max(pos[0] + 1, pos[1]) },
    });

  const settings: Draft = { ...NO_SETTINGS };
  if (isMap(document.contents)) {
    for (const { key: keyNode, value } of pairsOf(document.contents)) {
      const key = textOf(keyNode) ?? '';
      const reader = Object.hasOwn(KEYS, key) ? KEYS[key] : undefined;
      if (reader === undefined) complain({ code: 'unknown-key', key, known: Object.keys(KEYS) }, keyNode);
      // A key that is still empty, as while it is being typed, says nothing.
      else if (value !== null && !(isScalar(value) && value.value === null)) reader(settings, key, value, complain);
    }
  } else if (document.contents !== null && document.errors.length === 0) {
    complain({ code: 'not-a-map', key: null }, document.contents);
  }

  // Where the parser lost its way, what it made of the rest says little.
  const problems = found
    .filter(({ problem }) => problem.code === 'syntax' || document.errors.length === 0)
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ problem, severity, span }) => ({ problem, severity, range: rangeOf(span, text, lines) }));
  return { settings, problems };
}

/** Pairs of a map, aliases followed nowhere: settings have no use for them, and followed they can grow without bound. */
function pairsOf(map: YAMLMap): { key: Node | null; value: Node | null }[] {
  return (map.items as Pair<Node | null, Node | null>[]).map(({ key, value }) => ({ key, value }));
}

/** Text of a scalar as it is written, so that `1975` and `2020-11-15` stay what they are; null of anything else. */
function textOf(node: Node | null): string | null {
  if (!isScalar(node) || node.value === null) return null;
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
}

function spanOf(node: Node | null): Span {
  const range = node?.range;
  return range ? { start: range[0], end: Math.max(range[0] + 1, range[1]) } : { start: 0, end: 1 };
}

function rangeOf(span: Span, text: string, lines: LineCounter): SettingsProblem['range'] {
  const position = (offset: number): TextPosition => {
    const { line, col } = lines.linePos(Math.min(offset, text.length));
    return { line: Math.max(0, line - 1), character: Math.max(0, col - 1) };
  };
  return { start: position(span.start), end: position(span.end) };
}

/** A year, a month or a day that the calendar has, in ISO 8601. */
export function isIsoDate(value: string): value is IsoDate {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

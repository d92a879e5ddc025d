/**
 * `fihris.yaml`: what the reader of a corpus writes down beside it. All that is wrong in it is found with its place, so that an editor
 * can show it there; what is right can be used all the same.
 */
import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import type { IsoDate } from '../recognize/facts.ts';
import type { Decision } from '../resolve/decisions.ts';
import type { ArticlePath } from '../resolve/entities.ts';
import type { Span } from '../text/span.ts';
import { readCorrection, textOf } from './corrections-file.ts';
import { isInside } from './inside.ts';
import { isIsoDate } from './iso-date.ts';
import { isGlob } from './paths.ts';
import type { SettingsProblemCode } from './problems.ts';

export interface FolderSettings {
  /** What the reader calls this corpus. */
  readonly name: string | null;
  /** Globs of the articles; null where the file says nothing of them. */
  readonly include: readonly string[] | null;
  /** Dates of articles, whatever these state themselves. */
  readonly dates: ReadonlyMap<ArticlePath, IsoDate>;
  /** The reader's decisions, in text order. */
  readonly corrections: readonly Correction[];
}

export interface Correction {
  readonly decision: Decision;
  /** From its first letter to its last, UTF-16 code units of the file's text. */
  readonly span: Span;
}

export const NO_SETTINGS: FolderSettings = { name: null, include: null, dates: new Map(), corrections: [] };

/** Zero-based lines and UTF-16 code units: LSP's Position. */
export interface TextPosition {
  readonly line: number;
  readonly character: number;
}

export interface SettingsProblem {
  readonly problem: SettingsProblemCode;
  readonly severity: 'error' | 'warning';
  readonly range: { readonly start: TextPosition; readonly end: TextPosition };
  /** In a correction: of no concern to the rest of the file. */
  readonly correction?: true;
}

export interface ReadSettings {
  /** What could be read; entries with an error are left out. */
  readonly settings: FolderSettings;
  /** In text order. */
  readonly problems: readonly SettingsProblem[];
}

/** Reads one key of the file into `settings`; says what is wrong, and where, by `complain`. */
type KeyReader = (
  settings: Draft,
  key: string,
  value: Node | null,
  complain: Complain,
  read: (item: Node | null) => Correction[],
) => void;
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
      else if (!isGlob(glob.replace(/^!/, ''))) complain({ code: 'not-a-glob', value: glob }, item);
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

  corrections(settings, key, value, complain, read) {
    if (!isSeq(value)) return complain({ code: 'not-a-list', key }, value);
    const corrections = (value.items as (Node | null)[]).flatMap((item) => read(item));
    settings.corrections = [...settings.corrections, ...corrections];
  },
};

/** Keys of the file, in the order in which they are explained. */
export const SETTINGS_KEYS: readonly string[] = Object.keys(KEYS);

/**
 * Reads the text of a `fihris.yaml`. Never throws. Where it is not YAML as a whole (a line is half written), its keys are read one by
 * one, and the corrections too, so that what is wrong in one keeps no other from being read.
 */
export function readSettings(text: string): ReadSettings {
  const lines = new LineCounter();
  const whole = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const reading = new Reading(text, lines);
  if (whole.errors.length === 0) reading.read(whole, 0);
  else for (const piece of topLevel(text)) reading.readPiece(piece);
  return reading.result();
}

interface Found {
  readonly problem: SettingsProblemCode;
  readonly severity: 'error' | 'warning';
  readonly span: Span;
  readonly correction: boolean;
}

class Reading {
  readonly #text: string;
  readonly #lines: LineCounter;
  readonly #settings: Draft = { ...NO_SETTINGS };
  readonly #found: Found[] = [];

  constructor(text: string, lines: LineCounter) {
    this.#text = text;
    this.#lines = lines;
  }

  result(): ReadSettings {
    const problems = this.#found
      .sort((a, b) => a.span.start - b.span.start)
      .map(
        ({ problem, severity, span, correction }): SettingsProblem => ({
          problem,
          severity,
          range: rangeOf(span, this.#text, this.#lines),
          ...(correction && { correction }),
        }),
      );
    return { settings: this.#settings, problems };
  }

  /** `offset`: where the document begins in the text. */
  read({ contents }: Pick<Document.Parsed, 'contents'>, offset: number): void {
    const complain: Complain = (problem, node) =>
      this.#complain(problem, problem.code === 'unknown-key' ? 'warning' : 'error', spanOf(node, offset));
    if (!isMap(contents)) {
      if (contents !== null) complain({ code: 'not-a-map', key: null }, contents);
      return;
    }
    for (const { key: keyNode, value } of pairsOf(contents)) {
      const key = textOf(keyNode) ?? '';
      const reader = Object.hasOwn(KEYS, key) ? KEYS[key] : undefined;
      if (reader === undefined) complain({ code: 'unknown-key', key, known: SETTINGS_KEYS }, keyNode);
      // A key that is still empty, as while it is being typed, says nothing.
      else if (value !== null && !(isScalar(value) && value.value === null))
        reader(this.#settings, key, value, complain, (item) => this.#correction(item, offset));
    }
  }

  /** One key with its value, and what is wrong with it. */
  readPiece(piece: Span): void {
    const document = parseDocument(this.#text.slice(piece.start, piece.end), { prettyErrors: false });
    if (document.errors.length === 0) {
      this.read(document, piece.start);
      return;
    }
    const items = /^corrections[ \t]*:/.test(this.#text.slice(piece.start)) ? itemsIn(this.#text, piece) : [];
    if (items.length === 0) this.#syntax(document, piece.start, false);
    const settings = this.#settings;
    for (const item of items) {
      const alone = parseDocument(this.#text.slice(item.start, item.end), { prettyErrors: false });
      if (alone.errors.length > 0 || !isSeq(alone.contents))
        this.#syntax(alone, item.start, true, this.#trimmed(item).end);
      else
        settings.corrections = [
          ...settings.corrections,
          ...(alone.contents.items as (Node | null)[]).flatMap((node) => this.#correction(node, item.start)),
        ];
    }
  }

  #correction(node: Node | null, offset: number): Correction[] {
    // A line that is only begun says nothing yet.
    if (node === null || (isScalar(node) && node.value === null)) return [];
    const decision = readCorrection(node, (problem, at) =>
      this.#complain(problem, 'warning', spanOf(at ?? node, offset), true),
    );
    return decision === null ? [] : [{ decision, span: this.#trimmed(spanOf(node, offset)) }];
  }

  #trimmed({ start, end }: Span): Span {
    return { start, end: start + this.#text.slice(start, end).trimEnd().length };
  }

  #syntax(
    { errors, contents }: Pick<Document.Parsed, 'errors' | 'contents'>,
    offset: number,
    correction: boolean,
    limit = Number.POSITIVE_INFINITY,
  ): void {
    for (const { message, pos } of errors)
      this.#complain(
        { code: 'syntax', error: message },
        'error',
        {
          start: Math.min(offset + pos[0], Math.max(limit - 1, offset)),
          end: Math.min(offset + Math.max(pos[0] + 1, pos[1]), Math.max(limit, offset + 1)),
        },
        correction,
      );
    if (errors.length === 0)
      this.#complain({ code: 'unknown-correction', known: [] }, 'warning', spanOf(contents, offset), correction);
  }

  #complain(problem: SettingsProblemCode, severity: Found['severity'], span: Span, correction = false): void {
    this.#found.push({ problem, severity, span, correction });
  }
}

/** Stretches of lines that each begin with one at the left margin; comments, blank lines and items of a list begin none. */
function topLevel(text: string): Span[] {
  const starts = [...text.matchAll(/^(?![\s#]|-(?:\s|$)).*$/gm)].map(({ index }) => index);
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? text.length }));
}

/** The items of a block list, each with the lines that belong to it. */
export function itemsIn(text: string, { start, end }: Span): Span[] {
  const lines = [...text.slice(start, end).matchAll(/^([ \t]*)-(?:[ \t\r\n]|$)/gm)];
  const indent = lines[0]?.[1]?.length;
  const starts = lines.filter((line) => line[1]?.length === indent).map(({ index }) => start + index);
  return starts.map((at, i) => ({ start: at, end: starts[i + 1] ?? end }));
}

/** Pairs of a map, aliases followed nowhere: settings have no use for them, and followed they can grow without bound. */
function pairsOf(map: YAMLMap): { key: Node | null; value: Node | null }[] {
  return (map.items as Pair<Node | null, Node | null>[]).map(({ key, value }) => ({ key, value }));
}

function spanOf(node: Node | null, offset: number): Span {
  const range = node?.range;
  return range
    ? { start: offset + range[0], end: offset + Math.max(range[0] + 1, range[1]) }
    : { start: offset, end: offset + 1 };
}

function rangeOf(span: Span, text: string, lines: LineCounter): SettingsProblem['range'] {
  const position = (offset: number): TextPosition => {
    const { line, col } = lines.linePos(Math.min(offset, text.length));
    return { line: Math.max(0, line - 1), character: Math.max(0, col - 1) };
  };
  return { start: position(span.start), end: position(span.end) };
}

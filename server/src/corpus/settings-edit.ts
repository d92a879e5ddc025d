/**
 * Corrections written into a `fihris.yaml` and taken out of it: by edits of the lines concerned, so that the author's comments, order,
 * spacing and mistakes stay as they are. Every edit is tried on the text first: one that would change anything else is not made.
 */
import { type Document, isMap, isScalar, isSeq, type Node, type Pair, parseDocument, stringify } from 'yaml';
import { type Decision, decisionKey, isQuoted, type Reference } from '../resolve/decisions.ts';
import type { ArticlePath } from '../resolve/entities.ts';
import type { Span } from '../text/span.ts';
import { itemsIn, type ReadSettings, readSettings } from './settings-file.ts';

/** `newText` in place of a span of the file's text (UTF-16 code units). */
export interface SettingsEdit extends Span {
  readonly newText: string;
}

/** The edit that adds a correction after those that are there; null where the file is built in a way that none can be added to. */
export function addCorrection(text: string, decision: Decision): SettingsEdit | null {
  const before = readSettings(text);
  const expected = [...keysOf(before), decisionKey(decision)].sort();
  return (
    additions(text, 'corrections', () => `- ${correctionLine(decision)}`, correctionLine(decision)).find((edit) => {
      const after = readSettings(applied(text, edit));
      return sameButFor(before, after, 'corrections') && sameList(keysOf(after).sort(), expected);
    }) ?? null
  );
}

/** The edit that takes away the lines of a correction (by its index among those that can be read); null as in `addCorrection`. */
export function removeCorrection(text: string, index: number): SettingsEdit | null {
  const before = readSettings(text);
  const correction = before.settings.corrections[index];
  if (correction === undefined) return null;
  const expected = keysOf(before).toSpliced(index, 1);
  return (
    removals(text, 'corrections', correction.span).find((edit) => {
      const after = readSettings(applied(text, edit));
      return sameButFor(before, after, 'corrections') && sameList(keysOf(after), expected);
    }) ?? null
  );
}

/** The edit that gives an article a date (ISO 8601), in place of the one that the file gives it; null as in `addCorrection`. */
export function setDate(text: string, path: ArticlePath, date: string): SettingsEdit | null {
  const before = readSettings(text);
  const expected = JSON.stringify([...new Map([...before.settings.dates, [path, date]])].sort());
  const value = valueAt(text, path);
  const candidates =
    value === null
      ? additions(text, 'dates', () => `${scalar(path)}: ${date}`, `${scalar(path)}: ${date}`)
      : [{ ...value, newText: date }];
  return (
    candidates.find((edit) => {
      const after = readSettings(applied(text, edit));
      return sameButFor(before, after, 'dates') && JSON.stringify([...after.settings.dates].sort()) === expected;
    }) ?? null
  );
}

/** A correction on one line, as it is written after `- `. */
export function correctionLine(decision: Decision): string {
  switch (decision.kind) {
    case 'same':
    case 'different':
      return `${decision.kind}: [${decision.of.map(referenceText).join(', ')}]`;
    case 'not-person':
      return `not a person: ${referenceText(decision.of[0])}`;
    case 'hide':
      return `hide: ${referenceText(decision.of[0])}`;
    case 'rename':
      return `{ rename: ${referenceText(decision.of[0])}, to: ${scalar(decision.to)} }`;
    case 'date':
      return `{ date: ${decision.date}, of: ${referenceText(decision.of[0])} }`;
    case 'office':
      return `{ office: ${scalar(decision.office.title)}, of: ${scalar(decision.of[0])}, in: ${scalar(decision.in)} }`;
  }
}

function referenceText(reference: Reference): string {
  if (!isQuoted(reference)) return scalar(reference);
  const nth = reference.nth === null ? '' : `, nth: ${reference.nth}`;
  return `{ in: ${scalar(reference.in)}, mention: ${scalar(reference.mention)}${nth} }`;
}

/** A text as a scalar that may stand in a flow collection, quoted only where it must be. */
export function scalar(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  const written = stringify([line], { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false }).trim();
  return written.slice(1, -1);
}

const applied = (text: string, { start, end, newText }: SettingsEdit): string =>
  text.slice(0, start) + newText + text.slice(end);

const keysOf = ({ settings }: ReadSettings): string[] =>
  settings.corrections.map(({ decision }) => decisionKey(decision));

const sameList = (a: readonly string[], b: readonly string[]): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whether everything but one key is read as before, mistakes included. */
function sameButFor(before: ReadSettings, after: ReadSettings, key: 'corrections' | 'dates'): boolean {
  const rest = ({ settings: { name, include, dates, corrections }, problems }: ReadSettings) =>
    JSON.stringify([
      name,
      include,
      key === 'dates' ? [] : [...dates],
      key === 'corrections' ? [] : corrections.map(({ decision }) => decision),
      problems.map(({ problem }) => problem.code),
    ]);
  return rest(before) === rest(after);
}

/** Ways to add an entry to a collection at the top of the file, the likeliest first. */
function additions(text: string, key: string, blockLine: () => string, flowEntry: string): SettingsEdit[] {
  const newline = /\r\n|\n/.exec(text)?.[0] ?? '\n';
  const found: SettingsEdit[] = [];
  const block = blockOf(text, key);
  if (block !== null) {
    const { header, entries, last } = block;
    const indent = /^[ \t]*/.exec(text.slice(entries[0]?.start ?? 0))?.[0] ?? '';
    found.push(
      ...(entries.length > 0
        ? [line(text, last, indent + blockLine(), newline)]
        : ['  ', ''].map((space) => line(text, header, space + blockLine(), newline))),
    );
  }
  found.push(...inFlow(text, key, flowEntry.startsWith('{') || key === 'dates' ? flowEntry : `{ ${flowEntry} }`));
  if (block === null) found.push(...newKey(text, `${key}:${newline}  ${blockLine()}`, newline));
  return found;
}

/** A new line after the one that holds `at`. */
function line(text: string, at: number, words: string, newline: string): SettingsEdit {
  const end = /\r?\n|$/.exec(text.slice(at));
  const start = at + (end?.index ?? 0) + (end?.[0].length ?? 0);
  const open = end === null || end[0] === '';
  return { start, end: start, newText: open ? `${newline}${words}` : `${words}${newline}` };
}

/** A key with a block collection under it, line by line: that works where the rest of the file is no YAML, too. */
function blockOf(
  text: string,
  key: string,
): { readonly header: number; readonly entries: readonly Span[]; readonly last: number } | null {
  const header = [...text.matchAll(/^(\w+)[ \t]*:/gm)].find(([, name]) => name === key)?.index;
  if (header === undefined) return null;
  const body = header + (/\n|$/.exec(text.slice(header))?.index ?? 0) + 1;
  let end = body;
  let last = header;
  const entries: Span[] = [];
  // To the next line at the left margin that is neither blank nor a comment, nor an item at the margin.
  for (const found of text.slice(body).matchAll(/[^\n]*(?:\n|$)/g)) {
    const [whole] = found;
    if (whole === '') break;
    const start = body + found.index;
    const blank = /^\s*(?:#|$)/.test(whole);
    if (!blank && /^\S/.test(whole) && !(key === 'corrections' && /^-(?:\s|$)/.test(whole))) break;
    end = start + whole.length;
    if (!blank) {
      last = start;
      if (key !== 'corrections') entries.push({ start, end });
    }
  }
  return { header, last, entries: key === 'corrections' ? itemsIn(text, { start: body, end }) : entries };
}

/** Into `key: [ … ]`, `key: { … }`, or a file that is one `{ … }`. */
function inFlow(text: string, key: string, entry: string): SettingsEdit[] {
  const document: Document.Parsed = parseDocument(text, { prettyErrors: false });
  const root: Node | null = document.contents;
  if (document.errors.length > 0 || !isMap(root)) return [];
  const value = (root.items as Pair<Node, Node | null>[]).find(
    (pair) => isScalar(pair.key) && pair.key.value === key,
  )?.value;
  const into = (collection: Node & { items?: unknown[] }, words: string): SettingsEdit[] => {
    const range = collection.range;
    if (!range) return [];
    const close = range[1] - 1;
    const full = (collection.items?.length ?? 0) > 0;
    const before = text.slice(0, close).trimEnd();
    return [
      { start: before.length, end: before.length, newText: full && !before.endsWith(',') ? `, ${words}` : words },
    ];
  };
  if ((isSeq(value) || isMap(value)) && value.flow === true) return into(value, entry);
  if (value === undefined && root.flow === true) {
    const collection = key === 'dates' ? `{ ${entry} }` : `[${entry}]`;
    return into(root, `${key}: ${collection}`);
  }
  return [];
}

/** As a key of its own at the end of the file, before a line that ends the document. */
function newKey(text: string, words: string, newline: string): SettingsEdit[] {
  const marker = /^\.\.\.(?:\s|$)/m.exec(text)?.index;
  const start = marker ?? text.length;
  const open = start > 0 && text[start - 1] !== '\n';
  return [{ start, end: start, newText: `${open ? newline : ''}${words}${newline}` }];
}

/** Where a date that the file gives stands. */
function valueAt(text: string, path: ArticlePath): Span | null {
  const { contents } = parseDocument(text, { prettyErrors: false });
  const dates = isMap(contents) ? contents.get('dates', true) : null;
  if (!isMap(dates)) return null;
  for (const { key, value } of dates.items as Pair<Node, Node | null>[])
    if (isScalar(key) && String(key.value).replace(/^\.\//, '') === path && value?.range)
      return { start: value.range[0], end: value.range[1] };
  return null;
}

/** Ways to take an item of a list away: its lines, with those of a key that has no other, or its place in a flow list. */
function removals(text: string, key: string, { start, end }: Span): SettingsEdit[] {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const to = next < 0 ? text.length : next + 1;
  const found: SettingsEdit[] = [];
  if (/^[ \t]*-[ \t]/.test(text.slice(from))) {
    const at = from < 2 ? 0 : text.lastIndexOf('\n', from - 2) + 1;
    const header = /^(\w+)[ \t]*:[ \t]*\r?\n$/.exec(text.slice(at, from))?.[1];
    const block = blockOf(text, key);
    if (header === key && block?.entries.length === 1) found.push({ start: at, end: to, newText: '' });
    found.push({ start: from, end: to, newText: '' });
  }
  const after = /^\s*,\s*/.exec(text.slice(end))?.[0].length;
  const ahead = /,\s*$/.exec(text.slice(0, start))?.[0].length;
  if (after !== undefined) found.push({ start, end: end + after, newText: '' });
  else found.push({ start: start - (ahead ?? 0), end, newText: '' });
  return found;
}

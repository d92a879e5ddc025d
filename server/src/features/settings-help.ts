/**
 * Help in `fihris.yaml`: what a line that is being written may go on with, and what a correction means in this corpus. What is said of
 * the keys stands in the JSON schema of the file, which other editors read too.
 */
import schema from '../../../syntaxes/fihris.schema.json' with { type: 'json' };
import { CORRECTION_KEYS, CORRECTIONS, QUOTED_KEYS } from '../corpus/corrections-file.ts';
import { scalar } from '../corpus/settings-edit.ts';
import { SETTINGS_KEYS } from '../corpus/settings-file.ts';
import type { Snapshot } from '../corpus/snapshot.ts';
import type { EntityKind } from '../recognize/facts.ts';
import { isQuoted, keyOfName, type Reference } from '../resolve/decisions.ts';
import type { Entity, NameSearch } from '../resolve/entities.ts';
import { clean, fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import type { CardFace, Row } from './cards/model.ts';
import { introduction } from './definition.ts';
import type { Language } from './language.ts';
import { messagesFor } from './messages/messages.ts';
import { objections } from './objections.ts';
import { displayable, joined, quoted, say, shortened } from './pieces.ts';
import { articlesOf, latinName, subjectOf } from './subject.ts';

export interface Suggestion {
  readonly kind: 'key' | EntityKind | 'article' | 'words';
  readonly label: string;
  readonly detail: string;
  /** What takes the place of `span`, UTF-16 code units of the file's text; `$1` … are places to fill in. */
  readonly newText: string;
  readonly span: Span;
}

const MOST = 50;
/** Titles and names may be as long as a file's only line. */
const DETAIL_LIMIT = 160;

/** The line up to the caret, and what it stands in. */
interface Writing {
  readonly snapshot: Snapshot;
  readonly language: Language;
  readonly text: string;
  /** Where the word being written begins, without the quotation mark that opens it, and where the caret is. */
  readonly span: Span;
  readonly typed: string;
}

/** What may stand at an offset of the text of a `fihris.yaml`, which may be half written. */
export function suggestions(snapshot: Snapshot, text: string, offset: number, language: Language): Suggestion[] {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const line = text.slice(lineStart, offset);
  // In a comment nothing is suggested.
  if (/(?:^|\s)#/.test(line)) return [];
  const writing = (start: number): Writing => {
    const typed = line.slice(start).replace(/^["']/, '');
    const at = lineStart + start;
    return { snapshot, language, text, span: { start: at, end: offset }, typed };
  };
  if (/^\w*$/.test(line)) return topLevelKeys(writing(0));
  switch (keyAround(text, lineStart)) {
    case 'dates': {
      const path = /^\s+(?<path>(?:[^:\s][^:]*)?)$/.exec(line)?.groups?.path;
      return path === undefined ? [] : articlePaths(writing(line.length - path.length), ': ');
    }
    case 'corrections':
      return inCorrection(line, writing);
    default:
      return [];
  }
}

function topLevelKeys(writing: Writing): Suggestion[] {
  const written = new Set([...writing.text.matchAll(/^(\w+)[ \t]*:/gm)].map(([, key]) => key));
  return SETTINGS_KEYS.filter((key) => !written.has(key)).map((key) => ({
    kind: 'key',
    label: key,
    detail: describedBy(propertyOf(schema.properties, key), writing.language),
    newText: key === 'corrections' ? `${key}:\n  - ` : key === 'dates' ? `${key}:\n  ` : `${key}: `,
    span: writing.span,
  }));
}

/** The key at the left margin above a line; null where there is none. */
function keyAround(text: string, lineStart: number): string | null {
  const above = text.slice(0, lineStart).matchAll(/^(\w+)[ \t]*:/gm);
  return [...above].at(-1)?.[1] ?? null;
}

/** How each correction goes on behind its first key. */
const TEMPLATES: Readonly<Record<(typeof CORRECTIONS)[number], string>> = {
  same: 'same: [$1, $2]',
  different: 'different: [$1, $2]',
  'not a person': 'not a person: $1',
  rename: '{ rename: $1, to: $2 }',
  office: '{ office: $1, of: $2, in: $3 }',
  date: '{ date: $1, of: $2 }',
  hide: 'hide: $1',
};

function inCorrection(line: string, writing: (start: number) => Writing): Suggestion[] {
  const begun = /^\s*-\s+(?<word>(?:[a-z][a-z ]*)?)$/.exec(line)?.groups?.word;
  if (begun !== undefined) {
    const at = writing(line.length - begun.length);
    return CORRECTIONS.map((word) => ({
      kind: 'key',
      label: word,
      detail: describedBy(schemaOf(word), at.language),
      newText: TEMPLATES[word],
      span: at.span,
    }));
  }
  // From the last bracket that is open, or from the dash.
  const open = lastOpen(line);
  const inside = line.slice(open.at + 1);
  const before = line.slice(0, open.at);
  const keysIn = (part: string) =>
    [...part.matchAll(/(?:^|[{,-])\s*([a-z]+(?: [a-z]+)*)\s*:(?=\s|$)/g)].map(([, key]) => key ?? '');
  const entry = open.bracket === '[' ? inside.slice(inside.lastIndexOf(',') + 1) : (inside.split(',').at(-1) ?? '');
  const value = open.bracket === '[' ? entry : /^[^:]*:\s(?<value>.*)$/su.exec(entry)?.groups?.value;
  const start = (part: string) => line.length - part.trimStart().length;
  const keys = keysIn(inside);
  // `same: [` and `hide: {` have the correction's own key before the bracket; in `- { rename: …` it is inside.
  const word = CORRECTIONS.find((each) => keysIn(before).includes(each) || keys.includes(each));
  const isReference = open.bracket === '{' && keysIn(before).length > 0;
  if (value === undefined) {
    const known: readonly string[] = isReference ? QUOTED_KEYS : word === undefined ? [] : CORRECTION_KEYS[word];
    return known
      .filter((key) => !keys.includes(key))
      .map((key) => ({ kind: 'key', label: key, detail: '', newText: `${key}: `, span: writing(start(entry)).span }));
  }
  const here = writing(start(value));
  const key = open.bracket === '[' ? (word ?? '') : (keysIn(entry)[0] ?? '');
  if (key === 'in') return articlePaths(here, '');
  if (key === 'mention')
    return wordsOf(here, /(?:^|[{,\s])in:\s*(?<path>[^,}]+)/.exec(inside)?.groups?.path?.trim() ?? '');
  if (key === 'office') return names(here, 'office');
  if (key === 'of') return names(here, word === 'date' ? 'agreement' : 'person');
  if (key === 'to' || key === 'date' || key === 'nth' || word === undefined) return [];
  return [...names(here, word === 'not a person' ? 'person' : null), ...quotedReference(here)];
}

/** The innermost bracket that is open at the end of a line, or the dash of the item. */
function lastOpen(line: string): { readonly at: number; readonly bracket: '[' | '{' | '-' } {
  const open: { at: number; bracket: '[' | '{' | '-' }[] = [{ at: line.indexOf('-'), bracket: '-' }];
  for (const { 0: sign, index } of line.matchAll(/[[\]{}]/g))
    if (sign === '[' || sign === '{') open.push({ at: index, bracket: sign });
    else if (open.length > 1) open.pop();
  return open.at(-1) ?? { at: 0, bracket: '-' };
}

/** What is called as was typed; before anything is typed, people by the alphabet. */
function names({ snapshot, span, typed, language }: Writing, kind: EntityKind | null): Suggestion[] {
  const { resolution } = snapshot;
  const found = typed.trim() === '' ? firstNames(snapshot, kind) : foundBy(resolution.names, typed);
  const { kinds } = messagesFor(language);
  return found
    .filter((entity) => (kind === null || entity.kind === kind) && !(entity.kind === 'office' && entity.general))
    .slice(0, MOST)
    .map((entity) => {
      const name = displayable(clean(entity.name));
      const detail = [kinds[entity.kind], displayable(latinName(entity))].filter((each) => each !== '').join(' · ');
      return { kind: entity.kind, label: name, detail, newText: scalar(name), span };
    });
}

/** The search knows names without their article: half of it, as in «سامر ا», is a beginning of none. */
function foundBy(search: NameSearch, typed: string): readonly Entity[] {
  const found = search.search(typed, 2 * MOST);
  const begun = /^(?<words>.+)\s(?:ا|ال)$/su.exec(typed)?.groups?.words;
  return found.length > 0 || begun === undefined ? found : search.search(begun, 2 * MOST);
}

function firstNames({ resolution }: Snapshot, kind: EntityKind | null): Entity[] {
  const listed = kind === 'office' ? 'office' : 'person';
  if (kind === 'agreement') return [];
  const found: Entity[] = [];
  for (const letter of resolution.directory.letters(listed)) {
    found.push(...resolution.directory.page(listed, letter, null, MOST).entries.map(({ entity }) => entity));
    if (found.length >= MOST) break;
  }
  return found;
}

function quotedReference({ span, typed, language }: Writing): Suggestion[] {
  if (typed.trim() !== '' && !typed.startsWith('{')) return [];
  const detail = describedBy(schema.definitions.quoted, language);
  return [{ kind: 'words', label: '{ in: …, mention: … }', detail, newText: '{ in: $1, mention: $2 }', span }];
}

function articlePaths({ snapshot, span, typed }: Writing, after: string): Suggestion[] {
  const words = fold(typed).trim();
  const found: Suggestion[] = [];
  for (const [path, { title }] of snapshot.articles) {
    if (!path.includes(typed.trim()) && !fold(title).includes(words)) continue;
    found.push({
      kind: 'article',
      label: displayable(path),
      detail: shortened(displayable(title), DETAIL_LIMIT),
      newText: scalar(path) + after,
      span,
    });
    if (found.length >= MOST) break;
  }
  return found;
}

/** The words that an article mentions things by, each once. */
function wordsOf({ snapshot, span, typed }: Writing, path: string): Suggestion[] {
  const article = snapshot.articles.get(path.replace(/^["']|["']$/g, ''));
  if (article === undefined) return [];
  const found = new Map<string, Suggestion>();
  for (const mention of snapshot.resolution.mentions.get(article.path) ?? []) {
    const words = displayable(clean(article.text.slice(mention.start, mention.end)));
    const subject = subjectOf(snapshot, mention);
    if (!found.has(words) && fold(words).includes(fold(typed).trim()))
      found.set(words, {
        kind: 'words',
        label: words,
        detail: subject === null || subject.name === words ? '' : shortened(displayable(subject.name), DETAIL_LIMIT),
        newText: scalar(words),
        span,
      });
  }
  return [...found.values()].slice(0, MOST);
}

/** What the correction or the key at an offset of `fihris.yaml` says; null where there is neither. */
export function settingsCard(
  snapshot: Snapshot,
  offset: number,
  language: Language,
): { readonly card: CardFace; readonly span: Span } | null {
  const { text, corrections } = snapshot.settings;
  const index = corrections.findIndex(({ span }) => span.start <= offset && offset <= span.end);
  const correction = corrections[index];
  if (correction === undefined) return keyCard(text, offset, language);
  const { decision, span } = correction;
  const messages = messagesFor(language);
  const rows: Row[] = decision.of.map((reference) => ({ pieces: meaningOf(snapshot, reference, language) }));
  const reasons: Row[] = objections(snapshot, messages, index).map(({ message }) => ({
    pieces: [{ text: message, weight: 'emphasis' }],
  }));
  const word = decision.kind === 'not-person' ? 'not a person' : decision.kind;
  const card: CardFace = {
    language,
    title: { text: describedBy(schemaOf(word), language).replace(/\.$/, '') },
    subtitle: [],
    sections: [
      ...(reasons.length > 0 ? [{ heading: null, rows: reasons }] : []),
      { heading: [{ text: messages.corrections.concerns }], rows },
    ],
  };
  return { card, span };
}

/** A reference, and where and how often what it means is mentioned. */
function meaningOf(snapshot: Snapshot, reference: Reference, language: Language): Row['pieces'] {
  const messages = messagesFor(language);
  const words = isQuoted(reference) ? reference.mention : reference;
  const entity = isQuoted(reference) ? quotedEntity(snapshot, reference) : entityCalled(snapshot, reference);
  const name = (text: string, more?: Parameters<typeof quoted>[1]) => quoted(shortened(text, DETAIL_LIMIT), more);
  if (entity === null) return isQuoted(reference) ? say`${name(words)} (${name(reference.in)})` : [name(words)];
  const target = introduction(snapshot, entity, isQuoted(reference) ? reference.in : null);
  const articles = articlesOf(snapshot, entity);
  const mentions = [...entity.mentions.values()].reduce((sum, all) => sum + all.length, 0);
  return joined(
    [
      [name(words, target === null ? {} : { target })],
      ...(entity.name === words ? [] : [[name(entity.name, { weight: 'strong' })]]),
      [{ text: [messages.mentions(mentions), messages.articles(articles.length)].join(messages.listSeparator) }],
    ],
    ' · ',
  );
}

/** The one entity of a name; null where there is none, or several. */
function entityCalled({ resolution }: Snapshot, name: string): Entity | null {
  const key = keyOfName(name);
  const called = resolution.names
    .search(name, MOST)
    .filter((entity) => [entity.name, ...entity.aliases].some((form) => keyOfName(form) === key));
  const [first] = called;
  return called.length === 1 && first !== undefined ? first : null;
}

function quotedEntity(snapshot: Snapshot, { in: path, mention, nth }: Exclude<Reference, string>): Entity | null {
  const text = snapshot.articles.get(path)?.text ?? '';
  const found = (snapshot.resolution.mentions.get(path) ?? []).filter(
    ({ start, end }) => keyOfName(text.slice(start, end)) === keyOfName(mention),
  );
  const meant = found[(nth ?? 1) - 1];
  return meant === undefined ? null : subjectOf(snapshot, meant);
}

function keyCard(
  text: string,
  offset: number,
  language: Language,
): { readonly card: CardFace; readonly span: Span } | null {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const key = /^\w+(?=[ \t]*:)/.exec(text.slice(start))?.[0] ?? '';
  const about = describedBy(propertyOf(schema.properties, key), language);
  if (about === '' || offset > start + key.length) return null;
  const rows = [{ pieces: [{ text: about }] }];
  const card: CardFace = {
    language,
    title: { text: key },
    subtitle: [],
    sections: [{ heading: null, rows }],
  };
  return { card, span: { start, end: start + key.length } };
}

/** The part of the schema that speaks of a correction's first key. */
function schemaOf(word: string): unknown {
  const kinds: readonly { readonly properties?: object }[] = schema.properties.corrections.items.anyOf;
  const own = kinds.find(({ properties = {} }) => Object.keys(properties)[0] === word)?.properties;
  return own === undefined ? null : propertyOf(own, word);
}

const propertyOf = (properties: object, key: string): unknown =>
  Object.hasOwn(properties, key) ? (properties as Record<string, unknown>)[key] : null;

/** A description is written in both languages: “English. | بالعربية.” */
function describedBy(part: unknown, language: Language): string {
  const { description } = (part ?? {}) as { readonly description?: string };
  const [english = '', arabic = ''] = (description ?? '').split(' | ');
  return language === 'ar' ? arabic : english;
}

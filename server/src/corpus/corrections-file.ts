/** The key `corrections` of `fihris.yaml`: decisions of the reader, a line each. */
import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { Decision, QuotedWords, Reference, ToldOffice } from '../resolve/decisions.ts';
import { isInside } from './inside.ts';
import { isIsoDate } from './iso-date.ts';
import type { CorrectionProblem } from './problems.ts';
import { recognize } from './recognition.ts';

/** The words that a correction begins with. */
export const CORRECTIONS = ['same', 'different', 'not a person', 'rename', 'office', 'date', 'hide'] as const;
type Word = (typeof CORRECTIONS)[number];

/** The keys of each. */
export const CORRECTION_KEYS: Readonly<Record<Word, readonly string[]>> = {
  same: ['same'],
  different: ['different'],
  'not a person': ['not a person'],
  rename: ['rename', 'to'],
  office: ['office', 'of', 'in'],
  date: ['date', 'of'],
  hide: ['hide'],
};

/** The keys of a reference by quoted words. */
export const QUOTED_KEYS = ['in', 'mention', 'nth'] as const;

type Complain = (problem: CorrectionProblem, node: Node | null) => void;

/** One correction; null, and a complaint, where it is none. */
export function readCorrection(node: Node | null, complain: Complain): Decision | null {
  const given = isMap(node) ? (node.items as Pair<Node | null, Node | null>[]) : [];
  const values = new Map(given.map(({ key, value }) => [textOf(key) ?? '', value]));
  const word = CORRECTIONS.find((each) => values.has(each));
  if (word === undefined) {
    complain({ code: 'unknown-correction', known: CORRECTIONS }, given[0]?.key ?? node);
    return null;
  }
  for (const { key } of given) {
    const known = CORRECTION_KEYS[word];
    const name = textOf(key) ?? '';
    if (!known.includes(name)) {
      complain({ code: 'unknown-key', key: name, known }, key);
      return null;
    }
  }
  const missing = CORRECTION_KEYS[word].find((key) => isEmpty(values.get(key) ?? null));
  if (missing !== undefined) {
    complain({ code: 'missing-key', key: missing }, node);
    return null;
  }
  const value = (key: string) => values.get(key) ?? null;
  const one = (key: string): readonly [Reference] | null => {
    const reference = readReference(value(key), complain);
    return reference === null ? null : [reference];
  };
  switch (word) {
    case 'same':
    case 'different': {
      const of = readReferences(value(word), word, complain);
      return of && { kind: word, of };
    }
    case 'not a person': {
      const of = one(word);
      return of && { kind: 'not-person', of };
    }
    case 'hide': {
      const of = one(word);
      return of && { kind: 'hide', of };
    }
    case 'rename': {
      const of = one(word);
      const to = readText(value('to'), 'to', complain);
      return of && to !== null ? { kind: 'rename', of, to } : null;
    }
    case 'date': {
      const of = one('of');
      const date = textOf(value('date'));
      if (date === null || !isIsoDate(date)) complain({ code: 'not-a-date', value: date ?? '' }, value('date'));
      else if (of !== null) return { kind: 'date', of, date };
      return null;
    }
    case 'office': {
      const of = readText(value('of'), 'of', complain);
      const path = readPath(value('in'), complain);
      const title = readText(value('office'), 'office', complain);
      const office = title === null ? null : toldOffice(title);
      if (title !== null && office === null) complain({ code: 'not-an-office', value: title }, value('office'));
      return of !== null && path !== null && office !== null ? { kind: 'office', of: [of], in: path, office } : null;
    }
  }
}

function readReferences(node: Node | null, key: string, complain: Complain): Reference[] | null {
  const items = isSeq(node) ? (node.items as (Node | null)[]) : [];
  if (items.length < 2) {
    complain({ code: 'too-few', key }, node);
    return null;
  }
  const references = items.map((item) => readReference(item, complain));
  return references.every((each) => each !== null) ? references : null;
}

function readReference(node: Node | null, complain: Complain): Reference | null {
  if (!isMap(node)) {
    const name = textOf(node)?.trim();
    if (name) return name;
    complain({ code: 'not-a-reference' }, node);
    return null;
  }
  const values = new Map(
    (node.items as Pair<Node | null, Node | null>[]).map(({ key, value }) => [textOf(key) ?? '', { key, value }]),
  );
  for (const [name, { key }] of values)
    if (!QUOTED_KEYS.some((known) => known === name)) {
      complain({ code: 'unknown-key', key: name, known: QUOTED_KEYS }, key);
      return null;
    }
  const path = readPath(values.get('in')?.value ?? null, complain);
  const mention = textOf(values.get('mention')?.value ?? null)?.trim();
  const nth = values.has('nth') ? Number(textOf(values.get('nth')?.value ?? null)) : null;
  if (path === null) return null;
  if (!mention || (nth !== null && !(Number.isSafeInteger(nth) && nth > 0))) {
    complain({ code: 'not-a-reference' }, node);
    return null;
  }
  return { in: path, mention, nth } satisfies QuotedWords;
}

function readPath(node: Node | null, complain: Complain): string | null {
  const path = textOf(node);
  if (path === null || path === '') complain({ code: 'missing-key', key: 'in' }, node);
  else if (!isInside(path)) complain({ code: 'leaves-folder', value: path }, node);
  else return path.replace(/^\.\//, '');
  return null;
}

function readText(node: Node | null, key: string, complain: Complain): string | null {
  const text = textOf(node)?.trim();
  if (text) return text;
  complain({ code: 'not-text', key }, node);
  return null;
}

/** An office by its title alone, read as recognition reads it; null where it is no office, or one too general to be held. */
export function toldOffice(title: string): ToldOffice | null {
  const { mentions, entities } = recognize(title);
  const whole = mentions.find(({ kind, start, end }) => kind === 'office' && start === 0 && end === title.length);
  const office = whole === undefined ? undefined : entities[whole.entity];
  if (office?.kind !== 'office' || office.general) return null;
  const { key, role, country } = office;
  return { key, title: office.title, role, country };
}

const isEmpty = (node: Node | null): boolean => node === null || (isScalar(node) && node.value === null);

/** Text of a scalar as it is written, so that `1975` and `2020-11-15` stay what they are; null of anything else. */
export function textOf(node: Node | null): string | null {
  if (!isScalar(node) || node.value === null) return null;
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
}

/** The measures of `npm run eval`, on cases that can be worked out by hand. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { align, personsOf } from '../../eval/alignment.ts';
import { scoreEvents } from '../../eval/events.ts';
import type { GoldEvent, GoldForm, GoldMention, GoldOffice } from '../../eval/gold.ts';
import { scoreOffices } from '../../eval/offices.ts';
import { scorePersons } from '../../eval/persons.ts';
import type { FoundEvent, FoundMention, FoundOffice } from '../../eval/program.ts';
import type { Score } from '../../eval/score.ts';

const article = 'a';

const gold = (person: string, start: number, form: GoldForm = 'name', end = start + 10): GoldMention => ({
  article,
  person,
  form,
  start,
  end,
});
const found = (person: string, start: number, end = start + 10): FoundMention => ({ article, person, start, end });

function checkScore({ precision, recall }: Score, expected: readonly [precision: number, recall: number]): void {
  const round = (value: number) => Math.round(value * 1000) / 1000;
  assert.deepEqual([round(precision), round(recall)], expected);
}

function checkPersons(
  marks: readonly GoldMention[],
  mentions: readonly FoundMention[],
  expected: readonly [precision: number, recall: number],
): void {
  checkScore(scorePersons(marks, mentions, align(marks, mentions)), expected);
}

test('B³: what is put together rightly is perfect, whatever the ids', () => {
  checkPersons([gold('p', 0), gold('p', 20), gold('q', 40)], [found('x', 0), found('x', 20), found('y', 40)], [1, 1]);
});

test('B³: a merge costs precision, a split recall', () => {
  // Of {p p}{q}: all in one, so 2/3 2/3 1/3 of each cluster are right.
  checkPersons(
    [gold('p', 0), gold('p', 20), gold('q', 40)],
    [found('x', 0), found('x', 20), found('x', 40)],
    [0.556, 1],
  );
  checkPersons(
    [gold('p', 0), gold('p', 20), gold('q', 40)],
    [found('x', 0), found('y', 20), found('z', 40)],
    [1, 0.667],
  );
});

test('B³: a missed mention has recall 0, one that is none precision 0, and both cost those they stand with', () => {
  checkPersons([gold('p', 0), gold('p', 20)], [found('x', 0)], [1, 0.25]);
  checkPersons([gold('p', 0)], [found('x', 0), found('x', 50)], [0.25, 1]);
  checkPersons([gold('p', 0)], [found('x', 0), found('y', 50)], [0.5, 1]);
});

test('an optional mention counts neither way', () => {
  checkPersons([gold('p', 0), gold('p', 20, 'optional')], [found('x', 0)], [1, 1]);
  checkPersons([gold('p', 0), gold('p', 20, 'optional')], [found('x', 0), found('y', 20)], [1, 1]);
});

test('a title more is the same mention, another name is not', () => {
  checkPersons([gold('p', 10)], [found('x', 6, 20)], [1, 1]);
  checkPersons([gold('p', 10)], [found('x', 0, 12)], [0, 0]);
  checkPersons([gold('p', 10, 'office', 30)], [found('x', 10, 16)], [1, 1]);
});

const TEXT = 'الرئيس الفرنسي فلان ثم الرئيس فلان ثم وزير الدفاع علان';
const span = (words: string, from = 0) => {
  const start = TEXT.indexOf(words, from);
  return { start, end: start + words.length };
};
const marked: readonly GoldMention[] = [
  { article, person: 'p', form: 'short', ...span('فلان') },
  { article, person: 'q', form: 'short', ...span('علان') },
];
const mentions: readonly FoundMention[] = [
  { article, person: 'x', ...span('فلان') },
  { article, person: 'y', ...span('علان') },
];
const persons = personsOf(align(marked, mentions));
const mark = (person: string, words: string, more: Partial<GoldOffice> = {}): GoldOffice => ({
  article,
  person,
  spans: [span(words)],
  country: null,
  former: false,
  otherWords: false,
  optional: false,
  ...more,
});
const claim = (person: string, title: string, more: Partial<FoundOffice> = {}): FoundOffice => ({
  article,
  person,
  office: title,
  title,
  country: null,
  former: false,
  ...span(title),
  ...more,
});
const president = mark('p', 'الرئيس الفرنسي', { country: 'FR' });
const minister = mark('q', 'وزير الدفاع');

function checkOffices(claims: readonly FoundOffice[], expected: readonly [precision: number, recall: number]): void {
  checkScore(
    scoreOffices([president, minister], claims, persons, () => TEXT),
    expected,
  );
}

test('an office is right with its person, words, country and state', () => {
  const right = [claim('x', 'الرئيس الفرنسي', { country: 'FR' }), claim('y', 'وزير الدفاع')];
  checkOffices(right, [1, 1]);
  checkOffices([claim('y', 'الرئيس الفرنسي', { country: 'FR' })], [0, 0]);
  checkOffices([claim('x', 'الرئيس الفرنسي', { country: 'IT' })], [0, 0]);
  checkOffices([claim('x', 'الرئيس الفرنسي', { country: 'FR', former: true })], [0, 0]);
  checkOffices([claim('y', 'وزير الدفاع', { title: 'وكيل الصحة' })], [0, 0]);
});

test('a shorter title of the same person counts neither way', () => {
  const shorter = claim('x', 'الرئيس', span('الرئيس', 20));
  checkOffices([claim('x', 'الرئيس الفرنسي', { country: 'FR' }), shorter, claim('y', 'وزير الدفاع')], [1, 1]);
  checkOffices([shorter], [1, 0]);
  checkOffices([claim('y', 'الرئيس', span('الرئيس', 20))], [0, 0]);
});

const meeting: GoldEvent = {
  article,
  kind: 'meeting',
  modality: 'happened',
  participants: [
    ['p', 'q'],
    ['FR', 'IT'],
  ],
  others: ['r'],
  trigger: span('ثم'),
  optional: false,
};
const told = (participants: readonly string[], more: Partial<FoundEvent> = {}): FoundEvent => ({
  article,
  kind: 'meeting',
  modality: 'happened',
  participants,
  trigger: span('ثم'),
  ...more,
});

function checkEvents(
  events: readonly FoundEvent[],
  expected: readonly [precision: number, recall: number],
  wanted: readonly GoldEvent[] = [meeting],
): void {
  checkScore(scoreEvents(wanted, events, persons, ['meeting', 'signing']), expected);
}

test('an event is right with its kind, modality and people', () => {
  checkEvents([told(['x', 'y'])], [1, 1]);
  checkEvents([told(['FR', 'IT'])], [1, 1]);
  checkEvents([told(['x', 'y', 'r', 'FR'])], [1, 1]);
  checkEvents([told(['x', 's', 't'])], [0, 0]);
  checkEvents([told(['x', 'y'], { modality: 'planned' })], [0, 0]);
  checkEvents([told(['x', 'y'], { kind: 'signing' })], [0, 0]);
});

test('a reception is a meeting; statements, what is denied and a second telling count neither way', () => {
  checkEvents([told(['x', 'y'], { kind: 'reception' })], [1, 1]);
  checkEvents([told(['x', 'y']), told(['y', 'x']), told(['s'], { kind: 'statement' })], [1, 1]);
  checkEvents([told(['x', 'y'], { modality: 'denied' })], [1, 0]);
});

test('an optional event is neither missed nor wrong', () => {
  const optional = { ...meeting, optional: true };
  checkEvents([], [1, 1], [optional]);
  checkEvents([told(['x', 'y'])], [1, 1], [optional]);
});

/** Two invented articles read by the real recogniser and resolver: are the two stretches one person or two? */
import assert from 'node:assert/strict';
import { recognize } from '../../../server/src/recognize/recognize.ts';
import type { Resolution, ResolvedMention } from '../../../server/src/resolve/entities.ts';
import { Resolver, resolveAll } from '../../../server/src/resolve/resolver.ts';

/** The text, with the stretch that is asked about between «[» and «]»; the marks are taken out before it is read. */
export type Told = string;

export interface Story {
  readonly first: Told;
  readonly second: Told;
  /** Dates of the two articles; without them both are of one week. */
  readonly dates?: readonly [string, string];
}

const DATES = ['2021-03-01', '2021-03-04'] as const;

interface Read {
  readonly resolution: Resolution;
  readonly first: ResolvedMention;
  readonly second: ResolvedMention;
}

/** Both orders, at once and one by one: each must come out alike. */
function readings({ first, second, dates = DATES }: Story): Read[] {
  const a = marked(first);
  const b = marked(second);
  const articles = [
    ['a.txt', { facts: recognize(a.text), date: dates[0] }],
    ['b.txt', { facts: recognize(b.text), date: dates[1] }],
  ] as const;
  const resolver = new Resolver();
  for (const article of [...articles].reverse()) resolver.update({ set: [article] });
  return [resolveAll(articles), resolver.resolution].map((resolution) => ({
    resolution,
    first: personAt(resolution, 'a.txt', a),
    second: personAt(resolution, 'b.txt', b),
  }));
}

interface Marked {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function marked(told: Told): Marked {
  const start = told.indexOf('[');
  const end = told.indexOf(']') - 1;
  assert.ok(start >= 0 && end > start, `no stretch in «${told}»`);
  return { text: told.replace('[', '').replace(']', ''), start, end };
}

/** The mention of a person that covers the stretch, or lies in it. */
function personAt(resolution: Resolution, path: string, { text, start, end }: Marked): ResolvedMention {
  const persons = (resolution.mentions.get(path) ?? []).filter(({ kind }) => kind === 'person');
  const found = persons.find((mention) => mention.start < end && start < mention.end);
  assert.ok(
    found,
    `«${text.slice(start, end)}» is nobody in «${text}»; seen: ${persons.map((each) => text.slice(each.start, each.end)).join('، ')}`,
  );
  return found;
}

/** The two stretches are one person. */
export function checkOnePerson(story: Story): void {
  for (const { first, second } of readings(story)) {
    assert.ok(first.entity !== null && first.entity === second.entity, tell(story, first, second));
  }
}

/** The two stretches are not said to be one person: they are two, or it is open who the one without a full name is. */
export function checkNotMerged(story: Story): void {
  for (const { first, second } of readings(story)) {
    assert.ok(first.entity === null || first.entity !== second.entity, tell(story, first, second));
  }
}

/** They are two persons, both known. */
export function checkTwoPersons(story: Story): void {
  checkNotMerged(story);
  for (const { first, second } of readings(story)) {
    assert.ok(first.entity !== null && second.entity !== null, tell(story, first, second));
  }
}

function tell({ first, second }: Story, a: ResolvedMention, b: ResolvedMention): string {
  return `«${first}» is ${a.entity}, «${second}» is ${b.entity}`;
}

/** People and offices by the alphabet, a page at a time. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Resolver } from '../../../server/src/resolve/resolver.ts';
import { report, resolve } from './reports.ts';

const said = (name: string, office?: string) =>
  report('2020-11-15', `قال ${office === undefined ? '' : `${office.split(' = ')[0]} `}${name}`, {
    persons: [{ name, ...(office !== undefined && { office }) }],
  });

const corpus = {
  a: said('قاسم الراوي'),
  b: said('القاسم الحداد', 'وزير الدفاع العراقي = minister/defence/IQ'),
  c: said('قاسم وليد الحداد'),
  d: said('أحمد كمالي', 'أمين المجلس = secretary/council/IR'),
  e: said('باقر نوري'),
  f: said('آدم سالم'),
};

/** All pages of a letter, one by one. */
function paged(
  corpora: Parameters<typeof resolve>[0],
  kind: 'person' | 'office',
  letter: string,
  limit: number,
): string[] {
  const { directory } = resolve(corpora);
  const found: string[] = [];
  let after: string | null = null;
  for (;;) {
    const { entries, more } = directory.page(kind, letter, after, limit);
    found.push(...entries.map(({ entity }) => entity.name));
    after = entries.at(-1)?.position ?? null;
    if (!more) return found;
  }
}

test('letters in the order of the alphabet, with one letter for أ إ آ ا, and ال left out', () => {
  assert.deepEqual(resolve(corpus).directory.letters('person'), ['ا', 'ب', 'ق']);
  assert.deepEqual(resolve(corpus).directory.letters('office'), ['ا', 'و']);
});

test('names of a letter in order, whatever the size of the pages', () => {
  const { ا: alef, ق: qaf } = {
    ا: ['أحمد كمالي', 'آدم سالم'],
    ق: ['القاسم الحداد', 'قاسم الراوي', 'قاسم وليد الحداد'],
  };
  for (const limit of [1, 2, 100]) {
    assert.deepEqual(paged(corpus, 'person', 'ا', limit), alef);
    assert.deepEqual(paged({ ...corpus, b: said('كريم جبار') }, 'person', 'ق', limit), qaf.slice(1));
    assert.deepEqual(paged(corpus, 'office', 'و', limit), ['وزير الدفاع العراقي']);
  }
});

test('a shorter name that is a fuller one’s stands under that alone', () => {
  const names = paged({ a: said('سامر وليد الحداد'), b: said('سامر الحداد') }, 'person', 'س', 10);
  assert.deepEqual(names, ['سامر وليد الحداد']);
});

test('an update lists what a rebuild lists, organisations by state as well', () => {
  const house = report('2020-11-15', 'اجتمع البرلمان العراقي', { organizations: ['البرلمان العراقي = parliament/IQ'] });
  const resolver = new Resolver();
  resolver.update({ set: [...Object.entries(corpus), ['house', house], ['gone', said('زيد التميمي')]] });
  resolver.update({ remove: ['gone', 'e'] });
  const { directory } = resolver.resolution;
  assert.deepEqual(directory.letters('person'), ['ا', 'ق']);
  assert.deepEqual(directory.organizationsOf('IQ'), ['organization:parliament/IQ']);
  assert.deepEqual(directory.organizationsOf('IR'), []);
  resolver.update({ remove: ['house'] });
  assert.deepEqual(resolver.resolution.directory.organizationsOf('IQ'), []);
});

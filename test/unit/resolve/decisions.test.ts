/** What the reader decides comes before what the rules say, and what cannot be done is said. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Decision, Objection } from '../../../server/src/resolve/decisions.ts';
import type { PersonEntity, Resolution } from '../../../server/src/resolve/entities.ts';
import { Resolver, resolveAll } from '../../../server/src/resolve/resolver.ts';
import { type Corpus, personNamed, report } from './reports.ts';

const DEFENCE = 'وزير الدفاع العراقي = minister/defence/IQ';
const FOREIGN = 'وزير الخارجية العراقي = minister/foreign/IQ';
const IRANIAN = 'وزير الدفاع الإيراني = minister/defence/IR';

/** The two surnames of one man, in two reports. */
const TWO_SURNAMES: Corpus = {
  'a.txt': report('2019-01-13', 'قال وزير الدفاع العراقي سامر الحداد ذلك', {
    persons: [{ name: 'سامر الحداد', office: DEFENCE }],
  }),
  'b.txt': report('2019-02-01', 'وصل سامر كمالي ومعه وليد نوري', {
    persons: [{ name: 'سامر كمالي' }, { name: 'وليد نوري' }],
  }),
};

/** One name: a minister of either state. */
const NAMESAKES: Corpus = {
  'iq.txt': report('2019-01-13', 'قال وزير الدفاع العراقي سالم نوري ذلك', {
    persons: [{ name: 'سالم نوري', office: DEFENCE }],
  }),
  'ir.txt': report('2019-01-14', 'قال وزير الدفاع الإيراني سالم نوري ذلك', {
    persons: [{ name: 'سالم نوري', office: IRANIAN }],
  }),
  'who.txt': report('2019-01-15', 'وصل سالم نوري', { persons: [{ name: 'سالم نوري' }] }),
};

const decide = (corpus: Corpus, ...decisions: Decision[]): Resolution => resolveAll(Object.entries(corpus), decisions);

/** What the words of an article mean, as names: the mention's entity, of an office alone its holder. */
function meaning(resolution: Resolution, corpus: Corpus, path: string, words: string): string | null {
  const text = corpus[path]?.text?.() ?? '';
  const mention = resolution.mentions.get(path)?.find(({ start, end }) => text.slice(start, end) === words);
  assert.ok(mention, `«${words}» is marked in ${path}`);
  const id = mention.kind === 'office' ? mention.holder : mention.entity;
  return id === null ? null : (resolution.entities.get(id)?.name ?? null);
}

function checkObjections(resolution: Resolution, expected: Readonly<Record<number, Objection['code'][]>>): void {
  const told = Object.fromEntries([...resolution.objections].map(([at, all]) => [at, all.map(({ code }) => code)]));
  assert.deepEqual(told, expected);
}

test('two names that the rules keep apart are one person, under the first of them', () => {
  const resolution = decide(TWO_SURNAMES, { kind: 'same', of: ['سامر الحداد', 'سامر كمالي'] });
  const person = personNamed(resolution, 'سامر الحداد');
  assert.deepEqual([...person.mentions.keys()].sort(), ['a.txt', 'b.txt']);
  assert.deepEqual(person.aliases, ['سامر كمالي']);
  assert.equal(person.tenures.length, 1);
  const mention = resolution.mentions.get('b.txt')?.[0];
  assert.equal(mention?.entity, person.id);
  assert.deepEqual(mention?.reasons.at(-1), { code: 'decision', decision: 0 });
  assert.deepEqual(
    resolution.names.search('كمالي', 5).map(({ id }) => id),
    [person.id],
  );
  checkObjections(resolution, {});
});

test('a decision wins over different first names and over offices that exclude each other', () => {
  const corpus: Corpus = {
    'a.txt': report('2019-01-13', 'قال وزير الدفاع العراقي سامر الحداد ذلك', {
      persons: [{ name: 'سامر الحداد', office: DEFENCE }],
    }),
    'b.txt': report('2019-01-14', 'قال وزير الخارجية العراقي وليد الحداد ذلك', {
      persons: [{ name: 'وليد الحداد', office: FOREIGN }],
    }),
  };
  const resolution = decide(corpus, { kind: 'same', of: ['سامر الحداد', 'وليد الحداد'] });
  const person = personNamed(resolution, 'سامر الحداد');
  assert.deepEqual(
    person.tenures.map(({ office }) => office),
    ['office:minister/defence/IQ', 'office:minister/foreign/IQ'],
  );
});

test('namesakes are told apart by words of an article, and joined so', () => {
  const iq = { in: 'iq.txt', mention: 'سالم نوري', nth: null };
  const ir = { in: 'ir.txt', mention: 'سالم نوري', nth: null };
  const who = { in: 'who.txt', mention: 'سالم نوري', nth: null };
  assert.equal([...decide(NAMESAKES).ofKind('person')].length, 2);
  checkObjections(decide(NAMESAKES, { kind: 'same', of: ['سالم نوري', 'وليد'] }), { 0: ['several', 'unknown-name'] });
  const joined = decide(NAMESAKES, { kind: 'same', of: [iq, ir] });
  assert.deepEqual([...personNamed(joined, 'سالم نوري').mentions.keys()].sort(), ['iq.txt', 'ir.txt', 'who.txt']);
  const told = decide(NAMESAKES, { kind: 'same', of: [ir, who] });
  assert.equal(told.mentions.get('who.txt')?.[0]?.entity, told.mentions.get('ir.txt')?.at(-1)?.entity);
  assert.deepEqual(told.mentions.get('who.txt')?.[0]?.candidates, []);
  checkObjections(told, {});
});

test('a namesake whom the rules take for the same man is set apart, and given to another', () => {
  const corpus: Corpus = {
    'a.txt': report('2019-01-13', 'قال سامر الحداد ثم أضاف الحداد', {
      persons: [{ name: 'سامر الحداد', short: ['الحداد'] }],
    }),
    'b.txt': report('2021-01-13', 'قال سامر الحداد ثم أضاف الحداد', {
      persons: [{ name: 'سامر الحداد', short: ['الحداد'] }],
    }),
    'c.txt': report('2021-02-13', 'قال سامر كمالي', { persons: [{ name: 'سامر كمالي' }] }),
  };
  const there = { in: 'b.txt', mention: 'سامر الحداد', nth: null };
  const apart = decide(corpus, { kind: 'different', of: ['سامر الحداد', there] });
  const persons = [...apart.ofKind('person')].filter(({ name }) => name === 'سامر الحداد');
  assert.deepEqual(
    persons.map(({ mentions }) => [...mentions].map(([path, all]) => [path, all.length])),
    [[['a.txt', 2]], [['b.txt', 2]]],
  );
  checkObjections(apart, {});
  const given = decide(
    corpus,
    { kind: 'different', of: ['سامر الحداد', there] },
    { kind: 'same', of: ['سامر كمالي', there] },
  );
  assert.deepEqual([...personNamed(given, 'سامر كمالي').mentions.keys()].sort(), ['b.txt', 'c.txt']);
});

test('names that the rules join are kept apart', () => {
  const corpus: Corpus = {
    'a.txt': report('2019-01-13', 'قال سامر وليد الحداد', { persons: [{ name: 'سامر وليد الحداد' }] }),
    'b.txt': report('2019-01-14', 'قال سامر الحداد', { persons: [{ name: 'سامر الحداد' }] }),
  };
  assert.equal([...decide(corpus).ofKind('person')].length, 1);
  const apart = decide(corpus, { kind: 'different', of: ['سامر الحداد', 'سامر وليد الحداد'] });
  assert.equal([...apart.ofKind('person')].length, 2);
  assert.ok(apart.mentions.get('b.txt')?.[0]?.reasons.some(({ code }) => code === 'decision'));
});

test('an office alone and a surname alone mean whom the reader says', () => {
  const corpus: Corpus = {
    'a.txt': report('2019-01-13', 'قال وزير الدفاع العراقي سامر الحداد ثم قال الوزير وقال الحداد', {
      persons: [{ name: 'سامر الحداد', office: DEFENCE, short: ['الحداد'] }],
      offices: ['الوزير = minister//'],
    }),
    'b.txt': report('2019-01-14', 'قال وليد نوري', { persons: [{ name: 'وليد نوري' }] }),
  };
  for (const words of ['الوزير', 'الحداد']) {
    const quoted = { in: 'a.txt', mention: words, nth: words === 'الحداد' ? 2 : null };
    const resolution = decide(corpus, { kind: 'same', of: ['وليد نوري', { ...quoted, nth: null }] });
    assert.equal(meaning(resolution, corpus, 'a.txt', words), 'وليد نوري');
    assert.equal(personNamed(resolution, 'وليد نوري').mentions.get('a.txt')?.length, 1);
    assert.deepEqual(personNamed(resolution, 'وليد نوري').aliases, []);
    assert.equal(meaning(resolution, corpus, 'a.txt', 'سامر الحداد'), 'سامر الحداد');
    checkObjections(resolution, {});
    const open = decide(corpus, { kind: 'different', of: ['سامر الحداد', { ...quoted, nth: null }] });
    assert.equal(meaning(open, corpus, 'a.txt', words), null);
  }
});

test('a name that is no person is marked nowhere, or not where the words stand', () => {
  const corpus: Corpus = {
    'a.txt': report('2019-01-13', 'في فجر النهضة قال سامر الحداد', {
      persons: [{ name: 'فجر النهضة' }, { name: 'سامر الحداد' }],
    }),
    'b.txt': report('2019-01-14', 'في فجر النهضة', { persons: [{ name: 'فجر النهضة' }] }),
  };
  const everywhere = decide(corpus, { kind: 'not-person', of: ['فجر النهضة'] });
  assert.deepEqual(
    [...everywhere.ofKind('person')].map(({ name }) => name),
    ['سامر الحداد'],
  );
  assert.equal(everywhere.mentions.get('b.txt')?.length, 0);
  const there = decide(corpus, { kind: 'not-person', of: [{ in: 'b.txt', mention: 'فجر النهضة', nth: null }] });
  assert.equal(there.mentions.get('b.txt')?.length, 0);
  assert.equal(there.mentions.get('a.txt')?.length, 2);
  checkObjections(there, {});
});

test('hidden things are neither marked nor listed nor found', () => {
  const corpus: Corpus = {
    'a.txt': report('2019-01-13', 'في العراق وقع سامر الحداد اتفاقية أمنية', {
      places: ['العراق = IQ'],
      persons: [{ name: 'سامر الحداد' }],
      agreements: [{ title: 'اتفاقية أمنية', signatories: ['سامر الحداد'] }],
    }),
  };
  const resolution = decide(corpus, { kind: 'hide', of: ['سامر الحداد'] }, { kind: 'hide', of: ['اتفاقية أمنية'] });
  assert.deepEqual(
    [...resolution.entities].map(([id]) => id),
    ['place:IQ'],
  );
  assert.equal(resolution.mentions.get('a.txt')?.length, 1);
  assert.deepEqual(resolution.names.search('سامر', 5), []);
  checkObjections(resolution, {});
});

test('a new name is shown, found and known as such', () => {
  const resolution = decide(
    TWO_SURNAMES,
    { kind: 'rename', of: ['سامر الحداد'], to: 'سامر بن وليد' },
    { kind: 'same', of: ['سامر بن وليد', 'سامر كمالي'] },
  );
  const person = personNamed(resolution, 'سامر بن وليد');
  assert.ok(person.aliases.includes('سامر الحداد') && person.aliases.includes('سامر كمالي'));
  assert.deepEqual(
    resolution.names.search('وليد', 5).map(({ name }) => name),
    ['سامر بن وليد', 'وليد نوري'],
  );
  checkObjections(resolution, {});
});

test('an office that the reader gives is the one held in that article, whether or not another names it', () => {
  const office = { key: 'minister/culture/IQ', title: 'وزير الثقافة العراقي', role: 'minister', country: 'IQ' };
  const resolution = decide(TWO_SURNAMES, { kind: 'office', of: ['سامر الحداد'], in: 'a.txt', office });
  const { tenures } = personNamed(resolution, 'سامر الحداد');
  assert.deepEqual(
    tenures.map(({ office: held, title, attestations }) => [held, title, attestations.length]),
    [['office:minister/culture/IQ', 'وزير الثقافة العراقي', 1]],
  );
  const [attestation] = tenures[0]?.attestations ?? [];
  const span = attestation?.span ?? { start: 0, end: 0 };
  assert.equal(TWO_SURNAMES['a.txt']?.text?.().slice(span.start, span.end), 'سامر الحداد');
  checkObjections(resolution, {});
});

test('bodies and agreements of two names are one', () => {
  const corpus: Corpus = {
    'a.txt': report('2019-01-13', 'قال أمين المجلس سامر الحداد ووقع اتفاقية أمنية', {
      persons: [
        { name: 'سامر الحداد', office: 'أمين المجلس = secretary/council/IQ', organization: 'المجلس = council/IQ' },
      ],
      agreements: [{ title: 'اتفاقية أمنية', signatories: ['سامر الحداد'], date: '2019-01-12' }],
    }),
    'b.txt': report('2019-01-14', 'قالت الهيئة العليا عن وثيقة الحدود', {
      organizations: ['الهيئة العليا = high-body'],
      agreements: [{ title: 'وثيقة الحدود', type: 'document' }],
    }),
  };
  const resolution = decide(
    corpus,
    { kind: 'same', of: ['الهيئة العليا', 'المجلس'] },
    { kind: 'same', of: ['اتفاقية أمنية', 'وثيقة الحدود'] },
    { kind: 'date', of: ['وثيقة الحدود'], date: '2019-01-11' },
  );
  const [body] = resolution.ofKind('organization');
  assert.deepEqual([body?.name, [...(body?.mentions.keys() ?? [])].sort()], ['الهيئة العليا', ['a.txt', 'b.txt']]);
  const [office] = resolution.ofKind('office');
  assert.equal(office?.organization, body?.id);
  assert.deepEqual(body?.offices, [office?.id]);
  const documents = [...resolution.ofKind('agreement')];
  assert.deepEqual(
    documents.map(({ name, date, signatories }) => [name, date, signatories.length]),
    [['اتفاقية أمنية', '2019-01-11', 1]],
  );
  assert.deepEqual(personNamed(resolution, 'سامر الحداد').agreements, [documents[0]?.id]);
  checkObjections(resolution, {});
});

test('of two decisions that gainsay each other the earlier stands and the later is named', () => {
  const same: Decision = { kind: 'same', of: ['سامر الحداد', 'سامر كمالي'] };
  const different: Decision = { kind: 'different', of: ['سامر كمالي', 'سامر الحداد'] };
  const one = decide(TWO_SURNAMES, same, different);
  assert.equal(personNamed(one, 'سامر الحداد').mentions.size, 2);
  assert.deepEqual([...one.objections], [[1, [{ code: 'contradicts', earlier: 0 }]]]);
  const two = decide(TWO_SURNAMES, different, same);
  assert.equal(personNamed(two, 'سامر كمالي').mentions.size, 1);
  assert.deepEqual([...two.objections], [[1, [{ code: 'contradicts', earlier: 0 }]]]);
  // Also where others say who is one: the three of them cannot be.
  const round = decide(
    TWO_SURNAMES,
    { kind: 'same', of: ['سامر الحداد', 'سامر كمالي'] },
    { kind: 'different', of: ['وليد نوري', 'سامر كمالي'] },
    { kind: 'same', of: ['وليد نوري', 'سامر الحداد'] },
  );
  assert.deepEqual([...round.objections], [[2, [{ code: 'contradicts', earlier: 1 }]]]);
});

test('what does not apply is said, and keeps nothing else from applying', () => {
  const resolution = decide(
    TWO_SURNAMES,
    { kind: 'same', of: ['سامر الحداد', 'سامر كمالي', 'راشد سعيد'] },
    { kind: 'same', of: ['سامر كمالي', 'سامر الحداد'] },
    { kind: 'rename', of: ['راشد سعيد'], to: 'راشد' },
    { kind: 'hide', of: [{ in: 'c.txt', mention: 'راشد', nth: null }] },
    { kind: 'not-person', of: [{ in: 'a.txt', mention: 'راشد', nth: null }] },
    { kind: 'date', of: ['سامر الحداد'], date: '2019' },
    { kind: 'different', of: ['سامر الحداد', 'سامر حداد'] },
  );
  checkObjections(resolution, {
    0: ['unknown-name'],
    1: ['repeats'],
    2: ['unknown-name'],
    3: ['unknown-article'],
    4: ['unknown-words'],
    5: ['other-kind'],
    6: ['one-name'],
  });
  assert.equal(personNamed(resolution, 'سامر الحداد').mentions.size, 2);
});

test('a decision reads no article but the one that it quotes', () => {
  const count = { reads: 0 };
  const counted = (made: ReturnType<typeof report>) => ({
    ...made,
    facts: new Proxy(made.facts, {
      get(target, property, receiver) {
        count.reads++;
        return Reflect.get(target, property, receiver);
      },
    }),
  });
  const resolver = new Resolver();
  const many = Array.from({ length: 300 }, (_, i) => {
    const name = ['سامر الحداد', 'وليد نوري'][i % 2] ?? '';
    return [`${i}.txt`, counted(report('2020-11-15', `قال ${name} ذلك`, { persons: [{ name }] }))] as const;
  });
  resolver.update({ set: many });
  count.reads = 0;
  const resolution = resolver.update({
    decisions: [
      { kind: 'same', of: ['سامر الحداد', 'وليد نوري'] },
      { kind: 'rename', of: ['سامر الحداد'], to: 'سامر وليد' },
    ],
  });
  const people = resolution.entities.get('person:سامر-حداد') as PersonEntity;
  assert.equal(people.mentions.size, 300);
  assert.equal(count.reads, 0);
  resolver.update({
    decisions: [{ kind: 'different', of: ['سامر الحداد', { in: '0.txt', mention: 'سامر الحداد', nth: 1 }] }],
  });
  const others = count.reads;
  assert.ok(others > 0 && others < 200, `${others} looks at facts`);
});

test('what is no person is kept apart by words of an article: agreements, bodies, places', () => {
  const corpus: Corpus = Object.fromEntries(
    ['a.txt', 'b.txt'].map((path) => [
      path,
      report('2019-01-13', 'قال المجلس في الفاو عن معاهدة بابل بين العراق وإيران', {
        organizations: ['المجلس = council'],
        places: ['الفاو = IQ/faw'],
        agreements: [{ title: 'معاهدة بابل', properName: 'بابل', parties: ['IQ', 'IR'] }],
      }),
    ]),
  );
  for (const [kind, words] of [
    ['organization', 'المجلس'],
    ['place', 'الفاو'],
    ['agreement', 'معاهدة بابل'],
  ] as const) {
    const articles = (resolution: Resolution) =>
      [...resolution.ofKind(kind)].map(({ name, mentions }) => `${name}: ${[...mentions.keys()].sort()}`).sort();
    assert.deepEqual(articles(decide(corpus)), [`${words}: a.txt,b.txt`]);
    const there = { in: 'b.txt', mention: words, nth: null };
    const apart = decide(corpus, { kind: 'different', of: [words, there] });
    assert.deepEqual(articles(apart), [`${words}: a.txt`, `${words}: b.txt`]);
    const mention = apart.mentions.get('b.txt')?.find((each) => each.kind === kind);
    assert.ok(mention?.reasons.some(({ code }) => code === 'decision'));
    checkObjections(apart, {});
    const mixed = decide(corpus, { kind: 'same', of: [kind === 'place' ? 'المجلس' : 'الفاو', there] });
    checkObjections(mixed, { 0: ['other-kind'] });
    checkObjections(decide(corpus, { kind: 'different', of: [words, `${words} الآخر`] }), {
      0: ['words-needed', 'unknown-name'],
    });
  }
});

test('an agreement that was set apart can be made one with another', () => {
  const named = (title: string) =>
    report('2019-01-13', `وقع العراق ${title}`, { agreements: [{ title, properName: title.split(' ')[1] ?? '' }] });
  const corpus: Corpus = {
    'a.txt': named('معاهدة بابل'),
    'b.txt': named('معاهدة بابل'),
    'c.txt': named('اتفاق سامراء'),
  };
  const there = { in: 'b.txt', mention: 'معاهدة بابل', nth: null };
  const resolution = decide(
    corpus,
    { kind: 'different', of: ['معاهدة بابل', there] },
    { kind: 'same', of: ['اتفاق سامراء', there] },
  );
  assert.deepEqual(
    [...resolution.ofKind('agreement')].map(({ name, mentions }) => `${name}: ${[...mentions.keys()].sort()}`).sort(),
    ['اتفاق سامراء: b.txt,c.txt', 'معاهدة بابل: a.txt'],
  );
  checkObjections(resolution, {});
});

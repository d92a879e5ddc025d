/** The dossier: every statement once, from the side of the one whom it is about, with whose date it is; contradictions at the end. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Article, Snapshot } from '../../../server/src/corpus/snapshot.ts';
import { type Dossier, dossier } from '../../../server/src/features/dossier.ts';
import type { Language } from '../../../server/src/features/language.ts';
import type { Piece } from '../../../server/src/features/pieces.ts';
import type { EventEntity } from '../../../server/src/resolve/entities.ts';
import { corpus, evidenceIn } from './corpus.ts';
import { readCorpus } from './read-corpus.ts';

const NEWS = {
  'arrival.txt': `وزير الخارجية المصري في عمان

10 مايو 2021

استقبل رئيس الوزراء الأردني ماجد علي العبادي اليوم الاثنين في عمان وزير الخارجية المصري نادر حسن الفقي.

وقال العبادي إن العلاقات جيدة. ومن المقرر أن يزور الفقي بغداد.
`,
  'call.txt': `اتصال بين الوزيرين

12 مايو 2021

تلقى رئيس الوزراء الأردني ماجد علي العبادي اتصالا هاتفيا من وزير الخارجية المصري نادر حسن الفقي.

وكان العبادي قد التقى الفقي في 10 مايو 2021. ونفى العبادي أنه التقى وزير الدفاع العراقي حامد كريم النوري.
`,
  'signing.txt': `توقيع مذكرة

20 مايو 2021

التقى وزير الخارجية الأردني سالم كريم الراوي اليوم في القاهرة وزير الخارجية المصري نادر حسن الفقي.

وقع وزير الخارجية الأردني سالم كريم الراوي ووزير الخارجية المصري نادر حسن الفقي اليوم في القاهرة مذكرة تفاهم أمنية بين الأردن ومصر.
`,
};

const textOf = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('');

function dossierOf(snapshot: Snapshot, name: string, language: Language = 'en', limit = 100): Dossier {
  const entity = [...snapshot.resolution.entities.values()].find((each) => each.name === name);
  assert.ok(entity, `nothing is called «${name}»`);
  return dossier(snapshot, entity, language, limit);
}

/** Statements of the kinds as `date kind: claim`. */
function checkStatements(found: Dossier, kinds: readonly string[], expected: readonly string[]): void {
  assert.deepEqual(
    found.statements
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ dateWords, kindWords, claim }) => `${dateWords} ${kindWords}: ${textOf(claim)}`),
    expected,
  );
}

const EVENTS = ['meeting', 'visit', 'reception', 'call', 'signing', 'signature'];

test('a person’s meetings, calls, visits and signings: with whom, where, when, planned or denied', () => {
  const snapshot = readCorpus(NEWS);
  checkStatements(dossierOf(snapshot, 'نادر حسن الفقي'), EVENTS, [
    '10 May 2021 Reception: Host: ماجد علي العبادي, in عمان',
    '12 May 2021 (date of the article that tells it) Phone call: Called: ماجد علي العبادي',
    '20 May 2021 Meeting: with سالم كريم الراوي, in القاهرة',
    '20 May 2021 (date of the article that tells it) Signature: مذكرة تفاهم أمنية بين الأردن ومصر, as وزير الخارجية المصري, with سالم كريم الراوي, in القاهرة',
    'undated Visit: to بغداد (planned)',
  ]);
  checkStatements(dossierOf(snapshot, 'ماجد علي العبادي', 'ar'), EVENTS, [
    '10 مايو 2021 استقبال: الضيف: نادر حسن الفقي، في عمان',
    '12 مايو 2021 (تاريخ المقال الذي يذكره) اتصال هاتفي: المتصل: نادر حسن الفقي',
    'بلا تاريخ لقاء: مع حامد كريم النوري (منفي)',
  ]);
});

test('an event that two articles tell is one statement with its sentence, and names the other article', () => {
  const snapshot = readCorpus(NEWS);
  const { statements } = dossierOf(snapshot, 'ماجد علي العبادي');
  const received = statements.filter(({ kind }) => kind === 'reception');
  assert.equal(received.length, 1);
  const [{ quote, target, also, inferred } = assert.fail()] = received;
  assert.equal(inferred, false);
  assert.equal(`${quote.before}${quote.words}${quote.after}`, NEWS['arrival.txt'].split('\n')[4]);
  assert.equal(NEWS['arrival.txt'].slice(target.span.start, target.span.end), 'استقبل');
  assert.equal(textOf(also), 'Also told in: اتصال بين الوزيرين, 12 May 2021');
});

test('a date that no text states says whose it is; what has none comes last', () => {
  const { statements } = dossierOf(readCorpus(NEWS), 'نادر حسن الفقي');
  const call = statements.find(({ kind }) => kind === 'call');
  assert.deepEqual([call?.date, call?.inferred], ['2021-05-12', true]);
  assert.deepEqual(
    statements.map(({ date }) => date === null),
    statements.map((_, index) => index === statements.length - 1),
  );
});

test('an office has what its holders did where the text names them by it', () => {
  const snapshot = readCorpus(NEWS);
  checkStatements(dossierOf(snapshot, 'وزير الخارجية الأردني'), EVENTS, [
    '20 May 2021 Meeting: سالم كريم الراوي, with نادر حسن الفقي, in القاهرة',
    '20 May 2021 (date of the article that tells it) Signing: سالم كريم الراوي, مذكرة تفاهم أمنية بين الأردن ومصر, with نادر حسن الفقي, in القاهرة',
  ]);
});

test('an agreement: its signing is one statement with signatories, capacities and place, and the meeting of that day another', () => {
  const { statements } = dossierOf(readCorpus(NEWS), 'مذكرة تفاهم أمنية بين الأردن ومصر');
  assert.deepEqual(
    statements.map(({ kind, claim }) => `${kind}: ${textOf(claim)}`),
    [
      'state: signed: سالم كريم الراوي as وزير الخارجية الأردني, نادر حسن الفقي as وزير الخارجية المصري, in القاهرة',
      'meeting: سالم كريم الراوي, نادر حسن الفقي, in القاهرة, on the day of the signing',
    ],
  );
});

test('of two tellings of one signing the one that names the signatories says who they are', () => {
  const texts = {
    ...NEWS,
    'again.txt':
      'تنفيذ المذكرة\n\n19 سبتمبر 2021\n\nوقع الأردن ومصر في مايو الماضي مذكرة تفاهم أمنية بين الأردن ومصر.\n',
  };
  const { statements } = dossierOf(readCorpus(texts), 'نادر حسن الفقي');
  const signatures = statements.filter(({ kind }) => kind === 'signature' || kind === 'signing');
  assert.deepEqual(
    signatures.map(({ claim }) => textOf(claim)),
    ['مذكرة تفاهم أمنية بين الأردن ومصر, as وزير الخارجية المصري, with سالم كريم الراوي, in القاهرة'],
  );
});

test('a meeting of the signatories on another day is none of the agreement’s', () => {
  const texts = {
    ...NEWS,
    'before.txt': NEWS['signing.txt'].replace('20 مايو', '2 مايو').replace(/\nوقع [^\n]*\n/, '\n'),
    'signing.txt': NEWS['signing.txt'].replace(/\nالتقى [^\n]*\n/, '\n'),
  };
  const { statements } = dossierOf(readCorpus(texts), 'مذكرة تفاهم أمنية بين الأردن ومصر');
  assert.deepEqual(
    statements.map(({ kind }) => kind),
    ['state'],
  );
});

const RELATED = corpus(
  {
    'a.txt': {
      text: 'وقع البلدان اتفاقية العبور تنفيذا لمذكرة النقل.',
      date: '2021-01-02',
      mentions: [
        { words: 'اتفاقية العبور', entity: 'agreement:transit' },
        { words: 'مذكرة النقل', entity: 'agreement:transport' },
      ],
    },
    'b.txt': {
      text: 'أعلن البلدان أن اتفاقية العبور دخلت حيز التنفيذ.',
      date: '2021-03-04',
      mentions: [{ words: 'اتفاقية العبور', entity: 'agreement:transit' }],
    },
  },
  { agreements: { 'agreement:transit': { name: 'اتفاقية العبور' }, 'agreement:transport': { name: 'مذكرة النقل' } } },
);

test('an agreement: states over time, each once for a date, and how it stands to others', () => {
  const transit = RELATED.resolution.entities.get('agreement:transit');
  assert.ok(transit?.kind === 'agreement');
  const signed = evidenceIn(RELATED, 'a.txt', 'وقع');
  const entity = {
    ...transit,
    states: [
      { state: 'signed', date: '2021-01-02', evidence: signed },
      { state: 'signed', date: '2021-01-02', evidence: evidenceIn(RELATED, 'b.txt', 'اتفاقية العبور') },
      { state: 'in force', date: '2021-03-01', evidence: evidenceIn(RELATED, 'b.txt', 'دخلت') },
    ],
    relations: [
      { relation: 'implements', agreement: 'agreement:transport', evidence: evidenceIn(RELATED, 'a.txt', 'تنفيذا') },
    ],
  } as const;
  assert.deepEqual(
    dossier(RELATED, entity, 'ar', 10).statements.map(
      ({ date, kindWords, claim }) => `${date} ${kindWords}: ${textOf(claim)}`,
    ),
    ['2021-01-02 حالة: موقّعة', '2021-01-02 صلة: تنفيذًا لـ: مذكرة النقل', '2021-03-01 حالة: نافذة'],
  );
});

const said = (sentence: string) => `خبر من بغداد اليوم\n15 نوفمبر 2020\n\n${sentence}`;

test('a contradiction stands in a section of its own, once, with both places quoted', () => {
  const texts = {
    'a.txt': said('قال وزير الدفاع العراقي سالم الراوي إن الحدود آمنة.'),
    'b.txt': said('زار وزير الدفاع العراقي ماجد العبيدي طهران.'),
    'c.txt': said('قال وزير النقل العراقي حامد النوري إن الميناء مفتوح.'),
  };
  const snapshot = readCorpus(texts);
  for (const name of ['سالم الراوي', 'ماجد العبيدي', 'وزير الدفاع العراقي']) {
    const { contradictions, contradictionsNote, headings } = dossierOf(snapshot, name, 'ar');
    assert.equal(contradictions.length, 1, name);
    assert.deepEqual(
      contradictions[0]?.places.map(({ quote, target, article }) => [quote.words, target.article, textOf(article)]),
      [
        ['وزير الدفاع العراقي سالم الراوي', 'a.txt', 'خبر من بغداد اليوم، 15 نوفمبر 2020'],
        ['وزير الدفاع العراقي ماجد العبيدي', 'b.txt', 'خبر من بغداد اليوم، 15 نوفمبر 2020'],
      ],
      name,
    );
    assert.match(contradictions[0]?.message ?? '', /وزير الدفاع العراقي.* في 15 نوفمبر 2020/);
    assert.equal(contradictionsNote, null);
    assert.equal(headings.contradictions, 'ما تتناقض فيه المقالات');
  }
  assert.deepEqual(dossierOf(snapshot, 'حامد النوري').contradictions, []);
});

/** A minister of whom `count` articles tell one meeting each; every reading of an article's text is counted. */
function busyMinister(count: number): { readonly snapshot: Snapshot; readonly read: () => number } {
  const text = 'التقى وزير النقل سالم الراوي في بغداد كريم نوري.';
  const paths = Array.from({ length: count }, (_, index) => `${String(index).padStart(5, '0')}.txt`);
  const mentions = [
    { words: 'سالم الراوي', entity: 'person:salim' },
    { words: 'بغداد', entity: 'place:IQ/baghdad' },
    { words: 'كريم نوري', entity: 'person:karim' },
  ];
  const whole = corpus(Object.fromEntries(paths.map((path) => [path, { text, date: '2020-01-01', mentions }])), {
    persons: {
      'person:salim': {
        name: 'سالم الراوي',
        introductions: paths.map((path) => [path, 'سالم الراوي'] as const),
        offices: paths.map((path) => ({ office: 'office:minister/transport/IQ', path, words: 'وزير النقل' })),
      },
      'person:karim': { name: 'كريم نوري', introductions: paths.map((path) => [path, 'كريم نوري'] as const) },
    },
    offices: { 'office:minister/transport/IQ': { name: 'وزير النقل', country: 'IQ' } },
    places: { 'place:IQ/baghdad': { name: 'بغداد' } },
  });
  const events = paths.map((path, index): EventEntity => {
    const of = (words: string) => evidenceIn(whole, path, words);
    return {
      id: `event:${index}`,
      kind: 'meeting',
      code: '040',
      modality: 'happened',
      actors: [
        { entity: 'person:salim', role: 'participant', evidence: of('سالم الراوي') },
        { entity: 'person:karim', role: 'participant', evidence: of('كريم نوري') },
      ],
      agreement: null,
      place: 'place:IQ/baghdad',
      date: '2020-01-01',
      dateStated: false,
      tellings: [{ ...of(text), trigger: of('التقى').span, event: 0 }],
    };
  });
  let reads = 0;
  const counted = (article: Article): Article =>
    new Proxy(article, {
      get(target, name) {
        if (name === 'text' || name === 'facts') reads++;
        return Reflect.get(target, name);
      },
    });
  const resolution = {
    ...whole.resolution,
    events: { of: () => events, encountersOf: () => events, in: () => [], all: () => events },
  };
  return {
    snapshot: {
      ...whole,
      articles: new Map([...whole.articles].map(([path, article]) => [path, counted(article)])),
      resolution,
    },
    read: () => reads,
  };
}

test('of thousands of statements only those shown are put into words, and articles are read for these alone', () => {
  const cost = (count: number, limit: number): number => {
    const { snapshot, read } = busyMinister(count);
    const { statements, total } = dossierOf(snapshot, 'سالم الراوي', 'en', limit);
    assert.deepEqual([statements.length, total], [Math.min(limit, 2 * count), 2 * count]);
    return read();
  };
  const few = cost(1000, 50);
  assert.ok(cost(2000, 50) <= few, 'what is not shown costs no reading');
  assert.ok(
    few < 50 * 10 + 200 * 20,
    `${few} readings for 50 statements and the articles looked at for contradictions`,
  );
  assert.ok(cost(2000, 2000) < 2000 * 10 + 200 * 20, 'a whole page costs what it shows');
});

test('what was not looked for is said', () => {
  const { snapshot } = busyMinister(1000);
  assert.equal(dossierOf(snapshot, 'سالم الراوي').contradictionsNote, 'Looked for in 200 of 1000 articles.');
});

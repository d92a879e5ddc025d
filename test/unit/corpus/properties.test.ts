/** Invariant 2, seen from outside: however a corpus came to its state, it is the state that reading it afresh gives. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Corpus } from '../../../server/src/corpus/corpus.ts';
import { MemoryFileDoor } from './memory-door.ts';
import { plain } from './plain.ts';

/** Articles that share names, offices and agreements, so that edits make and break what connects them. */
const TEXTS = [
  'بغداد – وقع وزير الداخلية العراقي كريم عبد الله الطائي ونظيره الإيراني أحمد رضائي مذكرة تفاهم أمنية في 3 آذار 2019.',
  'قال الطائي إن المذكرة تنظم ضبط الحدود المشتركة بين العراق وإيران.',
  'وأكد وزير الداخلية العراقي أن بلاده ملتزمة بتنفيذ مذكرة التفاهم الأمنية الموقعة مع إيران.',
  'استقبل وزير الدفاع العراقي كريم الطائي وفدا عسكريا إيرانيا في بغداد يوم الثلاثاء.',
  'التقى المستشار أحمد رضائي، رئيس لجنة الأمن، السفير العراقي في طهران حسن كريم الطائي.',
  'طهران 5 أيار 2021 – أعلن رضائي توقيع اتفاقية أمنية جديدة بين إيران والعراق.',
  '',
  'The two ministers met in Baghdad.',
  'وقع العراق وإيران اليوم مذكرة تفاهم أمنية. والمذكرة وقعها الأحد في بغداد وزير الداخلية العراقي كريم عبد الله الطائي ونظيره الإيراني أحمد رضائي.',
];
const PATHS = ['a.txt', 'b.txt', 'c-2020-01-01.txt', 'sub/d.txt', 'e.md', 'sub/inner/f.txt'];
const SETTINGS = ['', 'dates: { b.txt: 2018-05-01 }', 'include: ["**/*.txt", "e.md"]', 'name: [', 'include: "sub/**"'];

const text = fc.constantFrom(...TEXTS);
const path = fc.constantFrom(...PATHS);

type Step =
  | { kind: 'write'; path: string; text: string }
  | { kind: 'delete'; path: string }
  | { kind: 'buffer'; path: string; text: string }
  | { kind: 'close'; path: string }
  | { kind: 'settle' };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('write' as const), path, text }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete' as const), path }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('buffer' as const), path, text }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('close' as const), path }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('write' as const),
      path: fc.constantFrom('fihris.yaml', 'sub/inner/fihris.yaml'),
      text: fc.constantFrom(...SETTINGS),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('delete' as const), path: fc.constant('sub/inner/fihris.yaml') }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('settle' as const) }) },
);

async function fresh(
  files: Iterable<readonly [string, string | Uint8Array]>,
  buffers: Iterable<readonly [string, string]> = [],
) {
  const corpus = new Corpus({ door: new MemoryFileDoor(files) });
  for (const [name, content] of buffers) await corpus.setText(name, content);
  await corpus.openFolder();
  return corpus;
}

test('an index brought up to date by random edits is the index built from scratch', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(path, text, { maxKeys: 4 }),
      fc.array(step, { maxLength: 20 }),
      async (files, steps) => {
        const door = new MemoryFileDoor(Object.entries(files));
        const buffers = new Map<string, string>();
        const corpus = new Corpus({ door });
        const done: Promise<void>[] = [corpus.openFolder()];
        // A fihris.yaml with an error leaves the last good one in force: the one thing that depends on what was before.
        let good = '';
        for (const change of steps) {
          if (change.kind === 'write') {
            door.files.set(change.path, change.text);
            if (change.path === 'fihris.yaml' && change.text !== 'name: [') good = change.text;
            corpus.filesChanged([change.path]);
            if (change.path === 'fihris.yaml') await corpus.settled();
          } else if (change.kind === 'delete') {
            door.files.delete(change.path);
            corpus.filesChanged([change.path]);
          } else if (change.kind === 'buffer') {
            buffers.set(change.path, change.text);
            done.push(corpus.setText(change.path, change.text));
          } else if (change.kind === 'close') {
            buffers.delete(change.path);
            done.push(corpus.closeText(change.path));
          } else {
            await corpus.settled();
          }
        }
        await Promise.all(done);
        await corpus.settled();
        const scratch = await fresh(new Map(door.files).set('fihris.yaml', good), buffers);
        assert.deepEqual(plain(corpus.snapshot), plain(scratch.snapshot));
        assert.deepEqual({ ...corpus.status, settingsProblems: [] }, scratch.status);
      },
    ),
    {
      numRuns: 60,
      examples: [
        // A file that was never there is deleted while an inner folder has everything listed again.
        [
          {},
          [
            { kind: 'write', path: 'sub/inner/fihris.yaml', text: '' },
            { kind: 'delete', path: 'a.txt' },
            { kind: 'settle' },
          ],
        ],
      ],
    },
  );
});

test('the order of articles changes nothing', async () => {
  const articles = TEXTS.map((content, i) => [`${i}.txt`, content] as const);
  const expected = plain((await fresh(articles)).snapshot);
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(articles, { minLength: articles.length }), async (order) => {
      const corpus = await fresh([]);
      for (const [name, content] of order) await corpus.setText(name, content);
      assert.deepEqual(plain(corpus.snapshot), expected);
    }),
    { numRuns: 30 },
  );
});

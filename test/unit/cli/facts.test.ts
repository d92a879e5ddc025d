/** Facts as a map and the index as a reduce: what a cluster is given and gives back. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { factsLines } from '../../../server/src/cli/facts.ts';
import { linesIn } from '../../../server/src/cli/lines.ts';
import { MixedRecipes, mergeFacts } from '../../../server/src/cli/resolve.ts';
import { Corpus } from '../../../server/src/corpus/corpus.ts';
import { FactsIndex } from '../../../server/src/corpus/facts-index.ts';
import { recognize } from '../../../server/src/recognize/recognize.ts';
import { MemoryFileDoor } from '../corpus/memory-door.ts';

const scratch = mkdtempSync(join(tmpdir(), 'fihris-facts-'));
after(() => rmSync(scratch, { recursive: true, force: true }));
let files = 0;
const newFile = () => join(scratch, `${files++}`);

const TEXTS = [
  'بغداد – وقع وزير الداخلية العراقي كريم عبد الله الطائي مذكرة تفاهم أمنية في 3 آذار 2019.',
  'قال الطائي إن المذكرة\u2028تنظم ضبط الحدود بين العراق وإيران.',
  'أعلن أحمد رضائي أمس توقيع اتفاقية أمنية جديدة.',
  '',
];

async function facts(input: string, recipe = 'recipe'): Promise<{ lines: string[]; problems: [number, string][] }> {
  const problems: [number, string][] = [];
  const lines: string[] = [];
  const source = linesIn(Readable.from([Buffer.from(input)]));
  for await (const line of factsLines(source, recipe, recognize, (...problem) => problems.push(problem)))
    lines.push(line);
  return { lines, problems };
}

const article = (path: string, text: string) => `${JSON.stringify({ path, text })}\n`;

/** Writes files of facts and merges them; gives the index. */
async function merged(inputs: readonly string[], options: { memory?: number; fanIn?: number } = {}): Promise<string> {
  const output = newFile();
  await mergeFacts({ inputs, output, complain: (file, line) => assert.fail(`${file}:${line}`), ...options });
  return output;
}

function fileWith(lines: readonly string[]): string {
  const file = newFile();
  writeFileSync(file, lines.join(''));
  return file;
}

test('a line of facts for every line that is an article; of any other its number, and the rest goes on', async () => {
  const input = [
    article('a.txt', TEXTS[0] ?? ''),
    '{"path": "b.txt"}\n',
    '\n',
    'no json\n',
    '{"path": "../outside.txt", "text": ""}\n',
    article('ب.txt', TEXTS[1] ?? '').trimEnd(),
  ];
  const { lines, problems } = await facts(input.join(''));
  assert.deepEqual(
    lines.map((line) => [JSON.parse(line).article.path, line.split('\n').length]),
    [
      ['a.txt', 2],
      ['ب.txt', 2],
    ],
  );
  assert.deepEqual(problems, [
    [2, 'not-an-article'],
    [4, 'not-json'],
    [5, 'not-an-article'],
  ]);
});

test('a line is taken when the one before has been', async () => {
  let taken = 0;
  async function* input() {
    for (const text of TEXTS) {
      taken++;
      yield article(`${taken}.txt`, text).trimEnd();
    }
  }
  const lines = factsLines(input(), 'recipe', recognize, () => {});
  await lines.next();
  assert.equal(taken, 1);
});

test('lines end where NDJSON ends them, however the bytes come in', async () => {
  const text = 'أ\u2028ب\r\n\nج';
  const bytes = Buffer.from(text);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(bytes.length)), async (cuts) => {
      const at = [0, ...cuts.sort((a, b) => a - b), bytes.length];
      const parts = at.slice(1).map((end, index) => bytes.subarray(at[index], end));
      const lines: string[] = [];
      for await (const line of linesIn(Readable.from(parts))) lines.push(line);
      assert.deepEqual(lines, ['أ\u2028ب', '', 'ج']);
    }),
  );
});

test('the index is the same whatever is merged with what, in whichever order and with however little memory', async () => {
  // Paths in several shards, some of them twice with another text.
  const record = fc.record({ path: fc.nat(5).map((n) => `${n}.txt`), text: fc.constantFrom(...TEXTS) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(record, { maxLength: 4 }), { minLength: 1, maxLength: 4 }),
      fc.nat(4),
      fc.nat(2000),
      async (shards, cut, memory) => {
        const inputs: string[] = [];
        for (const shard of shards)
          inputs.push(fileWith((await facts(shard.map(({ path, text }) => article(path, text)).join(''))).lines));
        if (shards.flat().length === 0) return;
        const whole = readFileSync(await merged(inputs), 'utf8');
        const backwards = await merged([...inputs].reverse(), { memory, fanIn: 2 });
        assert.equal(readFileSync(backwards, 'utf8'), whole);
        const full = inputs.filter((file) => readFileSync(file).length > 0);
        const parts = [full.slice(0, cut), full.slice(cut)].filter((part) => part.length > 0);
        const halves = await Promise.all(parts.map((part) => merged(part)));
        assert.equal(readFileSync(await merged([...halves, ...halves], { memory }), 'utf8'), whole);
      },
    ),
    { numRuns: 40 },
  );
  assert.deepEqual(
    readdirSync(scratch).filter((name) => name.startsWith('.')),
    [],
    'nothing is left on the disk',
  );
});

test('facts of two versions are no index, and what was there stays', async () => {
  const inputs = await Promise.all(
    ['one', 'two'].map(async (recipe) => fileWith((await facts(article('a.txt', TEXTS[0] ?? ''), recipe)).lines)),
  );
  const output = fileWith(['before']);
  await assert.rejects(mergeFacts({ inputs, output, complain: () => {} }), MixedRecipes);
  assert.equal(readFileSync(output, 'utf8'), 'before');
});

test('what is no facts is told by file and line', async () => {
  const input = fileWith(['{"path": "a.txt"}\n', ...(await facts(article('a.txt', TEXTS[0] ?? ''))).lines, 'x\n']);
  const told: number[] = [];
  const count = await mergeFacts({ inputs: [input], output: newFile(), complain: (_, line) => told.push(line) });
  assert.deepEqual([count, told], [1, [1, 3]]);
});

/** Opens a corpus over these files with an index over those; gives the files that were read. */
async function opened(
  indexed: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
  recipe = 'recipe',
) {
  const lines = (
    await facts(
      Object.entries(indexed)
        .map(([path, text]) => article(path, text))
        .join(''),
    )
  ).lines;
  const file = await merged([fileWith(lines)]);
  const problems: string[] = [];
  const index = new FactsIndex(file, Promise.resolve(recipe), (problem) => problems.push(problem));
  const recognized: string[] = [];
  const corpus = new Corpus({
    door: new MemoryFileDoor(Object.entries(now)),
    index,
    recognize: (text, given) => {
      recognized.push(text);
      return recognize(text, given);
    },
  });
  await corpus.openFolder();
  return { corpus, problems, recognized };
}

test('a corpus opened from an index analyses only what the index does not have as it is', async () => {
  const indexed = { 'a.txt': TEXTS[0] ?? '', 'b.txt': TEXTS[1] ?? '', 'gone.txt': TEXTS[2] ?? '' };
  const now = { 'a.txt': TEXTS[0] ?? '', 'b.txt': TEXTS[2] ?? '', 'c.txt': TEXTS[1] ?? '' };
  const { corpus, problems, recognized } = await opened(indexed, now);
  assert.deepEqual([problems, recognized.sort()], [[], [TEXTS[1], TEXTS[2]].sort()]);
  const fresh = new Corpus({ door: new MemoryFileDoor(Object.entries(now)) });
  await fresh.openFolder();
  const plain = ({ snapshot }: Corpus) =>
    [...snapshot.articles.values()]
      .map(({ path, title, date, lineStarts, facts, text }) =>
        JSON.stringify([path, title, date, lineStarts, facts, text, snapshot.resolution.mentions.get(path)]),
      )
      .sort();
  assert.deepEqual(plain(corpus), plain(fresh));
});

test('an index of another folder or another version is not used', async () => {
  const one = { 'a.txt': 'وصل كريم نوري إلى بغداد.' };
  const other = { 'a.txt': 'وصل سليم نوري إلى بغداد.' };
  assert.deepEqual((await opened(one, other)).problems, ['other-folder']);
  assert.equal((await opened(one, other)).corpus.snapshot.articles.get('a.txt')?.text, other['a.txt']);
  assert.deepEqual((await opened(one, one, 'newer')).problems, ['version']);
});

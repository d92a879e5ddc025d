/**
 * Growth gates that need no fixed hardware: one run at 100 and at 1,000 articles. `[flat]`: what a reader asks for costs the same;
 * `[linear]`: reading a folder, keeping it and its memory cost as many times more as there are articles, and not the square of that.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Corpus } from '../../../server/src/corpus/corpus.ts';
import { FactsCache } from '../../../server/src/corpus/facts-cache.ts';
import { giveMemoryBack } from '../../../server/src/corpus/give-back.ts';
import { cardAt } from '../../../server/src/features/card.ts';
import { definition } from '../../../server/src/features/definition.ts';
import { highlights } from '../../../server/src/features/highlights.ts';
import { marks } from '../../../server/src/features/marks.ts';
import { references } from '../../../server/src/features/references.ts';
import { recognize } from '../../../server/src/recognize/recognize.ts';
import { MemoryFileDoor } from '../corpus/memory-door.ts';
import { syntheticCorpus } from '../corpus/synthetic.ts';

const FEW = 100;
const MANY = 1000;
/** Beside those that grow in number some that do not, of people, an office and a state that no other speaks of. */
const ARTICLE = 'own/0.txt';
const OWN = 6;

const ownArticle = (number: number): string =>
  [
    `انجمينا ${number + 3} آذار 2016 – استقبل وزير السياحة التشادي مهران قصي الشهواني أمس نظيره النيجري زيدون برهان الدوسكي.`,
    'وقال الشهواني إن الوزير النيجري سيعود قريبا. ووقع الجانبان بروتوكول تعاون سياحي بين تشاد والنيجر.',
  ].join('\n\n');

function articles(count: number): Map<string, string> {
  const files = syntheticCorpus(count);
  for (let number = 0; number < OWN; number++) files.set(`own/${number}.txt`, ownArticle(number));
  return files;
}

interface Measured {
  readonly corpus: Corpus;
  readonly cold: number;
  readonly memory: number;
  readonly keeping: number;
}

const scratch = mkdtempSync(join(tmpdir(), 'fihris-growth-'));
after(() => rmSync(scratch, { recursive: true, force: true }));

/** Reads so many articles, keeps them, and goes on from what was kept. Milliseconds of processor, and bytes. */
async function measure(count: number): Promise<Measured> {
  const cache = new FactsCache({
    storage: join(scratch, String(count)),
    corpus: '/corpus',
    recipe: Promise.resolve('recipe'),
    programs: Promise.resolve('programs'),
  });
  giveMemoryBack();
  const heap = process.memoryUsage().heapUsed;
  const corpus = new Corpus({ door: new MemoryFileDoor(articles(count)), cache, keptFrom: 0, recognize });
  const cold = await processor(() => corpus.openFolder());
  giveMemoryBack();
  const memory = process.memoryUsage().heapUsed - heap;
  const keeping = await processor(() => corpus.keepAll());
  return { corpus, cold, memory, keeping };
}

async function processor(work: () => Promise<unknown>): Promise<number> {
  const start = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}

let few: Measured;
let many: Measured;
before(async () => {
  // What is compiled on first use is not what is measured.
  (await measure(FEW / 2)).corpus.dispose();
  few = await measure(FEW);
  many = await measure(MANY);
});
after(() => {
  for (const { corpus } of [few, many]) corpus.dispose();
});

function checkLinear(what: string, of: (measured: Measured) => number): void {
  const ratio = of(many) / of(few);
  const times = MANY / FEW;
  assert.ok(ratio < 3 * times, `${what}: ${times} times the articles, ${ratio.toFixed(1)} times as much`);
}

test('[linear] cold index', () => checkLinear('cold index', ({ cold }) => cold));
test('[linear] memory', () => checkLinear('memory', ({ memory }) => memory));
test('[linear] keeping all for the next session', () => checkLinear('keeping', ({ keeping }) => keeping));

/** The best of many, each asked of a snapshot that nobody has asked anything of: in turns, so that a busy machine slows both. */
async function checkFlat(what: string, ask: (corpus: Corpus, offset: number) => unknown): Promise<void> {
  const best = new Map<Measured, number>([few, many].map((each) => [each, Number.POSITIVE_INFINITY]));
  let ratio = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 60 && (round < 12 || ratio > 2); round++) {
    for (const [each, before] of best) {
      const text = `${ownArticle(0)}${'\n'.repeat(1 + (round % 2))}`;
      await each.corpus.setText(ARTICLE, text);
      const offset = text.indexOf('مهران');
      const started = performance.now();
      assert.ok(ask(each.corpus, offset), `${what}: nothing found`);
      best.set(each, Math.min(before, performance.now() - started));
    }
    ratio = (best.get(many) ?? 0) / Math.max(best.get(few) ?? 0, 0.05);
  }
  assert.ok(ratio < 4, `${what}: ${MANY / FEW} times the articles, ${ratio.toFixed(1)} times the price`);
}

test('[flat] hover', () => checkFlat('hover', ({ snapshot }, offset) => cardAt(snapshot, ARTICLE, offset, 'ar')));
test('[flat] definition', () =>
  checkFlat('definition', ({ snapshot }, offset) => definition(snapshot, ARTICLE, offset)));
test('[flat] highlight', () => checkFlat('highlight', ({ snapshot }, offset) => highlights(snapshot, ARTICLE, offset)));
test('[flat] references', () =>
  checkFlat('references', ({ snapshot }, offset) =>
    references(snapshot, ARTICLE, offset, { includeDeclaration: true }),
  ));
test('[flat] the marks of an article that is being written', () =>
  checkFlat('marks', ({ snapshot }) => marks(snapshot, ARTICLE).length > 4));
test('[flat] edit', async () => {
  let edits = 0;
  const best = new Map<Measured, number>([few, many].map((each) => [each, Number.POSITIVE_INFINITY]));
  for (let round = 0; round < 12; round++)
    for (const [each, before] of best) {
      const started = performance.now();
      await each.corpus.setText(ARTICLE, ownArticle(edits++ % 3));
      assert.ok(marks(each.corpus.snapshot, ARTICLE).length > 4);
      best.set(each, Math.min(before, performance.now() - started));
    }
  const ratio = (best.get(many) ?? 0) / (best.get(few) ?? 1);
  assert.ok(ratio < 3, `${MANY / FEW} times the articles, ${ratio.toFixed(1)} times the price`);
});

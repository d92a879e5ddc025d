/** What is gone through after a start is gone through for who asks all the time as well, in steps that let them in. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Corpus } from '../../../server/src/corpus/corpus.ts';
import type { Questions } from '../../../server/src/lsp/questions.ts';
import { folderRoot } from '../../../server/src/lsp/roots.ts';
import { warmUp } from '../../../server/src/lsp/warm-up.ts';
import { syntheticArticle } from '../corpus/synthetic.ts';
import { readCorpus } from '../features/read-corpus.ts';

const ARTICLES = 12;

interface Rehearsal {
  readonly path: string;
  /** How much of the article (UTF-16 code units). */
  readonly most: number;
  /** When it began (ms). */
  readonly at: number;
}

/** Goes through a small corpus; `takes`: how long (ms) an article takes. */
async function rehearsed({
  isAsked,
  takes = 0,
  until = ARTICLES,
}: {
  isAsked: boolean;
  takes?: number;
  until?: number;
}) {
  const names = Array.from({ length: ARTICLES }, (_, at) => `${at}.txt`);
  const snapshot = readCorpus(Object.fromEntries(names.map((name, at) => [name, syntheticArticle(at)])));
  const done: Rehearsal[] = [];
  const rehearse = async (path: string, most: number) => {
    const at = performance.now();
    done.push({ path, most, at });
    while (performance.now() - at < takes);
  };
  const root = folderRoot({ snapshot, isAtHand: true, rehearse } as unknown as Corpus, '/corpus');
  const cardStyle = { language: 'ar', markdown: true, rich: false, upToArticleDate: false };
  const questions = {
    isAsked,
    isAnswering: false,
    cardStyle,
    features: { definitionLinks: true },
  } as unknown as Questions;
  await warmUp([root], [], questions, () => done.length < until);
  return { done, names };
}

test('who asks all the time finds all gone through that would otherwise be done at the first key', async () => {
  const { done, names } = await rehearsed({ isAsked: true, until: ARTICLES + 1 });
  assert.deepEqual(new Set(done.map(({ path }) => path)), new Set(names));
});

test('of the first articles little is read, for nothing is compiled yet, and of each one more', async () => {
  const { done } = await rehearsed({ isAsked: false, until: ARTICLES + 1 });
  assert.ok(done.every(({ most }, at) => at === 0 || most > (done[at - 1] as Rehearsal).most));
  assert.ok((done[0] as Rehearsal).most < 100);
});

test('who asks all the time is let in after each step', async () => {
  const { done } = await rehearsed({ isAsked: true, takes: 10, until: 4 });
  const pauses = done.slice(1).map(({ at }, index) => at - (done[index] as Rehearsal).at - 10);
  assert.equal(pauses.length, 3);
  for (const pause of pauses) assert.ok(pause > 50, `${pause} ms`);
});

test('a server that ends goes through nothing more', async () => {
  const { done } = await rehearsed({ isAsked: false, until: 2 });
  assert.equal(done.length, 2);
});

/** What is gone through after a start waits for who asks, and begins with little. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Corpus } from '../../../server/src/corpus/corpus.ts';
import type { Questions } from '../../../server/src/lsp/questions.ts';
import { folderRoot } from '../../../server/src/lsp/roots.ts';
import { rehearseOne, warmUp } from '../../../server/src/lsp/warm-up.ts';
import { syntheticArticle } from '../corpus/synthetic.ts';
import { readCorpus } from '../features/read-corpus.ts';

const ARTICLES = 12;

interface Rehearsal {
  readonly path: string;
  /** How much of the article (UTF-16 code units). */
  readonly most: number;
}

/** Goes through a small corpus until so many articles are rehearsed; `tell` gets the list that they are put into. */
async function rehearsed(
  asks: { isAsked: boolean },
  until: number,
  tell: (done: readonly Rehearsal[]) => void = () => {},
) {
  const names = Array.from({ length: ARTICLES }, (_, at) => `${at}.txt`);
  const snapshot = readCorpus(Object.fromEntries(names.map((name, at) => [name, syntheticArticle(at)])));
  const done: Rehearsal[] = [];
  tell(done);
  const rehearse = async (path: string, most: number) => done.push({ path, most });
  const root = folderRoot({ snapshot, isAtHand: true, rehearse } as unknown as Corpus, '/corpus');
  const cardStyle = { language: 'ar', markdown: true, rich: false, upToArticleDate: false };
  const questions = Object.assign(asks, { cardStyle, features: { definitionLinks: true } }) as unknown as Questions;
  await warmUp([root], [], questions, () => done.length < until);
  return { done, names };
}

test('while somebody asks nothing is gone through, and all once nobody does', async () => {
  let done: readonly Rehearsal[] = [];
  const asks = { isAsked: true };
  const going = rehearsed(asks, ARTICLES + 1, (rehearsals) => {
    done = rehearsals;
  });
  await sleep(200);
  assert.equal(done.length, 0);
  asks.isAsked = false;
  const { names } = await going;
  assert.deepEqual(new Set(done.map(({ path }) => path)), new Set(names));
});

test('of the first articles little is read, for nothing is compiled yet, and of each one more', async () => {
  const { done } = await rehearsed({ isAsked: false }, ARTICLES + 1);
  assert.ok(done.every(({ most }, at) => at === 0 || most > (done[at - 1] as Rehearsal).most));
  assert.ok((done[0] as Rehearsal).most < 100);
});

test('with the recognizer’s load one article is read, an open one where there is any', async () => {
  const snapshot = readCorpus({ '0.txt': syntheticArticle(0), '1.txt': syntheticArticle(1) });
  const done: string[] = [];
  const rehearse = async (path: string, most: number) => {
    assert.ok(most > 1000);
    done.push(path);
  };
  const root = folderRoot({ snapshot, isAtHand: true, rehearse } as unknown as Corpus, '/corpus');
  await rehearseOne([], []);
  await rehearseOne([root], []);
  await rehearseOne([root], ['file:///corpus/1.txt']);
  assert.deepEqual(done, ['0.txt', '1.txt']);
});

test('a server that ends goes through nothing more', async () => {
  const { done } = await rehearsed({ isAsked: false }, 2);
  assert.equal(done.length, 2);
});

/**
 * Answers that nobody has asked for, made and thrown away once all is read: their code is compiled then, and what they need of the kept
 * state was read, before the reader's first question and the first key. Once in a session, in small steps, and for a moment only.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Article } from '../corpus/snapshot.ts';
import { definitions, documentHighlights, hover, marksOf, referencesTo } from './answers.ts';
import { offsetAt } from './convert.ts';
import type { Questions } from './questions.ts';
import type { Root } from './roots.ts';

/** Articles gone through, those that are open first, then some of all the corpus. */
const MOST = 80;
/** No more than this (ms of work) in all, and about so much between two pauses (ms), in which requests are answered. */
const BUDGET = 600;
const TURN = 8;
const PAUSE = 8;
/** So much of one article (UTF-16 code units) is read with the recognizer's load: some 50 ms, for which the first key would wait. */
const AT_ONCE = 1200;
/** An article that is read with cold code takes 50 ms: of the first one so much is read (UTF-16 code units), of each one more of the next. */
const FIRST = 64;
const MORE = 1.25;

/** Reads one article, an open one where there is any: right after the recognizer was loaded in one piece, so that both make one moment. */
export async function rehearseOne(roots: readonly Root[], open: readonly string[]): Promise<void> {
  for (const [root, article] of articlesToSee(roots, open)) return root.corpus.rehearse(article.path, AT_ONCE);
}

/** `open`: URIs of open documents; `goesOn`: whether the server is still there. Rejects where an answer fails, which is a defect. */
export async function warmUp(
  roots: readonly Root[],
  open: readonly string[],
  questions: Questions,
  goesOn: () => boolean,
): Promise<void> {
  let spent = 0;
  let turn = 0;
  let most = FIRST;
  const rest = async () => {
    turn = 0;
    do await sleep(PAUSE, undefined, { ref: false });
    while (questions.isAsked && goesOn());
  };
  const timed = async (work: () => unknown) => {
    if (spent > BUDGET || !goesOn()) return;
    const begun = performance.now();
    await work();
    const took = performance.now() - begun;
    spent += took;
    turn += took;
    if (turn >= TURN) await rest();
  };
  await rest();
  for (const [root, article] of articlesToSee(roots, open)) {
    const asked = { root, snapshot: root.corpus.snapshot, article };
    await timed(() => root.corpus.rehearse(article.path, most));
    most *= MORE;
    const person = marksOf(asked).find(({ kind, resolved }) => kind === 'person' && resolved);
    if (person === undefined) continue;
    const offset = offsetAt(article, person.range.start);
    await timed(() => hover(asked, offset, questions.cardStyle));
    await timed(() => definitions(asked, offset, questions.features.definitionLinks));
    await timed(() => documentHighlights(asked, offset));
    await timed(() => referencesTo(asked, offset, true));
    if (spent > BUDGET || !goesOn()) return;
  }
}

function* articlesToSee(roots: readonly Root[], open: readonly string[]): Generator<readonly [Root, Article]> {
  for (const root of roots) {
    if (!root.corpus.isAtHand) continue;
    const { articles } = root.corpus.snapshot;
    for (const uri of open) {
      const path = root.pathOf(uri);
      const article = path === null ? undefined : articles.get(path);
      if (article !== undefined) yield [root, article];
    }
    const step = Math.max(1, Math.floor(articles.size / MOST));
    let at = 0;
    for (const path of articles.keys()) {
      if (at++ % step !== 0) continue;
      const article = articles.get(path);
      if (article !== undefined) yield [root, article];
    }
  }
}

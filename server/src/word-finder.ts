/** Entry of the thread that looks which words stand in articles that are still to be read (server/src/corpus/unread-articles.ts). */
import { parentPort, workerData } from 'node:worker_threads';
import { decodeText, isDecoded } from './corpus/encoding.ts';
import { NowReader } from './corpus/read-now.ts';
import type { FinderAnswer, FinderFolder, FinderQuestion } from './corpus/unread-articles.ts';
import { UnreadWords } from './corpus/unread-words.ts';

/** A longer file (bytes) is no article that has to be found before it is read. */
const LONGEST = 200_000;

const reader = new NowReader((workerData as FinderFolder).folder);
const words = new UnreadWords();
const utf8 = new TextDecoder('utf-8', { fatal: true });

parentPort?.on('message', (question: FinderQuestion) => {
  const answer: FinderAnswer = 'names' in question ? question.names.map((name) => words.find(name)) : take(question);
  parentPort?.postMessage(answer);
});

/** Takes in files; gives how long (ms) that took. Of a file that cannot be read no word is known. */
function take({ paths, first }: Exclude<FinderQuestion, { readonly names: unknown }>): number {
  const began = performance.now();
  for (const [index, path] of paths.entries()) {
    const text = textOf(path);
    if (text !== null) words.add(first + index, text);
  }
  return performance.now() - began;
}

/** What a file says, without a close look at what it is: that is taken when it is read. Null where it is no text. */
function textOf(path: string): string | null {
  let bytes: Uint8Array;
  try {
    bytes = reader.read(path, LONGEST);
  } catch {
    return null;
  }
  try {
    const text = utf8.decode(bytes);
    // So half of an Arabic letter looks in UTF-16.
    if (!text.includes('\u0006')) return text;
  } catch {
    // It is no UTF-8.
  }
  const decoded = decodeText(bytes);
  return isDecoded(decoded) ? decoded.text : null;
}

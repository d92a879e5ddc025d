/** Memory that was needed to read many articles and is not needed to answer questions about them. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collect = (options: { type: 'major'; flavor: 'last-resort' | 'regular'; execution: 'sync' }) => void;

/**
 * Gives memory back to the system: of 10,000 articles some 200 MB. V8 would keep it in half-empty pages for as long as nothing large
 * is allocated. Takes a few tenths of a second for them, in which nothing is answered, so it belongs to the end of reading.
 */
export function giveMemoryBack(): void {
  try {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as Collect | undefined;
    collect?.({ type: 'major', flavor: 'last-resort', execution: 'sync' });
    // What V8 compiles is for these flags only (compiled-program.ts).
    setFlagsFromString('--no-expose-gc');
  } catch {
    // A runtime that does not let itself be asked keeps its memory.
  }
}

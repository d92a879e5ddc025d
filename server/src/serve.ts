/** The language server itself; server.ts starts it. */

import type { ReadingThread } from './corpus/reading-thread.ts';
import { recognizerHere } from './corpus/recognition-aside.ts';
import { RecognizerPool } from './corpus/recognizer-pool.ts';
import { LanguageServer } from './lsp/language-server.ts';
import { createConnection, ProposedFeatures } from './lsp/protocol.ts';

/**
 * Serves the client on the transport that the command line names, until it is gone. `beside`: where the built programs lie. `thread`: reads
 * files for answers. `keepCompiled`: keeps what is compiled of this program for the next start.
 */
export function serve(beside: string, thread: ReadingThread, keepCompiled: () => Promise<unknown>): void {
  const connection = createConnection(ProposedFeatures.all);
  process.on('disconnect', () => process.exit(1));
  const recognizer = new URL('./recognizer.js', beside);
  const model = new URL('./tagger.bin', beside);
  const taggerProblem = () => recognizerHere().taggerProblem;
  new LanguageServer(
    connection,
    new RecognizerPool(recognizer),
    thread,
    taggerProblem,
    [recognizer, model],
    new URL('./serve.js', beside),
    new URL('./word-finder.js', beside),
    keepCompiled,
  );
  connection.listen();
}

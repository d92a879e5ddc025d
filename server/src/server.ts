/**
 * Entry of the language server: `node dist/server.js --stdio`, or `--node-ipc` where a Node program starts it. Ends with its client:
 * when the connection is closed or the process that the client names is gone.
 */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { RecognizerPool } from './corpus/recognizer-pool.ts';
import { loadTagger } from './corpus/tagger-file.ts';
import { LanguageServer } from './lsp/language-server.ts';

const TRANSPORTS = new Set(['--stdio', '--node-ipc']);

const args = process.argv.slice(2);
const unknown = args.find((arg) => !TRANSPORTS.has(arg) && !/^--clientProcessId=\d+$/.test(arg));
const transports = args.filter((arg) => TRANSPORTS.has(arg));

if (unknown !== undefined || transports.length !== 1) {
  const problem =
    unknown === undefined ? 'expected one of --stdio, --node-ipc' : `unknown argument ${JSON.stringify(unknown)}`;
  process.stderr.write(`fihris-server: ${problem}; usage: server.js --stdio\n`);
  process.exitCode = 2;
} else if (transports[0] === '--node-ipc' && process.send === undefined) {
  process.stderr.write('fihris-server: --node-ipc works only where a Node program starts it as a child\n');
  process.exitCode = 2;
} else {
  const connection = createConnection(ProposedFeatures.all);
  process.on('disconnect', () => process.exit(1));
  const recognizer = new URL('./recognizer.js', import.meta.url);
  const model = new URL('./tagger.bin', import.meta.url);
  new LanguageServer(connection, new RecognizerPool(recognizer), loadTagger(model), [recognizer, model]);
  connection.listen();
}

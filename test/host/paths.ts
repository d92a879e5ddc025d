/** Where the pieces of the test host stand in the checkout. Every path is absolute. */

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository, which is also the extension under development. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** What is downloaded for tests: outside node_modules, so that `npm ci` does not delete it; ignored by git. */
export const DOWNLOADS = join(ROOT, '.vscode-test');

/** Screenshots and logs of failed tests; ignored by git. */
export const RESULTS = join(ROOT, 'test-results');

/** Node 24 from the npm package `node`: VS Code's server needs it, and the machine's own Node may be older. */
export const NODE = join(ROOT, 'node_modules', '.bin', process.platform === 'win32' ? 'node.exe' : 'node');

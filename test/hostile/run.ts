/**
 * Everything about untrusted text, permissions and what is bundled, in full; `npm test` has the short form. Ends on `N passed, N failed`.
 *   node test/hostile/run.ts [part of a file's name ...]
 */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';

process.env.FIHRIS_HOSTILE = 'full';
const wanted = process.argv.slice(2);
const root = join(import.meta.dirname, '../..');
process.chdir(root);
const files = ['test/hostile/*.test.ts', 'test/browser/hostile*.test.ts']
  .flatMap((pattern) => globSync(pattern).sort())
  .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)));
const count = { passed: 0, failed: files.length === 0 ? 1 : 0 };
const stream = run({ files: files.map((file) => join(root, file)), concurrency: 1 });
stream.on('test:pass', ({ skip, details }) => {
  if (details.type !== 'suite' && skip === undefined) count.passed++;
});
stream.on('test:fail', ({ details }) => {
  if (details.type !== 'suite') count.failed++;
});
stream.on('end', () => {
  console.log(`\n${count.passed} passed, ${count.failed} failed`);
  process.exitCode = count.failed > 0 ? 1 : 0;
});
stream.compose(spec).pipe(process.stdout, { end: false });

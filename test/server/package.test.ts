/** What the .vsix holds, as vsce lists it. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '../..');

test('the package holds every built file and picture, and nothing of the sources', () => {
  const vsce = join(root, 'node_modules/@vscode/vsce/vsce');
  const list = execFileSync(process.execPath, [vsce, 'ls', '--no-dependencies'], { cwd: root, encoding: 'utf8' });
  const files = new Set(list.trim().split('\n'));
  const built = readdirSync(join(root, 'dist')).filter((file) => !file.endsWith('.map'));
  for (const file of built) assert.ok(files.has(`dist/${file}`), `dist/${file} is left out`);
  for (const file of readdirSync(join(root, 'media/pictures'))) assert.ok(files.has(`media/pictures/${file}`), file);
  for (const file of files) {
    assert.match(
      file,
      /^(dist|docs|l10n|media|syntaxes)\/|^(package(\.nls(\.ar)?)?\.json|README\.md|CHANGELOG\.md|LICENSE)$/,
    );
  }
});

/** The four invariants of docs/architecture.md, as far as the shape of the source shows them. The properties are tested in resolve/ and corpus/. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '../..');

/** Whether the linter accepts a file of this folder that imports from `module` and does nothing else. */
function mayImport(folder: string, module: string): boolean {
  const { status } = spawnSync(
    join(root, 'node_modules/.bin/biome'),
    ['lint', `--stdin-file-path=${folder}/probe.ts`],
    {
      cwd: root,
      input: `import { x } from '${module}';\nexport const y = x;\n`,
    },
  );
  return status === 0;
}

const layers = ['text', 'lexicon', 'recognize', 'resolve', 'corpus', 'features', 'lsp'];

test('a layer imports only from the layers above it', () => {
  for (const [i, layer] of layers.entries())
    for (const [j, other] of layers.entries())
      if (i !== j)
        assert.equal(mayImport(`server/src/${layer}`, `../${other}/x.ts`), j < i, `${layer}/ imports from ${other}/`);
});

test('only lsp/ knows the protocol library', () => {
  for (const layer of layers)
    assert.equal(mayImport(`server/src/${layer}`, 'vscode-languageserver/node'), layer === 'lsp', layer);
});

test('only the client knows vscode, and of the server only the wire', () => {
  for (const layer of layers) assert.equal(mayImport(`server/src/${layer}`, 'vscode'), false, layer);
  assert.equal(mayImport('client/src', 'vscode'), true);
  assert.equal(mayImport('client/src', '../../server/src/lsp/requests.ts'), true);
  assert.equal(mayImport('client/src', '../../server/src/features/card.ts'), false);
});

test('files are read in corpus/ only', () => {
  for (const layer of layers.filter((name) => name !== 'lsp'))
    assert.equal(mayImport(`server/src/${layer}`, 'node:fs/promises'), layer === 'corpus', layer);
});

test('recognition and resolution ask neither the clock nor chance nor the locale', () => {
  for (const file of globSync('server/src/{text,lexicon,recognize,resolve}/**/*.ts', { cwd: root })) {
    if (file.includes('generate-')) continue;
    const source = readFileSync(join(root, file), 'utf8');
    assert.doesNotMatch(source, /Date\.now|Math\.random|new Date\(\)|performance\.now|localeCompare/, file);
  }
});

/** The four invariants of docs/architecture.md, as far as the shape of the source shows them. The properties are tested in resolve/ and corpus/. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '../..');
const layers = ['text', 'lexicon', 'recognize', 'resolve', 'corpus', 'features', 'lsp'];

/** An import that may or may not stand in a folder. */
type Probe = readonly [folder: string, module: string, allowed: boolean];

/** One lint run over a folder of probes, each a file with one import. */
function checkImports(probes: readonly Probe[]): void {
  const scratch = mkdtempSync(join(tmpdir(), 'fihris-layers-'));
  try {
    copyFileSync(join(root, 'biome.json'), join(scratch, 'biome.json'));
    for (const [i, [folder, module]] of probes.entries()) {
      const file = join(scratch, folder, `probe${i}.ts`);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `import { x } from '${module}';\n\nexport const y = x;\n`);
    }
    const { stdout, stderr } = spawnSync(
      join(root, 'node_modules/.bin/biome'),
      [
        'lint',
        '--vcs-enabled=false',
        '--max-diagnostics=none',
        '--only=style/noRestrictedImports',
        '--reporter=github',
        '.',
      ],
      { cwd: scratch, encoding: 'utf8' },
    );
    for (const [i, [folder, module, allowed]] of probes.entries())
      assert.equal(!stdout.includes(`probe${i}.ts`), allowed, `${folder} imports ${module}\n${stderr}`);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

test('a layer imports only from the layers above it', () => {
  checkImports(
    layers.flatMap((layer, i) =>
      layers
        .filter((other) => other !== layer)
        .map((other) => [`server/src/${layer}`, `../${other}/x.ts`, layers.indexOf(other) < i] as const),
    ),
  );
});

test('only lsp/ knows the protocol library, and files are read in corpus/ only', () => {
  checkImports(
    layers.flatMap((layer) => [
      [`server/src/${layer}`, 'vscode-languageserver/node', layer === 'lsp'] as const,
      ...(layer === 'lsp' ? [] : [[`server/src/${layer}`, 'node:fs/promises', layer === 'corpus'] as const]),
    ]),
  );
});

test('only the client knows vscode, and of the server only the wire', () => {
  checkImports([
    ...layers.map((layer) => [`server/src/${layer}`, 'vscode', false] as const),
    ['client/src', 'vscode', true],
    ['client/src', '../../server/src/lsp/requests.ts', true],
    ['client/src', '../../server/src/features/card.ts', false],
  ]);
});

test('recognition and resolution ask neither the clock nor chance nor the locale', () => {
  for (const file of globSync('server/src/{text,lexicon,recognize,resolve}/**/*.ts', { cwd: root })) {
    if (file.includes('generate-')) continue;
    const source = readFileSync(join(root, file), 'utf8');
    assert.doesNotMatch(source, /Date\.now|Math\.random|new Date\(\)|performance\.now|localeCompare/, file);
  }
});

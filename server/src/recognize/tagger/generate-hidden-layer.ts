/**
 * Writes hidden-layer.json: hidden-layer.wat as a program, so that neither a build nor a start has to translate it.
 *   node server/src/recognize/tagger/generate-hidden-layer.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import wabt from 'wabt';

/** The WebAssembly module of hidden-layer.wat in base 64. */
export async function hiddenLayerProgram(): Promise<string> {
  const source = readFileSync(new URL('./hidden-layer.wat', import.meta.url), 'utf8');
  const parsed = (await wabt()).parseWat('hidden-layer.wat', source, { simd: true });
  try {
    parsed.validate();
    return Buffer.from(parsed.toBinary({}).buffer).toString('base64');
  } finally {
    parsed.destroy();
  }
}

if (import.meta.main)
  writeFileSync(
    new URL('./hidden-layer.json', import.meta.url),
    `${JSON.stringify({ source: 'hidden-layer.wat, written by generate-hidden-layer.ts', program: await hiddenLayerProgram() }, null, 2)}\n`,
  );

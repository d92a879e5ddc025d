/** The tagger's hidden layer in WebAssembly: it is what its source says, and gives what plain arithmetic gives. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { TAG_COUNT, WINDOW } from '../../../server/src/recognize/tagger/features.ts';
import { hiddenLayerProgram } from '../../../server/src/recognize/tagger/generate-hidden-layer.ts';
import committed from '../../../server/src/recognize/tagger/hidden-layer.json' with { type: 'json' };
import { AFTER, BEFORE, HiddenLayer, ROWS, UNKNOWN } from '../../../server/src/recognize/tagger/hidden-layer.ts';
import { FLAGS, type Model, nibble, readModel } from '../../../server/src/recognize/tagger/model.ts';

const model = readModel(
  new Uint8Array(readFileSync(join(import.meta.dirname, '../../../server/src/recognize/tagger/model.bin'))),
) as Model;

/** Inputs of a slot, as the training has them. */
function inputsOf(slot: number): number[] {
  const { size, vectors, scales } = model;
  const values = new Array<number>(size + FLAGS).fill(0);
  if (slot === BEFORE) values[size] = 1;
  else if (slot === AFTER) values[size + 1] = 1;
  else {
    if (slot === UNKNOWN) values[size + 2] = 1;
    else for (let d = 0; d < size; d++) values[d] = nibble(vectors, (slot - ROWS) * size + d) * (scales[d] as number);
    values[size + 3] = 1;
  }
  return values;
}

/** What the hidden units of a window add to each tag, in plain numbers. */
function plain(slots: readonly number[]): number[] {
  const { size, hidden, input, bias, output } = model;
  const added = new Array<number>(TAG_COUNT).fill(0);
  for (let unit = 0; unit < hidden; unit++) {
    let value = bias[unit] as number;
    for (const [place, slot] of slots.entries())
      for (const [d, x] of inputsOf(slot).entries())
        value += x * (input[(place * (size + FLAGS) + d) * hidden + unit] as number);
    if (value > 0)
      for (let tag = 0; tag < TAG_COUNT; tag++)
        added[tag] = (added[tag] as number) + value * (output[unit * TAG_COUNT + tag] as number);
  }
  return added;
}

test('the program is made of its source', async () => {
  assert.equal(
    committed.program,
    await hiddenLayerProgram(),
    'node server/src/recognize/tagger/generate-hidden-layer.ts',
  );
});

test('it gives what plain numbers give, but for rounding', () => {
  const layer = new HiddenLayer(model);
  const row = fc.integer({ min: 0, max: model.words - 1 });
  const slot = fc.oneof(
    row.map((row) => layer.slot(row)),
    fc.constantFrom(BEFORE, AFTER, UNKNOWN),
  );
  fc.assert(
    fc.property(fc.array(slot, { minLength: WINDOW, maxLength: WINDOW }), (slots) => {
      layer.score(Int32Array.from(slots), 0);
      for (const [tag, expected] of plain(slots).entries()) {
        const found = layer.scale * (layer.added[tag] as number);
        assert.ok(Math.abs(found - expected) < 0.05, `tag ${tag} of ${slots}: ${found}, not ${expected}`);
      }
    }),
  );
});

test('a word without a vector has a slot of its own, and a place in the window counts', () => {
  const layer = new HiddenLayer(model);
  assert.equal(layer.slot(-1), UNKNOWN);
  assert.equal(layer.slot(0), ROWS);
  const added = (slots: readonly number[]) => {
    layer.score(Int32Array.from(slots), 0);
    return [...layer.added];
  };
  const word = layer.slot(1);
  assert.notDeepEqual(
    added([word, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN]),
    added([UNKNOWN, word, UNKNOWN, UNKNOWN, UNKNOWN]),
  );
});

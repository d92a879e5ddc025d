/** Nothing that was acknowledged is lost: the short form of `npm run test:crash`, and two windows at once. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { crash } from '../crash/crash.ts';
import { crashSaving } from '../crash/saving.ts';
import { ARTICLE, EditorWindow, PEOPLE, renamesIn, TEXT } from '../crash/window.ts';
import { temporaryFolder } from './client.ts';

test('kill -9 at random points while corrections are written: every one that was acknowledged is there', async () => {
  const report = await crash(6, 20201115);
  assert.ok(report.acknowledged > 0, 'none was made');
});

test('kill -9 at random points while the index is saved: it opens, and has every record that was acknowledged', async () => {
  const { acknowledged } = await crashSaving(6, 20201115);
  assert.ok(acknowledged > 0, 'none was kept');
});

test('two windows on one folder correct at once: both have all their corrections, and the reader’s own lines stay', async () => {
  const head = 'name: x # so\ncorrections:\n  # why\n  - hide: البصرة # noise\n';
  const folder = await temporaryFolder({ [ARTICLE]: TEXT });
  writeFileSync(join(folder.path, 'fihris.yaml'), head);
  const windows = [new EditorWindow(folder.path, 'one'), new EditorWindow(folder.path, 'other')];
  try {
    await Promise.all(windows.map((window) => window.start()));
    const expected = new Map<string, string>();
    await Promise.all(
      windows.map(async (window, of) => {
        for (const [i, person] of PEOPLE.entries()) {
          if (i % 2 !== of) continue;
          await window.rename(person, `${person} ${of}`);
          expected.set(person, `${person} ${of}`);
        }
      }),
    );
    const text = readFileSync(join(folder.path, 'fihris.yaml'), 'utf8');
    assert.ok(text.startsWith(head));
    assert.deepEqual([...renamesIn(text)].sort(), [...expected].sort());
    assert.equal(text.split('\n').length, head.split('\n').length + PEOPLE.length);
  } finally {
    await Promise.all(windows.map((window) => window.stop()));
    await folder.remove();
  }
});

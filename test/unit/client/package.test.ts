import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '../../..');
const json = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'));
const manifest = json('package.json');
const sources = readdirSync(join(root, 'client/src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(root, 'client/src', file), 'utf8'));

function checkSameKeys(actual: Iterable<string>, expected: Iterable<string>): void {
  assert.deepEqual([...new Set(actual)].sort(), [...new Set(expected)].sort());
}

test('every text of the manifest is there in English and in Arabic, and none is left over', () => {
  const used = [...JSON.stringify(manifest).matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key ?? '');
  checkSameKeys(Object.keys(json('package.nls.json')), used);
  checkSameKeys(Object.keys(json('package.nls.ar.json')), used);
});

test('every message of the client is there in English and in Arabic, and none is left over', () => {
  const used = sources.flatMap((source) =>
    [...source.matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, message]) => message ?? ''),
  );
  checkSameKeys(Object.keys(json('l10n/bundle.l10n.json')), used);
  checkSameKeys(Object.keys(json('l10n/bundle.l10n.ar.json')), used);
});

test('an Arabic message has the places for values that the English one has', () => {
  for (const file of ['l10n/bundle.l10n.ar.json']) {
    for (const [english, arabic] of Object.entries<string>(json(file))) {
      checkSameKeys(arabic.match(/\{\d\}/g) ?? [], english.match(/\{\d\}/g) ?? []);
      assert.match(arabic, /\p{Script=Arabic}/u, english);
    }
  }
});

test('every command of the manifest is registered, and every registered one has a title', () => {
  const registered = sources.flatMap((source) =>
    // By itself, or in the list of commands that open panels.
    [...source.matchAll(/(?:(?:registerCommand|register)\(\s*|\n\s+)'(fihris\.[\w.]+)'(?:,|: \(argument\) =>)/g)].map(
      ([, command]) => command ?? '',
    ),
  );
  checkSameKeys(
    [...registered, 'fihris.open', 'fihris.correct', 'fihris.showArticles'],
    manifest.contributes.commands.map(({ command }: { command: string }) => command),
  );
});

/** Where a menu opens at what has the focus, by Shift+F10 or the menu key. */
const FOCUSED_MENUS = ['view/item/context', 'webview/context', 'editor/context', 'explorer/context'];

/** Reached through what leads there, by keys as well: a link of a card, a lens (test/browser/keyboard.test.ts). */
const LINKS = ['fihris.open', 'fihris.showArticles'];

test('every command is in the palette, has a key, or is in the menu of what has the focus', () => {
  const { commands, menus, keybindings } = manifest.contributes;
  const hidden = menus.commandPalette.filter(({ when }: { when?: string }) => when === 'false');
  const has = (list: readonly { command: string }[], command: string) => list.some((each) => each.command === command);
  const unreachable = commands
    .map(({ command }: { command: string }) => command)
    .filter(
      (command: string) =>
        has(hidden, command) &&
        !has(keybindings, command) &&
        !FOCUSED_MENUS.some((menu) => has(menus[menu] ?? [], command)),
    );
  assert.deepEqual(unreachable, LINKS);
});

// Text of VS Code's own themes on their backgrounds: Dark 2026, Light 2026, Dark and Light High Contrast.
const THEMES: Record<string, { text: string; background: string }> = {
  dark: { text: '#bbbebf', background: '#191a1b' },
  light: { text: '#202020', background: '#ffffff' },
  highContrast: { text: '#ffffff', background: '#000000' },
  highContrastLight: { text: '#292929', background: '#ffffff' },
};

test('text on a mark, and a mark on the page, can be told from what they stand on (WCAG 1.4.3, 1.4.11)', () => {
  for (const { id, defaults } of manifest.contributes.colors) {
    for (const [theme, { text, background }] of Object.entries(THEMES)) {
      const drawn = over(defaults[theme], background);
      if (id.endsWith('.background')) checkContrast(`${id}, ${theme}`, rgb(text), drawn, 4.5);
      else checkContrast(`${id}, ${theme}`, drawn, rgb(background), 3);
    }
  }
});

type Rgb = readonly [number, number, number];

function checkContrast(what: string, a: Rgb, b: Rgb, least: number): void {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  const contrast = (light + 0.05) / (dark + 0.05);
  assert.ok(contrast >= least, `${what}: ${contrast.toFixed(2)} : 1`);
}

function rgb(hex: string): Rgb {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;
}

function over(hex: string, background: string): Rgb {
  const alpha = hex.length === 9 ? Number.parseInt(hex.slice(7), 16) / 255 : 1;
  const under = rgb(background);
  return rgb(hex).map((value, index) => alpha * value + (1 - alpha) * (under[index] ?? 0)) as unknown as Rgb;
}

/** Relative luminance of WCAG 2.2. */
function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

test('the walkthrough shows pictures that are there, and runs commands that are there', () => {
  const commands = new Set<string>(manifest.contributes.commands.map(({ command }: { command: string }) => command));
  const views: { id: string }[] = manifest.contributes.views.fihris;
  for (const { id } of views) commands.add(`${id}.focus`);
  for (const { steps } of manifest.contributes.walkthroughs) {
    for (const { id, media, completionEvents } of steps) {
      for (const picture of Object.values<string>(media.image)) {
        assert.ok(existsSync(join(root, picture)), `${id}: ${picture}; npm run screenshots makes it`);
      }
      const text = [json('package.nls.json'), json('package.nls.ar.json')].map(
        (texts) => texts[`walkthrough.${id}.description`],
      );
      const run = [
        ...text.join().matchAll(/command:([\w.]+)/g),
        ...completionEvents.join().matchAll(/onCommand:([\w.]+)/g),
      ];
      for (const [, command = ''] of run) {
        assert.ok(commands.has(command) || !command.startsWith('fihris.'), `${id}: ${command}`);
      }
    }
  }
});

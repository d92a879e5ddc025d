/** Help in `fihris.yaml`: what may be written next, drawn with `|` where the caret is, and what a correction says of itself. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Corpus } from '../../../server/src/corpus/corpus.ts';
import type { Snapshot } from '../../../server/src/corpus/snapshot.ts';
import { renderText } from '../../../server/src/features/card-text.ts';
import { settingsCard, suggestions } from '../../../server/src/features/settings-help.ts';
import { MemoryFileDoor } from '../corpus/memory-door.ts';

const ARTICLES = {
  'a.txt':
    'بغداد – قال وزير الدفاع العراقي سامر الحداد إن القوات مستعدة. وأضاف الحداد أن الحدود آمنة، ووقع مذكرة تفاهم مع إيران.\n',
  'reports/b c.txt': 'وصل العميد وليد نوري إلى البصرة. وقال وليد نوري إن الزيارة قصيرة.\n',
};

async function read(settings: string): Promise<Snapshot> {
  const corpus = new Corpus({ door: new MemoryFileDoor(Object.entries({ ...ARTICLES, 'fihris.yaml': settings })) });
  await corpus.openFolder();
  return corpus.snapshot;
}

const empty = read('');

/** Suggestions at `|`, and what the text is when the first of them is taken. */
async function checkSuggested(drawn: string, expected: readonly string[], taken: string | null = null): Promise<void> {
  const offset = drawn.indexOf('|');
  const text = drawn.slice(0, offset) + drawn.slice(offset + 1);
  const found = suggestions(await empty, text, offset, 'en');
  assert.deepEqual(
    found.map(({ label }) => label),
    expected,
    drawn,
  );
  const [first] = found;
  if (taken !== null && first !== undefined)
    assert.equal(text.slice(0, first.span.start) + first.newText + text.slice(first.span.end), taken);
}

test('keys of the file that are not there yet, with what the schema says of them', async () => {
  await checkSuggested('name: x\n|', ['include', 'dates', 'corrections']);
  await checkSuggested('c|', ['name', 'include', 'dates', 'corrections']);
  const [, , , key] = suggestions(await empty, '', 0, 'ar');
  assert.match(key?.detail ?? '', /^تصحيحات القارئ/);
});

test('what a correction begins with, and its further keys', async () => {
  const words = ['same', 'different', 'not a person', 'rename', 'office', 'date', 'hide'];
  await checkSuggested('corrections:\n  - |', words, 'corrections:\n  - same: [$1, $2]');
  await checkSuggested('corrections:\n- hide: x\n- not a|', words);
  await checkSuggested('corrections:\n  - { rename: x, |', ['to'], 'corrections:\n  - { rename: x, to: ');
  await checkSuggested('corrections:\n  - { office: x, of: y, |', ['in']);
  await checkSuggested('corrections:\n  - same: [x, { in: a.txt, |', ['mention', 'nth']);
});

test('names by what is typed, in Arabic or Latin letters, of the kind that fits; written as YAML needs it', async () => {
  await checkSuggested('corrections:\n  - same: [سامر|', ['سامر الحداد'], 'corrections:\n  - same: [سامر الحداد');
  await checkSuggested('corrections:\n  - same: [سامر ال|', ['سامر الحداد'], 'corrections:\n  - same: [سامر الحداد');
  await checkSuggested('corrections:\n  - same: [سامر الحداد, walid|', ['وليد نوري']);
  await checkSuggested('corrections:\n  - hide: البصر|', ['البصرة']);
  await checkSuggested('corrections:\n  - not a person: البصر|', []);
  await checkSuggested(
    'corrections:\n  - { rename: "سامر|',
    ['سامر الحداد'],
    'corrections:\n  - { rename: سامر الحداد',
  );
  await checkSuggested('corrections:\n  - { office: وزير الدفاع|', ['وزير الدفاع العراقي']);
  await checkSuggested('corrections:\n  - { office: x, of: |', ['سامر الحداد', 'وليد نوري']);
  await checkSuggested('corrections:\n  - { date: 2020, of: مذكرة|', ['مذكرة تفاهم']);
  await checkSuggested('corrections:\n  - same: [|', ['سامر الحداد', 'وليد نوري', '{ in: …, mention: … }']);
});

test('articles by path or title, and the words that an article has', async () => {
  await checkSuggested('dates:\n  rep|', ['reports/b c.txt'], 'dates:\n  reports/b c.txt: ');
  await checkSuggested('dates:\n  العميد|', ['reports/b c.txt']);
  await checkSuggested('dates:\n  a.txt: |', []);
  await checkSuggested('corrections:\n  - { office: x, of: y, in: |', ['a.txt', 'reports/b c.txt']);
  await checkSuggested('corrections:\n  - hide: { in: a.txt, mention: الح|', ['سامر الحداد', 'الحداد']);
});

test('nothing where nothing fits: in comments, in names of one’s own, in other keys', async () => {
  await checkSuggested('# corrections:\n# - |', []);
  await checkSuggested('corrections:\n  - { rename: x, to: |', []);
  await checkSuggested('name: س|', []);
});

/** What is shown at the first place of `words` in the file. */
async function checkCard(settings: string, words: string, expected: readonly RegExp[]): Promise<void> {
  const snapshot = await read(settings);
  const found = settingsCard(snapshot, settings.indexOf(words) + 1, 'en');
  assert.ok(found, `a card at ${words}`);
  const told = renderText(found.card);
  for (const each of expected) assert.match(told, each);
}

test('a correction says what it means, where that is mentioned, and why it has no effect', async () => {
  await checkCard('corrections:\n  - same: [سامر الحداد, وليد نوري]\n', 'وليد', [
    /All are one/,
    /وليد نوري · سامر الحداد · 4 mentions, 2 articles/,
  ]);
  await checkCard('corrections:\n  - hide: { in: a.txt, mention: راشد }\n', 'راشد', [
    /Is not shown/,
    /mentions nothing as “راشد”/,
  ]);
  await checkCard('corrections:\n  - not a person: وليد نوري\n', 'not', [/Names nobody/]);
  await checkCard('dates:\n  a.txt: 2020\n', 'dates', [/Dates of articles by path/]);
});

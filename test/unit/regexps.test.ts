/**
 * No regular expression of the programs can be made to run long: every one is proven linear by recheck, and the few of which it has no
 * proof are listed here, one by one, and grow with their text and not with its square. Articles, file names and `fihris.yaml` may come
 * from anybody.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { regexpsOf } from '../fuzz/regexps.ts';

// In this process: the native program stays for half a minute after its last question.
process.env.RECHECK_BACKEND = 'pure';
const { check } = await import('recheck');

const { literals, made } = regexpsOf(['server/src', 'client/src', 'client/webview']);

/** How long (ms) recheck may think about one. */
const THINKS = 60_000;

/** Lookarounds, which its automata do not know, and alternatives of which these have too many states; with what each might choke on. */
const WITHOUT_PROOF: readonly { readonly begins: string; readonly pumps: readonly string[] }[] = [
  { begins: '^(?![\\s#]|-(?:\\s|$)).*$', pumps: ['\n', ' \n', '-\n', '#\n', 'a', ' ', '\u2028', 'a\n'] },
  { begins: '(?![\\u200C\\u200D])[\\p{Cc}', pumps: ['\u200C', '\u0000', '\u0000\u200C', '\u{10ffff}', '\uD800'] },
  {
    begins: '(?:^|[{,-])\\s*([a-z]+(?: [a-z]+)*)',
    pumps: ['{', '{ ', '{a', '{a ', 'a ', 'a', ' ', '{a a ', 'a :', '- '],
  },
  { begins: '^\\w+(?=[ \\t]*:)', pumps: ['a', 'a ', ' ', '\t', 'a\t'] },
  { begins: '^(?:[بل].{3,}|وال.{3,}', pumps: ['ب', 'ل', 'وال', 'ا', 'في'] },
  { begins: '^\\s+المنتخب(?!\\p{L})', pumps: [' ', '\n', ' المنتخب', 'المنتخب'] },
  {
    begins: '^(?:س?[يت](?!ي).{2,}(?:ون|وا)',
    pumps: ['ي', 'ت', 'سي', 'ون', 'وا', 'ان', 'ته', 'ها', 'هم', 'ئيه', 'ه', 'ا'],
  },
  { begins: '^(?:ال.{3,}|م(?!ا).{3,})(?:ون|ين|ات)$', pumps: ['ال', 'م', 'ون', 'ين', 'ات', 'ا'] },
];

const isListed = ({ source }: { readonly source: string }) =>
  WITHOUT_PROOF.some(({ begins }) => source.startsWith(begins));

test('no regular expression is put together while the program runs', () => {
  assert.deepEqual(made, []);
  assert.ok(literals.length > 300, `only ${literals.length} found`);
});

test('every regular expression but those listed is proven linear', async () => {
  const wrong: string[] = [];
  for (const found of literals) {
    if (isListed(found)) continue;
    const { source, flags, at } = found;
    const checked = await check(source, flags, { timeout: THINKS });
    const regexp = `${at}: /${source}/${flags}`;
    if (checked.status === 'vulnerable')
      wrong.push(`${regexp} ${checked.complexity.summary}, ${checked.attack.pattern.slice(0, 200)}`);
    else if (checked.status === 'unknown' || checked.checker === 'fuzz') wrong.push(`${regexp} is not proven`);
  }
  assert.deepEqual(wrong, []);
});

for (const { begins, pumps } of WITHOUT_PROOF)
  test(`/${begins}…/ takes as long as its text`, () => {
    const found = literals.filter(({ source }) => source.startsWith(begins));
    assert.equal(found.length, 1, 'the list names one that is no more');
    for (const { source, flags } of found)
      for (const head of ['', ...pumps])
        for (const pump of pumps)
          for (const tail of ['', '\u0000', '\n', ':', 'x']) {
            const timeOf = (length: number) => time(source, flags, head + pump.repeat(length / pump.length) + tail);
            // A square would take sixteen times as long, and a while besides; a machine with other work may stop anything once.
            const isLinear = () => timeOf(20_000) < 10 * timeOf(5000) + 20;
            assert.ok(isLinear() || isLinear() || isLinear(), JSON.stringify({ head, pump, tail }));
          }
  });

/** Milliseconds for all matches in a text, as an expression with `g` is used, or for the first. */
function time(source: string, flags: string, text: string): number {
  const regexp = new RegExp(source, flags);
  const started = performance.now();
  if (regexp.global) for (const _ of text.matchAll(regexp));
  else regexp.test(text);
  return performance.now() - started;
}

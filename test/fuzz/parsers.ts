/**
 * Every parser, fed with what it was not made for. None may throw, but where its own documentation says so; what it gives must lie within
 * its input; and the time that it takes must grow with its input and not with the square of it.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32 } from 'node:zlib';
import { factsLines } from '../../server/src/cli/facts.ts';
import { linesIn } from '../../server/src/cli/lines.ts';
import { MixedRecipes, mergeFacts } from '../../server/src/cli/resolve.ts';
import { tagLines } from '../../server/src/cli/tag.ts';
import { outlineOf } from '../../server/src/corpus/article.ts';
import { decodeText, isDecoded } from '../../server/src/corpus/encoding.ts';
import {
  factsOf,
  headerLine,
  isWhole,
  parseRecord,
  pathOf,
  recipeOf,
  recordLine,
  recordSpans,
} from '../../server/src/corpus/facts-record.ts';
import { globMatcher } from '../../server/src/corpus/paths.ts';
import { addCorrection, removeCorrection, setDate } from '../../server/src/corpus/settings-edit.ts';
import { readSettings } from '../../server/src/corpus/settings-file.ts';
import { recognize } from '../../server/src/recognize/recognize.ts';
import { tag } from '../../server/src/recognize/tag.ts';
import { installTagger } from '../../server/src/recognize/tagger/installed.ts';
import { checksum, HEADER, MAGIC, partSizes, readModel, VERSION } from '../../server/src/recognize/tagger/model.ts';
import { Tagger } from '../../server/src/recognize/tagger/tagger.ts';
import { arabicWords, latinWords, searchKeys, soundReadings } from '../../server/src/resolve/search-keys.ts';
import { findDates, findDayClues } from '../../server/src/text/dates.ts';
import { clean, foldWithOffsets } from '../../server/src/text/fold.ts';
import { articleParts } from '../../server/src/text/parts.ts';
import { readings } from '../../server/src/text/proclitics.ts';
import { romanize, skeletons } from '../../server/src/text/romanize.ts';
import { sentences } from '../../server/src/text/sentences.ts';
import { tokenize } from '../../server/src/text/tokens.ts';
import { checkGrowth } from '../unit/growth.ts';
import { byteInputs, oneOf, type Random, randomFrom, texts, upTo } from './inputs.ts';

/** An input on its own takes no longer than this (ms), whatever else the machine does. */
const LONGEST = 2000;

/** Lines that parsers of lines are given at once. */
const LINES = 500;

export interface Parser {
  readonly name: string;
  /** Makes inputs; each is handed to `parse`. */
  readonly inputs: (random: Random) => () => unknown;
  /** Throws where something is wrong. May be given several inputs in one. */
  readonly parse: (input: never) => unknown;
  /** How many inputs one is. */
  readonly each?: number;
  /** What is repeated to see that time is linear, of text parsers. */
  readonly pumps?: readonly string[];
  readonly small?: number;
}

export interface ParserReport {
  readonly name: string;
  readonly inputs: number;
  readonly seconds: number;
  readonly failures: readonly string[];
}

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const filesIn = (path: string, end: string) =>
  readdirSync(folder(path))
    .filter((name) => name.endsWith(end))
    .map((name) => readFileSync(join(folder(path), name), 'utf8'));

const ARTICLES = [...filesIn('../../examples', '.txt'), ...filesIn('../newswire', '.txt')];
const DATES = [
  'الخامس من اغسطس المقبل',
  'يوم الأحد الموافق ١٥ تشرين الثاني/نوفمبر ٢٠٢٠م، 29 ربيع الأول 1442هـ',
  'أمس السبت، قبل ثلاثة أيام، شباط الماضي، عام 2019، 12/3/2021، 2020-11-15، 31.12.99',
  'في العشرين من الشهر الجاري، الساعة 10:30، العام المقبل، بين 3 و5 آذار',
];
const SETTINGS = [
  readFileSync(folder('../../examples/fihris.yaml'), 'utf8'),
  'name: أرشيف # so\ninclude:\n  - "**/*.txt"\n  - "!x/**"\ndates:\n  a.txt: 2020-11-15\n  b.txt: 2020\ncorrections:\n  - same: [سامر الحداد, الحداد]\n  - different: [{ in: a.txt, mention: سامر }, { in: b.txt, mention: سامر, nth: 2 }]\n',
  'corrections:\n  - { rename: سامر, to: "سامر الحداد" }\n  - hide: العراق # noise\n  - not a person: جمعة\n  - { office: وزير الدفاع العراقي, of: سامر الحداد, in: a.txt }\n  - { date: 2020-11, of: { in: a.txt, mention: مذكرة } }\n',
  '{name: x, dates: {a.txt: 2020}, corrections: [same: [a, b], {hide: c}]}\n',
  'a: &x [1, 2]\nb: *x\n<<: *x\n? k\n: v\n--- |\n text\n...\n',
];
const CHARACTERS = [
  ' ',
  '\n',
  'ا',
  'و',
  'ال',
  '١',
  '1',
  '،',
  '.',
  '«',
  '(',
  '\u064B',
  '\u200F',
  '-',
  '/',
  '\uD800',
  'a',
  ':',
  'وزير ',
  'عام ',
  'قال ',
  'مذكرة ',
  'محمد ',
];

const within = (spans: readonly { readonly start: number; readonly end: number }[], text: string): void => {
  for (const { start, end } of spans)
    assert.ok(start >= 0 && start <= end && end <= text.length, `${start}–${end} of ${text.length}`);
};

const ofTexts = (valid: readonly string[], longest: number, most?: number) => (random: Random) =>
  texts({ valid, longest, ...(most !== undefined && { most }) }, random);

const record = (text: string, path: string) => {
  const facts = recognize(text, null);
  const json = JSON.stringify(facts);
  return { path, stamp: { size: 1000, modified: 5 }, given: null, outline: outlineOf(text, 'utf8', facts), json };
};

/** What a fuzzed line of facts would otherwise hardly ever have: its own checksum. */
function resealed(line: string, random: Random): string {
  if (random() < 0.3 || line.length < 10) return line;
  const rest = line.slice(9).replaceAll('\n', '');
  return `${crc32(rest).toString(16).padStart(8, '0')} ${rest}\n`;
}

/** A small model, every part of which is there. `words`: how many it says to have. */
export function smallModel(random: Random, words = 3): Uint8Array {
  const sizes = { names: 5, words: 3, size: 2, hidden: 16, tableBits: 3 };
  const length = partSizes(sizes).reduce((sum, part) => sum + part, HEADER);
  const file = new Uint8Array(length);
  for (let i = HEADER; i < length; i++) file[i] = upTo(random, 256);
  file.set(new TextEncoder().encode(MAGIC));
  new Uint32Array(file.buffer, 0, HEADER / 4).set([VERSION, length, 0, words, 2, 16 | (3 << 16), sizes.names], 2);
  return withChecksum(file);
}

function withChecksum(file: Uint8Array): Uint8Array {
  const copy = file.slice(0, file.length - (file.length % 4));
  if (copy.length >= HEADER) {
    const header = new Uint32Array(copy.buffer, 0, HEADER / 4);
    header[3] = copy.length;
    header[4] = checksum(copy);
  }
  return copy;
}

async function* streamOf(lines: readonly string[]): AsyncGenerator<Uint8Array> {
  // Cut anywhere, in the middle of a letter too.
  const bytes = Buffer.from(lines.join('\n'));
  for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
}

const manyOf = (one: (random: Random) => () => string) => (random: Random) => {
  const next = one(random);
  return () => Array.from({ length: LINES }, next);
};

async function taken(lines: AsyncIterable<string>): Promise<number> {
  let count = 0;
  for await (const _ of lines) count++;
  return count;
}

export const PARSERS: readonly Parser[] = [
  {
    name: 'words, sentences, parts',
    inputs: ofTexts(ARTICLES, 1500),
    parse: (text: string) => {
      const tokens = tokenize(text);
      within(tokens, text);
      const parts = articleParts(text, tokens, []);
      within(sentences(text, tokens, { start: 0, end: text.length }), text);
      for (const token of tokens) within(readings(text, token), text);
      const { offsets } = foldWithOffsets(text) as { offsets?: ArrayLike<number> };
      if (offsets !== undefined && offsets.length > 0) assert.ok((offsets[offsets.length - 1] ?? 0) <= text.length);
      return parts;
    },
    pumps: CHARACTERS,
  },
  {
    name: 'dates',
    inputs: ofTexts([...DATES, ...ARTICLES], 600),
    parse: (text: string) => {
      const tokens = tokenize(text);
      const dates = findDates(text, tokens, '2020-11-15');
      within(dates, text);
      for (const { value } of dates) assert.match(value, /^(?:\d{4}|XXXX)(?:-\d\d(?:-\d\d)?)?$/);
      within(findDates(text, tokens, null), text);
      within(findDayClues(text, tokens), text);
    },
    pumps: [...CHARACTERS, 'يوم ', 'من ', '2020-', '12/', 'الأحد ', 'كانون الثاني ', 'أمس ', 'خمسة و', 'الشهر '],
  },
  {
    name: 'whole articles (recognize)',
    inputs: ofTexts([...DATES, ...ARTICLES], 200, 20),
    parse: (text: string) => {
      const { mentions, dates } = recognize(text, null);
      within(mentions, text);
      within(dates, text);
    },
    pumps: [...CHARACTERS, 'وزير الدفاع العراقي ', 'وقع الوزيران مذكرة ', 'محمد علي حسين ', '«محمد» '],
    small: 1500,
  },
  {
    name: 'names in Latin letters, queries',
    inputs: ofTexts([...ARTICLES, 'Mohammed al-Sudani', "Ja'far Šamḫānī"], 200),
    parse: (text: string) => [
      romanize(text),
      skeletons(text),
      [...searchKeys(text)],
      arabicWords(text),
      latinWords(text),
      soundReadings(text),
      clean(text),
    ],
    pumps: [...CHARACTERS, 'al-', 'kh'],
    small: 500,
  },
  {
    name: 'fihris.yaml',
    inputs: ofTexts(SETTINGS, 200, 30),
    parse: (text: string) => {
      const { settings, problems } = readSettings(text);
      for (const { span } of settings.corrections) within([span], text);
      for (const { range } of problems) assert.ok(range.start.line >= 0 && range.end.line >= range.start.line);
    },
    pumps: [
      ...CHARACTERS,
      '[',
      '{',
      '- ',
      '? ',
      '&a ',
      '*a ',
      '"',
      "'",
      '|',
      '>',
      '#',
      '!',
      '%',
      'a: ',
      '{a: ',
      '  ',
      '- - ',
      'a:\n',
      '- same: [a, b]\n',
      '\t',
    ],
    small: 300,
  },
  {
    name: 'corrections written into it',
    inputs: (random) => {
      const next = texts({ valid: SETTINGS, longest: 120, most: 40 }, random);
      return () => ({ text: next(), name: next().slice(0, 20), what: upTo(random, 3) });
    },
    parse: ({ text, name, what }: { text: string; name: string; what: number }) => {
      const edit =
        what === 0
          ? addCorrection(text, { kind: 'hide', of: [name] })
          : what === 1
            ? removeCorrection(text, 0)
            : setDate(text, 'a.txt', '2020-11-15');
      if (edit !== null) within([edit], text);
    },
  },
  {
    name: 'encodings',
    inputs: (random) =>
      byteInputs(
        ARTICLES.slice(0, 4).flatMap((text) => [
          Buffer.from(text.slice(0, 200)),
          Buffer.from(text.slice(0, 200), 'utf16le'),
          Buffer.from(`\uFEFF${text.slice(0, 200)}`),
        ]),
        random,
      ),
    parse: (bytes: Uint8Array) => {
      const decoded = decodeText(bytes);
      if (isDecoded(decoded)) assert.ok(decoded.text.length <= bytes.length);
    },
  },
  {
    name: 'model of the tagger',
    inputs: (random) => {
      const next = byteInputs([smallModel(random), smallModel(random)], random);
      return () => (random() < 0.7 ? withChecksum(next()) : next());
    },
    parse: (bytes: Uint8Array) => {
      const model = readModel(bytes);
      if (typeof model === 'string') return;
      const tokens = ['قال', 'محمد', '0', ''];
      new Tagger(model).tag(tokens, [2, 4], new Uint8Array(4), new Float32Array(4));
    },
  },
  {
    name: 'lines of facts (cache, index)',
    inputs: (random) => {
      const lines = ARTICLES.slice(0, 6).map((text, index) => recordLine(record(text.slice(0, 300), `a${index}.txt`)));
      const next = texts({ valid: lines, longest: 3000 }, random);
      const byte = byteInputs(
        lines.map((line) => Buffer.from(headerLine('r') + line)),
        random,
      );
      return () => (random() < 0.5 ? Buffer.from(headerLine('r') + resealed(next(), random)) : byte());
    },
    parse: (bytes: Buffer) => {
      recipeOf(bytes);
      for (const { start, end } of recordSpans(bytes)) {
        const line = bytes.subarray(start, end);
        pathOf(line);
        const found = parseRecord(line);
        if (found === null) continue;
        assert.ok(isWhole(line));
        try {
          factsOf(found);
        } catch (error) {
          assert.ok(error instanceof SyntaxError);
        }
      }
    },
  },
  {
    name: 'NDJSON of articles (fihris facts)',
    inputs: manyOf(
      ofTexts(
        ARTICLES.slice(0, 5).map((text, index) => JSON.stringify({ path: `a${index}.txt`, text: text.slice(0, 200) })),
        400,
      ),
    ),
    parse: async (lines: string[]) => {
      const facts = recognize('', null);
      await taken(
        factsLines(
          linesIn(streamOf(lines)),
          'r',
          () => facts,
          () => {},
        ),
      );
    },
    each: LINES,
  },
  {
    name: 'NDJSON of facts (fihris resolve)',
    inputs: (random) => {
      const valid = ARTICLES.slice(0, 5).map((text, index) => {
        const { json, ...article } = record(text.slice(0, 120), `a${index}.txt`);
        return JSON.stringify({ recipe: 'r', article, facts: JSON.parse(json) as unknown });
      });
      return manyOf(ofTexts(valid, 2500))(random);
    },
    parse: async (lines: string[]) => {
      const place = mkdtempSync(join(tmpdir(), 'fihris-fuzz-'));
      try {
        writeFileSync(join(place, 'in'), lines.join('\n'));
        await mergeFacts({ inputs: [join(place, 'in')], output: join(place, 'out'), complain: () => {} });
      } catch (error) {
        assert.ok(error instanceof MixedRecipes, String(error));
      } finally {
        rmSync(place, { recursive: true });
      }
    },
    each: LINES,
  },
  {
    name: 'tokens (fihris tag)',
    inputs: manyOf(ofTexts(ARTICLES, 40)),
    parse: async (tokens: string[]) => {
      await taken(tagLines(linesIn(streamOf(tokens)), tag));
    },
    each: LINES,
  },
  {
    name: 'globs',
    inputs: (random) => {
      const next = texts(
        { valid: ['**/*.txt', '!x/**', 'a?[b-d]{e,f}*.txt', 'أخبار/**/٢٠٢٠-*.txt'], longest: 60 },
        random,
      );
      return () => ({
        globs: [next(), next()],
        path: oneOf(random, ['a.txt', 'x/y/z.txt', 'أخبار/b/٢٠٢٠-1.txt', next()]),
      });
    },
    parse: ({ globs, path }: { globs: string[]; path: string }) => globMatcher(globs)(path),
  },
];

/** `count` inputs for a parser. */
export async function fuzzParser(parser: Parser, count: number, seed: number): Promise<ParserReport> {
  const next = parser.inputs(randomFrom(seed));
  const each = parser.each ?? 1;
  const failures: string[] = [];
  const started = performance.now();
  let done = 0;
  for (; done < count && failures.length < 10; done += each) {
    const input = next();
    const before = performance.now();
    try {
      const result = parser.parse(input as never);
      if (result instanceof Promise) await result;
    } catch (error) {
      failures.push(`${shown(input)}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
    const took = performance.now() - before;
    if (took > LONGEST * each) failures.push(`${shown(input)} took ${Math.round(took)} ms`);
  }
  return { name: parser.name, inputs: done, seconds: (performance.now() - started) / 1000, failures };
}

const shown = (input: unknown): string =>
  (Buffer.isBuffer(input) ? input.toString('latin1') : (JSON.stringify(input) ?? '')).slice(0, 1500);

/** Every pump of a parser, repeated: four times as long takes about four times as long. */
export function checkLinear({ name, parse, pumps = [], small = 4000 }: Parser, which: (pump: string) => boolean): void {
  for (const pump of pumps) {
    if (!which(pump)) continue;
    const prepare = (size: number) => {
      const text = pump.repeat(Math.ceil(size / pump.length));
      return () => parse(text as never);
    };
    checkGrowth(prepare, small, 4, `${name}: ${JSON.stringify(pump)}`);
  }
}

/** The model that the server has, for parsers that use it. */
export function withTagger(): void {
  const problem = installTagger(readFileSync(folder('../../server/src/recognize/tagger/model.bin')));
  assert.equal(problem, null);
}

/**
 * How the built program reads the offices of Wojood's public sample (OCC spans, with the bodies and places nested in them):
 *
 *     npm run build && node test/eval/wojood.ts [--data ../shared/ner/wojood] [--part train|val] [--verbose]
 *
 * Each sentence is an article of its own. See README.md for what is comparable. `--verbose` shows what was missed and what was found where
 * nothing is marked: of `train.txt` only, from which rules may be made; nobody looks at `val.txt`.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { bareStates, places as lexicon } from '../../server/src/lexicon/geography.ts';
import type { ArticleFacts } from '../../server/src/recognize/facts.ts';
import { fold } from '../../server/src/text/fold.ts';
import { ratio } from './score.ts';

/** Tokens, the end exclusive. */
interface TokenSpan {
  readonly from: number;
  readonly to: number;
}

interface Nested extends TokenSpan {
  readonly kind: string;
}

interface Sentence {
  readonly tokens: readonly string[];
  /** All spans but those of dates and numbers. */
  readonly marked: readonly Nested[];
}

/** An office of the program, with what of its words is its body and its state. */
interface Office extends TokenSpan {
  readonly country: string | null;
  readonly hasBody: boolean;
  /** Other mentions inside it. */
  readonly inner: readonly TokenSpan[];
}

const root = join(import.meta.dirname, '../..');
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: join(root, '../shared/ner/wojood') },
    part: { type: 'string', multiple: true, default: ['train', 'val'] },
    verbose: { type: 'boolean', default: false },
  },
});

/** Sentences of a file with one token a line, followed by its tags, one for each layer. */
function readSentences(file: string): Sentence[] {
  const sentences: Sentence[] = [];
  for (const block of readFileSync(file, 'utf8').split(/\n[^\S\n]*\n/)) {
    // «$#$» stands between texts.
    const lines = block.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('$#$'));
    const rows = lines.map((line) => line.trim().split(/\s+/));
    const marked: Nested[] = [];
    rows.forEach(([, ...tags], from) => {
      for (const tag of tags) {
        if (!tag.startsWith('B-')) continue;
        const kind = tag.slice(2);
        let to = from + 1;
        while (rows[to]?.includes(`I-${kind}`)) to++;
        marked.push({ kind, from, to });
      }
    });
    if (rows.length > 0) sentences.push({ tokens: rows.map(([token = '']) => token), marked });
  }
  return sentences;
}

/** The text of a sentence, and where each token starts in it. */
function written(tokens: readonly string[]): { text: string; starts: number[] } {
  let text = '';
  const starts = tokens.map((token) => {
    if (text !== '' && !/^[.،,؛:!؟?)\]»]$/.test(token)) text += ' ';
    text += token;
    return text.length - token.length;
  });
  return { text, starts };
}

/** What the program reads, sentence by sentence. */
function readOffices(sentences: readonly Sentence[]): Office[][] {
  const texts = sentences.map(({ tokens }) => written(tokens));
  const input = texts.map(({ text }, i) => JSON.stringify({ path: `${i}.txt`, text })).join('\n');
  const output = execFileSync(process.execPath, [join(root, 'dist/cli.js'), 'facts'], { input, maxBuffer: 1 << 28 });
  const lines = output.toString().trimEnd().split('\n');
  return lines.map((line, i) => {
    const { mentions, entities } = (JSON.parse(line) as { facts: ArticleFacts }).facts;
    const { starts } = texts[i] as { starts: number[] };
    const tokenAt = (offset: number) => starts.findLastIndex((start) => start <= offset);
    const spanOf = ({ start, end }: { start: number; end: number }) => ({
      from: tokenAt(start),
      to: tokenAt(end - 1) + 1,
    });
    return mentions.flatMap((mention) => {
      const office = entities[mention.entity];
      if (mention.kind !== 'office' || office?.kind !== 'office') return [];
      const inside = mentions.filter(
        (each) => each !== mention && each.start >= mention.start && each.end <= mention.end,
      );
      const { country, organization } = office;
      return [{ ...spanOf(mention), country, hasBody: organization !== null, inner: inside.map(spanOf) }];
    });
  });
}

const same = (a: TokenSpan, b: TokenSpan) => a.from === b.from && a.to === b.to;
const meet = (a: TokenSpan, b: TokenSpan) => a.from < b.to && b.from < a.to;
const holds = (a: TokenSpan, b: TokenSpan) => a.from <= b.from && b.to <= a.to;

function score(part: string): Record<string, string | number> {
  const sentences = readSentences(join(resolve(values.data), `${part}.txt`));
  const offices = readOffices(sentences);
  const counts = { all: 0, exact: 0, overlapping: 0, long: 0, longExact: 0, longMet: 0 };
  const bodies = { all: 0, inTitle: 0, own: 0 };
  const places = { states: 0, statesRight: 0, towns: 0, townsInTitle: 0 };
  let [found, right] = [0, 0];
  const show = (what: string, { tokens }: Sentence, { from, to }: TokenSpan) => {
    if (!values.verbose || part !== 'train') return;
    const near = [tokens.slice(Math.max(0, from - 4), from), tokens.slice(from, to), tokens.slice(to, to + 4)];
    console.log(`${what}: ${near[0]?.join(' ')} [${near[1]?.join(' ')}] ${near[2]?.join(' ')}`);
  };
  for (const [i, sentence] of sentences.entries()) {
    const own = offices[i] ?? [];
    const marked = sentence.marked.filter(({ kind }) => kind === 'OCC');
    for (const occupation of marked) {
      const isLong = occupation.to > occupation.from + 1;
      const isExact = own.some((office) => same(office, occupation));
      const isMet = own.some((office) => meet(office, occupation));
      counts.all++;
      if (isExact) counts.exact++;
      else if (isMet) counts.overlapping++;
      if (isLong) {
        counts.long++;
        if (isExact) counts.longExact++;
        if (isMet) counts.longMet++;
      }
      if (!isExact) show(isMet ? 'other bounds' : 'missed', sentence, occupation);
      for (const nested of sentence.marked) {
        if (nested.kind === 'OCC' || !holds(occupation, nested)) continue;
        const office = own.find((each) => holds(each, nested));
        if (nested.kind === 'ORG') {
          bodies.all++;
          if (office) bodies.inTitle++;
          if (office?.hasBody || office?.inner.some((each) => same(each, nested))) bodies.own++;
        } else if (nested.kind === 'GPE') {
          const code = stateCode(sentence.tokens.slice(nested.from, nested.to));
          if (code === null) {
            places.towns++;
            if (office) places.townsInTitle++;
          } else {
            places.states++;
            if (office?.country === code) places.statesRight++;
          }
        }
      }
    }
    for (const office of own) {
      found++;
      if (marked.some((each) => meet(each, office))) right++;
      else show('nothing marked', sentence, office);
    }
  }
  const percent = (part: number, all: number) => `${part}/${all} ${(100 * ratio(part, all)).toFixed(0)} %`;
  return {
    part,
    exact: percent(counts.exact, counts.all),
    overlapping: counts.overlapping,
    missed: counts.all - counts.exact - counts.overlapping,
    'of two words or more: exact': percent(counts.longExact, counts.long),
    met: percent(counts.longMet, counts.long),
    'found that meet one': percent(right, found),
    'bodies in the title': percent(bodies.inTitle, bodies.all),
    'as bodies': percent(bodies.own, bodies.all),
    states: percent(places.statesRight, places.states),
    'towns in the title': percent(places.townsInTitle, places.towns),
  };
}

/** The code of the state that words name; null of a town. */
function stateCode(tokens: readonly string[]): string | null {
  const name = fold(tokens.join(' ')).replace(/^[وبل](?=ال)/, '');
  const place = lexicon.get(name) ?? bareStates.get(name);
  return place?.type === 'state' ? place.country : null;
}

console.table(values.part.map(score));

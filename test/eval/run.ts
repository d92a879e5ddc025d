/**
 * How well the built program reads articles that were marked before any rule was tuned on them (`README.md`).
 *
 *     npm run eval -- [--ant FILE] [--verbose]
 *
 * `--ant`: the archive of the ANT articles (default: ../shared/ner/ant-news.tar.xz); without it only `examples/` is evaluated.
 * `--verbose`: what was missed and what was wrong, of the seen, the fresh and the later part only. The last line is the part that nobody looks at. Exits 1
 * where an article is not the one that was marked.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { align, personsOf } from './alignment.ts';
import { readAnt } from './ant.ts';
import { scoreEvents } from './events.ts';
import { type GoldArticle, readGold } from './gold.ts';
import { scoreOffices } from './offices.ts';
import { scorePersons } from './persons.ts';
import { runProgram } from './program.ts';
import { f1, type Score } from './score.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const { values: options } = parseArgs({
  options: {
    ant: { type: 'string', default: join(root, '../shared/ner/ant-news.tar.xz') },
    verbose: { type: 'boolean', default: false },
  },
});
const archive = resolve(options.ant);

const seen = readGold(join(root, 'test/eval/seen/gold.json'));
const fresh = readGold(join(root, 'test/eval/fresh/gold.json'));
const later = readGold(join(root, 'test/eval/later/gold.json'));
const unseen = readGold(join(root, 'test/eval/unseen/gold.json'));
const fromArchive = ({ article }: GoldArticle) => article.startsWith('ant/');
const withArchive = existsSync(archive);
if (!withArchive) console.log(`${archive} is absent: only the articles of examples/ are evaluated.\n`);
const texts = readTexts(
  [...seen, ...fresh, ...later, ...unseen].filter((article) => withArchive || !fromArchive(article)),
);

const COLUMNS = ['articles', 'persons B³', '', '', 'offices', '', '', 'meet, sign', '', '', 'all events', '', ''];
row('', COLUMNS);
row('', ['', ...['', '', '', ''].flatMap(() => ['P', 'R', 'F1'])]);
evaluate(
  'examples',
  seen.filter((article) => !fromArchive(article)),
);
if (withArchive) {
  evaluate('newswire', seen.filter(fromArchive));
  evaluate('seen', seen, options.verbose);
  evaluate('fresh', fresh, options.verbose);
  evaluate('later', later, options.verbose);
  evaluate('seen + unseen', [...seen, ...unseen]);
  evaluate('unseen third', unseen);
} else row('unseen third', ['not available']);

/** The articles' texts, verified to be those that were marked. */
function readTexts(articles: readonly GoldArticle[]): Map<string, string> {
  const indexOf = (article: string) => Number(article.slice('ant/'.length));
  const ant = withArchive
    ? readAnt(
        archive,
        articles.filter(fromArchive).map(({ article }) => indexOf(article)),
      )
    : new Map<number, string>();
  return new Map(
    articles.map(({ article, sha256 }) => {
      const text = article.startsWith('ant/') ? ant.get(indexOf(article)) : readFileSync(join(root, article), 'utf8');
      if (text === undefined || createHash('sha256').update(text).digest('hex') !== sha256) {
        console.error(`${article} is not the text that was marked`);
        process.exit(1);
      }
      return [article, text];
    }),
  );
}

/** One row: the articles as one corpus of their own. */
function evaluate(name: string, articles: readonly GoldArticle[], verbose = false): void {
  const textOf = (article: string) => texts.get(article) ?? '';
  const found = runProgram(root, new Map(articles.map(({ article }) => [article, textOf(article)])));
  const mentions = articles.flatMap((article) => article.mentions);
  const aligned = align(mentions, found.mentions);
  const persons = personsOf(aligned);
  const scores: (Score | null)[] = [
    scorePersons(mentions, found.mentions, aligned),
    scoreOffices(
      articles.flatMap(({ offices }) => offices),
      found.offices,
      persons,
      textOf,
    ),
  ];
  const events = articles.flatMap((article) => article.events);
  for (const kinds of [
    ['meeting', 'signing'],
    ['meeting', 'signing', 'visit', 'call'],
  ] as const)
    scores.push(found.events && scoreEvents(events, found.events, persons, kinds));
  if (verbose)
    for (const score of scores.slice(0, 2).concat(scores.slice(3)))
      for (const { article, start, end, problem } of score?.errors ?? [])
        console.log(`  ${article}@${start} «${textOf(article).slice(start, end)}»: ${problem}`);
  row(name, [
    String(articles.length),
    ...scores.flatMap((score) =>
      score ? [score.precision, score.recall, f1(score)].map((value) => value.toFixed(3)) : ['not available', '', ''],
    ),
  ]);
}

function row(name: string, cells: readonly string[]): void {
  const widths = [8, ...Array.from({ length: 12 }, (_, i) => (i % 3 === 0 ? 10 : 6))];
  const shown = cells.map((cell, i) => cell.padStart(widths[i] ?? 6));
  console.log([name.padEnd(14), ...shown].join(' ').trimEnd());
}

/**
 * How large facts are, and how unevenly names are spread: what the arithmetic of docs/scale.md starts from.
 *
 *     node test/bench/fact-sizes.ts FACTS.ndjson
 *
 * `FACTS.ndjson`: what `fihris facts` prints.
 */
import { createReadStream } from 'node:fs';
import type { FactsLine } from '../../server/src/cli/facts.ts';
import { linesIn } from '../../server/src/cli/lines.ts';

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('usage: fact-sizes.ts FACTS.ndjson');

let articles = 0;
let bytes = 0;
let longest = 0;
const inArticles = new Map<string, number>();
for await (const line of linesIn(createReadStream(file))) {
  if (line === '') continue;
  const size = Buffer.byteLength(line) + 1;
  articles++;
  bytes += size;
  longest = Math.max(longest, size);
  const { facts } = JSON.parse(line) as FactsLine;
  const names = facts.entities.map((entity) =>
    entity.kind === 'person' || entity.kind === 'agreement' ? `${entity.kind} ` : `${entity.kind} ${entity.key}`,
  );
  const people = facts.entities.flatMap((entity) => (entity.kind === 'person' ? [`person ${entity.name}`] : []));
  for (const name of new Set([...names, ...people])) inArticles.set(name, (inArticles.get(name) ?? 0) + 1);
}
console.log(`articles ${articles}, bytes ${bytes}, a line ${Math.round(bytes / articles)}, the longest ${longest}`);
for (const kind of ['place', 'organization', 'office', 'person']) {
  const all = [...inArticles].filter(([name]) => name.startsWith(`${kind} `) && name !== `${kind} `);
  const most = Math.max(0, ...all.map(([, count]) => count));
  console.log(`${kind}: ${all.length} keys, the commonest in ${((100 * most) / articles).toFixed(1)}% of articles`);
}

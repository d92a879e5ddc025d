/**
 * A corpus too large to be read in the time of a benchmark: the articles of a folder come round again under new names, and with them the
 * facts that the server has kept of them; each time every second person has another name, so that there are more of them, as in a larger
 * corpus. Opening it resolves all of them; opening it again goes on from what was kept.
 *
 *     node test/bench/repeat-facts.ts FROM STORAGE COUNT TO TO_STORAGE
 *
 * `STORAGE`: where the built server has kept what it read of the folder `FROM`. `TO`, `TO_STORAGE`: new folders.
 */
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, statSync, utimesSync, writeSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import {
  type FactsRecord,
  headerLine,
  parseRecord,
  recipeOf,
  recordLine,
  recordSpans,
} from '../../server/src/corpus/facts-record.ts';
import type { ArticleFacts } from '../../server/src/recognize/facts.ts';
import { articlesIn, fillCorpus } from './served.ts';

const [from, storage, count, to, toStorage] = process.argv.slice(2);
if (!from || !storage || !count || !to || !toStorage)
  throw new Error('usage: repeat-facts.ts FROM STORAGE COUNT TO TO_STORAGE');

/** A file written a moment ago is read again to be sure of it (seconds of the epoch). */
const LONG_AGO = 1_600_000_000;

const records = new Map<string, FactsRecord>();
let recipe = '';
const kept = readdirSync(storage, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.facts'));
for (const name of kept.sort()) {
  const bytes = readFileSync(join(storage, name));
  recipe = recipeOf(bytes) ?? recipe;
  for (const { start, end } of recordSpans(bytes)) {
    const record = parseRecord(bytes.subarray(start, end));
    if (record !== null) records.set(record.path, record);
  }
}
const sources = articlesIn(resolve(from)).map((file) => relative(resolve(from), file));
await fillCorpus(from, to, Number(count));
const folder = join(toStorage, 'facts', createHash('sha256').update(resolve(to)).digest('hex').slice(0, 24));
mkdirSync(folder, { recursive: true });
const segment = openSync(join(folder, '000000000-repeated.facts'), 'w');
writeSync(segment, headerLine(recipe));
for (const [index, file] of articlesIn(resolve(to)).entries()) {
  const record = records.get(sources[index % sources.length] as string);
  if (record === undefined) throw new Error(`nothing is kept of ${sources[index % sources.length]}`);
  utimesSync(file, LONG_AGO, LONG_AGO);
  const stamp = { size: statSync(file).size, modified: LONG_AGO * 1000 };
  const round = Math.floor(index / sources.length);
  const json = round === 0 ? record.json : JSON.stringify(renamed(JSON.parse(record.json) as ArticleFacts, round));
  writeSync(segment, recordLine({ ...record, path: relative(resolve(to), file), stamp, json }));
}
closeSync(segment);

/** Every second person of an article, by name, has another one in each round. */
function renamed(facts: ArticleFacts, round: number): ArticleFacts {
  const other = String.fromCharCode(0x0628 + (round % 18)).repeat(1 + Math.floor(round / 18));
  const entities = facts.entities.map((entity) =>
    entity.kind === 'person' && (entity.words.join('').length & 1) === 0
      ? {
          ...entity,
          name: `${entity.name}${other}`,
          words: entity.words.map((word, at) => (at === 0 ? word : word + other)),
        }
      : entity,
  );
  return { ...facts, entities };
}

console.log(`${count} articles of ${records.size}`);

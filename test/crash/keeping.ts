/**
 * A process that keeps facts of articles without end: `node keeping.ts STORAGE FIRST`. Says on standard output `kept PATH NUMBER` when the
 * record of that number is on the disk. Now and then it opens what is kept anew, as the next start does, which makes segments one.
 */
import { FactsCache } from '../../server/src/corpus/facts-cache.ts';
import { ARTICLES, CORPUS, RECIPE, recordOf } from './kept.ts';

const [storage = '', first = '0'] = process.argv.slice(2);
let number = Number(first);
process.stdout.write('ready\n');
for (;;) {
  const cache = new FactsCache({ storage, corpus: CORPUS, recipe: Promise.resolve(RECIPE) });
  await cache.open();
  await cache.settle(() => true);
  for (let round = 0; round < 20; round++) {
    const said: string[] = [];
    for (let i = 0; i < 5; i++) {
      const path = ARTICLES[number % ARTICLES.length] ?? '';
      cache.keep(recordOf(path, ++number));
      said.push(`kept ${path} ${number}\n`);
    }
    await cache.flush();
    process.stdout.write(said.join(''));
  }
  if (number % 3 === 0) cache.close();
  else await cache.flush();
}

/**
 * `npm run fuzz [-- WHAT [COUNT [SEED]]]`: `protocol` sends at least COUNT messages (100,000), `parsers` gives each parser COUNT inputs (a
 * million), `linear` looks how their time grows; a word of a parser's name is that parser alone; `all` is everything. Ends 1 where any
 * fails.
 */
import { checkLinear, fuzzParser, PARSERS, withTagger } from './parsers.ts';
import { fuzzProtocol } from './protocol.ts';

const [what = 'all', count, seed = String(Date.now() % 1_000_000)] = process.argv.slice(2);
console.log(`seed ${seed}`);
const isAll = what === 'all';
const chosen = PARSERS.filter(({ name }) => isAll || what === 'parsers' || what === 'linear' || name.includes(what));
let failed = false;

if (isAll || what === 'protocol') {
  const started = performance.now();
  const say = (line: string) => console.log(line);
  const report = await fuzzProtocol({ messages: Number(count ?? 100_000), seed: Number(seed), say });
  const seconds = Math.round((performance.now() - started) / 1000);
  const slowest = Math.round(report.slowest);
  console.log(
    `${report.messages} messages, ${report.answers} answers in ${seconds} s, slowest ${slowest} ms, 0 failures`,
  );
} else if (chosen.length === 0) {
  console.error(`no parser ${what}; there are ${PARSERS.map(({ name }) => name).join('; ')}`);
  process.exit(2);
}
withTagger();
if (what !== 'protocol' && what !== 'linear') {
  console.log('| parser | inputs | seconds | failures |\n| --- | ---: | ---: | ---: |');
  for (const parser of chosen) {
    const { name, inputs, seconds, failures } = await fuzzParser(parser, Number(count ?? 1_000_000), Number(seed));
    console.log(`| ${name} | ${inputs} | ${seconds.toFixed(1)} | ${failures.length} |`);
    for (const failure of failures) console.error(failure);
    failed ||= failures.length > 0;
  }
}
if (what !== 'protocol')
  for (const parser of chosen) {
    if (parser.pumps === undefined) continue;
    try {
      checkLinear(parser, () => true);
      console.log(`${parser.name}: time grows with the text, of ${parser.pumps.length} kinds`);
    } catch (error) {
      console.error(String(error));
      failed = true;
    }
  }
process.exitCode = failed ? 1 : 0;

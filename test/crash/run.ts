/**
 * `npm run test:crash -- [POINTS [SEED]]`: kill -9 at 200 random points while corrections are written, and at as many while the index is
 * saved. Ends 1 where anything was lost.
 */
import { crash } from './crash.ts';
import { crashSaving } from './saving.ts';

const [points = '200', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2);
console.log(`seed ${seed}`);
const report = await crash(Number(points), Number(seed));
console.log(`${report.points} kills, ${report.acknowledged} corrections acknowledged, 0 lost`);
const saved = await crashSaving(Number(points), Number(seed));
console.log(`${points} kills, ${saved.acknowledged} records of the index acknowledged, 0 lost`);

/** From the start of the process until all is read, where nothing is kept (see ../growth.ts). */
import { bench, untilReady } from '../growth.ts';

await bench('cold index', 'linear', async ({ client, started }) => {
  await untilReady(client);
  return performance.now() - started;
});

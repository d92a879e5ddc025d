/** From the start of the process until all is known that an earlier session kept (see ../growth.ts). */
import { bench, untilReady } from '../growth.ts';

await bench(
  'ready from the cache',
  'linear',
  async ({ client, started }) => {
    await untilReady(client);
    return performance.now() - started;
  },
  'cache',
);

/** Of the server's process when all is read and kept, in MB (see ../growth.ts). */
import { bench, memoryOf, untilReady } from '../growth.ts';
import { untilKept } from '../served.ts';

/** Fewer articles are not kept as a whole (corpus/corpus.ts). */
const KEPT_FROM = 200;

await bench('memory', 'linear', async ({ client, files, storage }) => {
  await untilReady(client);
  if (files.length >= KEPT_FROM) await untilKept(storage);
  return memoryOf(client.process.pid, 'VmRSS');
});

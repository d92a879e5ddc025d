/** From a changed word to the new marks of the article (see ../growth.ts). */
import { readFileSync } from 'node:fs';
import { asking, bench } from '../growth.ts';

await bench(
  'edit',
  'flat',
  asking(async (client, { uri, file, mark: { range } }) => {
    await client.open(uri, readFileSync(file, 'utf8'));
    await client.edit(uri, 'اليوم ', { start: range.start, end: range.start });
    await client.request('fihris/marks', { uri });
    await client.notify('textDocument/didClose', { textDocument: { uri } });
  }),
);

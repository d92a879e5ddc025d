/** Where a person is introduced (see ../growth.ts). */
import { bench, requesting } from '../growth.ts';

await bench('definition', 'flat', requesting('textDocument/definition'));

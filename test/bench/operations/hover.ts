/** The card of a person (see ../growth.ts). */
import { bench, requesting } from '../growth.ts';

await bench('hover', 'flat', requesting('textDocument/hover'));

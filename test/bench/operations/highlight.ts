/** All that stands for a person in one article (see ../growth.ts). */
import { bench, requesting } from '../growth.ts';

await bench('highlight', 'flat', requesting('textDocument/documentHighlight'));

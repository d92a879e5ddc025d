/** All mentions of a person in the corpus; costs what these are (see ../growth.ts). */
import { bench, requesting } from '../growth.ts';

await bench('references', 'linear', requesting('textDocument/references', { context: { includeDeclaration: true } }));

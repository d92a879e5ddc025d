/** Entry, loaded only where the reader names a transformer: what opens one, with its tokenizer. */
export { openTransformer } from './corpus/transformer-folder.ts';

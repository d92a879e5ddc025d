/**
 * How the corpus comes to recognition. The language server's bundle has recognition-aside.ts in place of this (esbuild.mjs): what knows
 * the language is loaded when a text is to be read, and not before the first question is answered.
 */
export { recognize } from '../recognize/recognize.ts';

/** The texts that the tagger learns from, read from the folder that `--data` names: see docs/tagger.md for what lies there. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tokenize } from '../src/text/tokens.ts';

export interface MarkedSentence {
  readonly tokens: readonly string[];
  /** `O`, `B-PERS`, … */
  readonly tags: readonly string[];
}

/** A CoNLL file: `token tag` a line, a blank line between sentences; direction marks dropped. */
export function markedSentences(file: string): MarkedSentence[] {
  const found: MarkedSentence[] = [];
  let tokens: string[] = [];
  let tags: string[] = [];
  const end = () => {
    if (tokens.length > 0) found.push({ tokens, tags });
    tokens = [];
    tags = [];
  };
  for (const line of readFileSync(file, 'utf8')
    .replace(/[\uFEFF\u200E\u200F]/g, '')
    .split(/\r?\n/)) {
    const parts = line.trim().split(/\s+/);
    if (parts[0] === undefined || parts[0] === '') {
      end();
      continue;
    }
    tokens.push(parts[0]);
    tags.push(parts.length > 1 ? (parts.at(-1) ?? 'O') : 'O');
  }
  end();
  return found;
}

function unpacked(command: string, args: readonly string[]): string {
  return execFileSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 30 });
}

/** The news articles of `ant-news.tar.xz`, one after the other in the order of the archive. */
export function news(data: string): string {
  return unpacked('tar', ['xOf', join(data, 'ant-news.tar.xz')]);
}

/** The articles of `arwiki-2017.txt.xz`, without the lines that mark where one begins and ends. */
export function encyclopedia(data: string): string {
  return unpacked('xz', ['-dc', join(data, 'arwiki-2017.txt.xz')]).replace(/^<\/?doc.*$/gm, '');
}

/** Tokens of the marked Wikipedia articles, their marks left aside. */
export function aqmar(data: string): string[][] {
  const folder = join(data, 'aqmar');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => markedSentences(join(folder, name)).map(({ tokens }) => [...tokens]));
}

const SENTENCE_END = new Set(['.', '!', '؟', '?', '؛']);

/** The folded tokens of a text, a list for each sentence: split at line breaks and full stops. */
export function plainSentences(text: string): string[][] {
  const found: string[][] = [];
  let sentence: string[] = [];
  for (const token of tokenize(text)) {
    if (token.newLine && sentence.length > 0) {
      found.push(sentence);
      sentence = [];
    }
    sentence.push(token.norm);
    if (token.kind === 'punctuation' && SENTENCE_END.has(token.norm)) {
      found.push(sentence);
      sentence = [];
    }
  }
  if (sentence.length > 0) found.push(sentence);
  return found;
}

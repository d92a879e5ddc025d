/** The records that the processes of the crash test keep: which they are is told by their number alone. */
import { outlineOf } from '../../server/src/corpus/article.ts';
import type { FactsRecord } from '../../server/src/corpus/facts-record.ts';
import { recognize } from '../../server/src/recognize/recognize.ts';

export const CORPUS = '/corpus';
export const RECIPE = 'crash';
export const ARTICLES: readonly string[] = Array.from({ length: 40 }, (_, index) => `خبر-${index}.txt`);

const TEXT = 'قال العميد سامر الحداد إن الحدود آمنة.\n'.repeat(40);
const FACTS = recognize(TEXT, null);
const JSON_OF_FACTS = JSON.stringify(FACTS);

export function recordOf(path: string, number: number): FactsRecord {
  return {
    path,
    stamp: { size: TEXT.length, modified: number },
    given: null,
    outline: outlineOf(TEXT, 'utf8', FACTS),
    json: JSON_OF_FACTS,
  };
}

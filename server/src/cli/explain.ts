/** `fihris explain`: why the words at a place were read as they were. */
import type { Snapshot } from '../corpus/snapshot.ts';
import { stepPieces } from '../features/cards/rows.ts';
import { explain, lineOf } from '../features/explain.ts';
import type { Language } from '../features/language.ts';
import { mentionAt } from '../features/mention-at.ts';
import { messagesFor } from '../features/messages/messages.ts';
import { displayable } from '../features/pieces.ts';
import { subjectOf } from '../features/subject.ts';

export interface Explanation {
  readonly words: string;
  readonly kind: string;
  /** What it was read as; null where that is open. */
  readonly entity: { readonly id: string; readonly name: string } | null;
  readonly steps: readonly {
    readonly code: string;
    readonly text: string;
    /** `path:line`, counted from 1; null where the words themselves show it. */
    readonly at: string | null;
  }[];
}

/** `line` and `column` (UTF-16 code units) are counted from 1. Null where nothing is mentioned there. */
export function explanation(
  snapshot: Snapshot,
  path: string,
  line: number,
  column: number,
  language: Language,
): Explanation | null {
  const article = snapshot.articles.get(path);
  const start = article?.lineStarts[line - 1];
  const mention = article === undefined || start === undefined ? null : mentionAt(snapshot, path, start + column - 1);
  if (article === undefined || mention === null) return null;
  const subject = subjectOf(snapshot, mention);
  const context = { snapshot, language, messages: messagesFor(language) };
  return {
    words: displayable(article.text.slice(mention.start, mention.end)),
    kind: mention.kind,
    entity: subject && { id: subject.id, name: subject.name },
    steps: explain(snapshot, mention).map((step) => ({
      code: step.code,
      text: stepPieces(context, mention, step)
        .map(({ text }) => text)
        .join(''),
      at: step.target && `${step.target.article}:${lineOf(snapshot, step.target) ?? 1}`,
    })),
  };
}

export const explanationText = ({ words, entity, steps }: Explanation): string =>
  [
    `«${words}» → ${displayable(entity?.name ?? '?')}`,
    ...steps.map(({ text, at }, index) => `${index + 1}. ${text}${at === null ? '' : `  (${displayable(at)})`}`),
  ].join('\n');

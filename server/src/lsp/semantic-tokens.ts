/** Marks as semantic tokens, for clients that do not draw marks themselves. */

import type { Article } from '../corpus/snapshot.ts';
import type { Mark } from '../features/marks.ts';
import { linesOf, positionAt } from './convert.ts';
import { type SemanticTokens, SemanticTokensBuilder, type SemanticTokensLegend } from './protocol.ts';

const TYPES: readonly Mark['kind'][] = ['person', 'office', 'organization', 'place', 'agreement', 'date'];
const UNRESOLVED = 'unresolved';

export const LEGEND: SemanticTokensLegend = { tokenTypes: [...TYPES], tokenModifiers: [UNRESOLVED] };

export function semanticTokens(article: Article, marks: readonly Mark[]): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const mark of marks) {
    for (const { start, end } of linesOf(article, mark)) {
      const { line, character } = positionAt(article, start);
      builder.push(line, character, end - start, TYPES.indexOf(mark.kind), mark.resolved ? 0 : 1);
    }
  }
  return builder.build();
}

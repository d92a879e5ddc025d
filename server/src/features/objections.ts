/** Corrections that have no effect, or not all of theirs, and why, in words. */
import type { Snapshot } from '../corpus/snapshot.ts';
import { type DecisionIndex, isQuoted, type Objection } from '../resolve/decisions.ts';
import type { Span } from '../text/span.ts';
import type { Messages } from './messages/messages.ts';
import { displayable, shortened } from './pieces.ts';

const NAME_LIMIT = 80;

export interface ObjectionFound {
  readonly code: Objection['code'];
  /** Of the correction, in the text of `fihris.yaml`. */
  readonly span: Span;
  readonly message: string;
  /** Of the correction that it is at odds with, or says again; null where there is none. */
  readonly earlier: Span | null;
}

/** Those of one correction, or of all, in the order of the file. */
export function objections(
  { resolution, settings }: Snapshot,
  messages: Messages,
  only: DecisionIndex | null = null,
): ObjectionFound[] {
  const words = messages.objections;
  const found = only === null ? [...resolution.objections] : [[only, resolution.objections.get(only) ?? []] as const];
  return found.flatMap(([index, all]) => {
    const correction = settings.corrections[index];
    if (correction === undefined) return [];
    const { span, decision } = correction;
    return all.map((objection): ObjectionFound => {
      const { code } = objection;
      if (code === 'contradicts' || code === 'repeats') {
        const earlier = settings.corrections[objection.earlier]?.span ?? span;
        const line = settings.lineStarts.findLastIndex((start) => start <= earlier.start) + 1;
        return { code, span, message: words[code](line), earlier };
      }
      const of = decision.of[objection.of];
      const name =
        decision.kind === 'office' && code === 'unknown-article'
          ? decision.in
          : of === undefined || !isQuoted(of)
            ? (of ?? '')
            : code === 'unknown-article'
              ? of.in
              : of.mention;
      return { code, span, message: words[code](shortened(displayable(name), NAME_LIMIT)), earlier: null };
    });
  });
}

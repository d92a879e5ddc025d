/**
 * The one place where evidence about a span is combined. Whoever sees a reason to read some words as a name (the rules of
 * persons.ts today, a learned tagger beside them later) says so as NameEvidence; what becomes a mention is decided here.
 */
import { CANDIDATE, type Reason } from './facts.ts';

export interface NameEvidence {
  /** Tokens, the end exclusive. */
  readonly from: number;
  readonly to: number;
  /** Offset where the name starts inside token `from`: after its particles. */
  readonly start: number;
  /** Folded words of the name, particles cut off. */
  readonly words: readonly string[];
  readonly code: Reason['code'];
  /** 0–1: how sure this witness is. */
  readonly weight: number;
}

export interface NameSpan extends NameEvidence {
  readonly confidence: number;
}

const same = (a: NameEvidence, b: NameEvidence) => a.from === b.from && a.to === b.to && a.start === b.start;

/**
 * Spans that do not overlap, in text order. Witnesses of one span strengthen each other (1 − Π(1 − weight)); where spans overlap
 * the surer one stays, the longer one of equals. The reason of a span is that of its strongest witness. Linear but for the sort.
 */
export function combine(evidence: readonly NameEvidence[]): NameSpan[] {
  const sorted = [...evidence].sort(
    (a, b) => a.from - b.from || a.to - b.to || a.start - b.start || b.weight - a.weight,
  );
  const spans: NameSpan[] = [];
  for (const witness of sorted) {
    const last = spans.at(-1);
    if (last && same(last, witness)) {
      // A second witness of the same kind saw the same thing.
      const confidence =
        witness.code === last.code ? last.confidence : 1 - (1 - last.confidence) * (1 - witness.weight);
      spans[spans.length - 1] = { ...last, confidence };
    } else spans.push({ ...witness, confidence: witness.weight });
  }
  const kept: NameSpan[] = [];
  for (const span of spans) {
    let beaten = false;
    while (kept.length > 0) {
      const last = kept[kept.length - 1] as NameSpan;
      if (last.to <= span.from) break;
      const whole = wholeOf(last, span);
      if (whole) {
        kept.pop();
        kept.push(whole);
        beaten = true;
        break;
      }
      if (stronger(last, span)) {
        beaten = true;
        break;
      }
      kept.pop();
    }
    if (!beaten) kept.push(span);
  }
  return kept;
}

/** Of two that end together, the longer one where both are likely: the shorter witness did not know the first words. */
function wholeOf(a: NameSpan, b: NameSpan): NameSpan | null {
  if (a.to !== b.to || a.from === b.from || Math.min(a.confidence, b.confidence) < CANDIDATE) return null;
  const longer = a.from < b.from ? a : b;
  return { ...longer, confidence: Math.max(a.confidence, b.confidence) };
}

const stronger = (a: NameSpan, b: NameSpan) =>
  a.confidence > b.confidence || (a.confidence === b.confidence && a.to - a.from >= b.to - b.from);

/** Strict F1 of spans, as conlleval counts them. */
import { TAGS } from '../src/recognize/tagger/features.ts';

const KINDS = ['PERS', 'LOC', 'ORG'] as const;

function spans(tags: ArrayLike<number>): string[] {
  const found: string[] = [];
  let start = -1;
  let kind = '';
  for (let i = 0; i <= tags.length; i++) {
    const tag = i < tags.length ? (TAGS[tags[i] as number] as string) : 'O';
    const here = tag.slice(2);
    if (start >= 0 && (tag[0] !== 'I' || here !== kind)) {
      if (kind !== 'MISC') found.push(`${start} ${i} ${kind}`);
      start = -1;
    }
    if (tag !== 'O' && start < 0) {
      start = i;
      kind = here;
    }
  }
  return found;
}

export class Score {
  readonly #right = new Map<string, number>();
  readonly #given = new Map<string, number>();
  readonly #wanted = new Map<string, number>();

  add(given: ArrayLike<number>, wanted: ArrayLike<number>): void {
    const right = new Set(spans(wanted));
    const count = (counts: Map<string, number>, span: string) => {
      for (const key of [span.split(' ')[2] ?? '', 'all']) counts.set(key, (counts.get(key) ?? 0) + 1);
    };
    for (const span of spans(given)) {
      count(this.#given, span);
      if (right.has(span)) count(this.#right, span);
    }
    for (const span of right) count(this.#wanted, span);
  }

  toString(): string {
    const line = (key: string) => {
      const of = (counts: Map<string, number>) => counts.get(key) ?? 0;
      return `${key} ${((200 * of(this.#right)) / (of(this.#given) + of(this.#wanted) || 1)).toFixed(1)}`;
    };
    return [...KINDS, 'all'].map(line).join('  ');
  }
}

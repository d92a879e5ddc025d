/** Mentions of an entity by article, put together from those of its groups. */
import type { MentionIndex } from '../recognize/facts.ts';
import { CompactMap } from './compact-map.ts';
import type { ArticlePath } from './entities.ts';

export type Mentions = CompactMap<readonly MentionIndex[]>;

export const mentionsIn = (path: ArticlePath, mentions: readonly MentionIndex[]): Mentions =>
  CompactMap.of(mentions.length === 0 ? [] : [[path, mentions]]);

/** The largest map is taken over as it is; the others are put into it. */
export function union(maps: readonly Mentions[]): Mentions {
  const [largest, ...rest] = [...maps].sort((a, b) => b.size - a.size);
  if (largest === undefined) return CompactMap.empty();
  return largest.edited((all) => {
    for (const map of rest)
      for (const [path, mentions] of map) {
        const own = all.get(path);
        all.set(path, own === undefined ? mentions : [...new Set([...own, ...mentions])].sort((a, b) => a - b));
      }
  });
}

/** Mentions of little confidence count where another article is sure of the entity. */
export function withProof(sure: Mentions, weak: Mentions): Mentions {
  if (weak.isEmpty()) return sure;
  return union([sure, weak.filter((_, path) => sure.size - Number(sure.has(path)) > 0)]);
}

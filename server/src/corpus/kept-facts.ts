/** Facts that were read before: by an earlier session, or by a cluster. */
import type { ArticlePath } from '../resolve/entities.ts';
import type { FileDoor, Stamp } from './door.ts';
import type { FactsRecord, LineRecord } from './facts-record.ts';

export interface KeptFacts {
  /** Reads what is kept; what cannot be used is as good as not there. Never rejects. */
  open(door: FileDoor): Promise<void>;
  /** Whether anything is kept of an article. */
  has(path: ArticlePath): boolean;
  /** What is kept of an article; undefined where nothing whole is. */
  find(path: ArticlePath): LineRecord | undefined;
  /** Whether a file with this stamp is the one that the facts were read from, as far as can be told without reading it. */
  isCurrent(record: FactsRecord, stamp: Stamp | null): boolean;
  /** All articles are read. `isLive`: whether there is such an article. Never rejects. */
  settle(isLive: (path: ArticlePath) => boolean): Promise<void>;
  close(): void;
}

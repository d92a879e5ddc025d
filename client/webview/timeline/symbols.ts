/** The sign of each kind of mark: told apart by shape, so that colour only helps. */
import {
  type SymbolType,
  symbol,
  symbolAsterisk,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolDiamond2,
  symbolSquare,
  symbolStar,
  symbolTimes,
  symbolTriangle,
  symbolWye,
} from 'd3';
import type { TimelineKind, TimelineMark } from '../../../server/src/lsp/requests.ts';

const SYMBOLS: Readonly<Record<TimelineMark['kind'], SymbolType>> = {
  article: symbolSquare,
  meeting: symbolCircle,
  reception: symbolDiamond2,
  visit: symbolTriangle,
  call: symbolDiamond,
  planned: symbolAsterisk,
  negotiated: symbolWye,
  announced: symbolTriangle,
  signed: symbolStar,
  'in force': symbolCircle,
  ended: symbolTimes,
  held: symbolCircle,
  former: symbolCross,
};

/** Area in square pixels. */
const SIZE = 72;

/** Made of strokes, so that they have nothing to fill. */
export const OPEN_SYMBOLS: ReadonlySet<TimelineMark['kind']> = new Set(['planned', 'ended']);

const paths = new Map<TimelineMark['kind'], string>();

/** The path of a sign around the origin. */
export function signOf(kind: TimelineMark['kind']): string {
  let path = paths.get(kind);
  if (path === undefined) {
    path = symbol(SYMBOLS[kind], SIZE)() ?? '';
    paths.set(kind, path);
  }
  return path;
}

/** The sign that stands for a lane. */
export const LANE_SIGN: Readonly<Record<TimelineKind, TimelineMark['kind']>> = {
  article: 'article',
  meeting: 'meeting',
  visit: 'visit',
  call: 'call',
  agreement: 'signed',
  tenure: 'held',
};

/** The states of an agreement, in the order of its life. */
export const STATES: readonly TimelineMark['kind'][] = [
  'planned',
  'negotiated',
  'announced',
  'signed',
  'in force',
  'ended',
];

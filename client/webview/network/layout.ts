/** Where the nodes of the network stand: by forces, always the same for the same network, and in limited time. */
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3';
import type { Network } from '../../../server/src/lsp/requests.ts';

interface Body extends SimulationNodeDatum {
  readonly id: string;
}

interface Spring extends SimulationLinkDatum<Body> {
  readonly weight: number;
}

/** So many steps bring some dozens of nodes to rest. */
const STEPS = 260;
/** Names are wider than they are high: what is round is stretched, as far as the page is wide. */
const STRETCH = [1.1, 1.9] as const;
const ROOM = 50;

/**
 * Places by id, in pixels around the origin; `aspect`: width of the page by its height. D3's forces begin on a spiral and draw their chance from a fixed seed, so nothing depends
 * on the moment.
 */
export function layout(
  { nodes, ties }: Network,
  aspect: number,
): ReadonlyMap<string, { readonly x: number; readonly y: number }> {
  // The spiral begins in the middle, which is the place of whoever has most ties.
  const degree = new Map<number, number>();
  for (const { a, b } of ties) for (const end of [a, b]) degree.set(end, (degree.get(end) ?? 0) + 1);
  const order = nodes.map((_, index) => index).sort((x, y) => (degree.get(y) ?? 0) - (degree.get(x) ?? 0) || x - y);
  const bodies = order.map((index): Body => ({ id: nodes[index]?.id ?? '' }));
  const springs = ties.map(
    ({ a, b, strength }): Spring => ({
      source: nodes[a]?.id ?? '',
      target: nodes[b]?.id ?? '',
      weight: Math.log2(1 + strength),
    }),
  );
  forceSimulation(bodies)
    .force(
      'ties',
      forceLink<Body, Spring>(springs)
        .id(({ id }) => id)
        .distance(({ weight }) => 150 - 12 * Math.min(6, weight))
        .strength(({ weight }) => 0.04 + 0.05 * Math.min(6, weight)),
    )
    .force('apart', forceManyBody<Body>().strength(-520).distanceMax(600))
    .force('room', forceCollide<Body>(ROOM))
    .force('x', forceX<Body>(0).strength(0.09))
    .force('y', forceY<Body>(0).strength(0.09))
    .stop()
    .tick(STEPS);
  const stretch = Math.min(STRETCH[1], Math.max(STRETCH[0], aspect));
  return new Map(bodies.map(({ id, x = 0, y = 0 }) => [id, { x: x * stretch, y }]));
}

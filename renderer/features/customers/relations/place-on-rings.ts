import type { RelationMap } from '../../../engine/api.ts';

export interface Place {
  x: number;
  y: number;
}

/** Half axes of the two rings; wider than high, since names are. */
export const ringRadii = { 1: { x: 128, y: 84 }, 2: { x: 226, y: 158 } } as const;

/**
 * Where the people of a map stand around the middle: the inner ring evenly, the outer one in the order of those whom they hang
 * on, so that lines seldom cross. Pure; the same map gives the same picture.
 */
export function placeOnRings({ nodes, edges }: RelationMap): Place[] {
  const places: Place[] = nodes.map(() => ({ x: 0, y: 0 }));
  const angles = new Map<number, number>();
  const onRing = (ring: 1 | 2) => nodes.flatMap((node, at) => (node.ring === ring ? [at] : []));
  const stand = (order: readonly number[], ring: 1 | 2, first: number) => {
    order.forEach((at, place) => {
      const angle = first + (place / order.length) * 2 * Math.PI;
      angles.set(at, angle);
      const { x, y } = ringRadii[ring];
      places[at] = { x: x * Math.cos(angle), y: y * Math.sin(angle) };
    });
  };
  // From the left on the inner ring: up to four names stand where nothing is above or below them.
  stand(onRing(1), 1, Math.PI);
  const anchors = new Map(
    onRing(2).map((at) => {
      const inner = edges.flatMap(({ from, to }) => (from === at ? [to] : to === at ? [from] : []));
      return [at, angles.get(inner.find((each) => nodes[each]?.ring === 1) ?? -1) ?? 0];
    }),
  );
  const outer = [...anchors].sort(([a, angleA], [b, angleB]) => angleA - angleB || a - b).map(([at]) => at);
  stand(outer, 2, meanTurn(outer.map((at, place) => (anchors.get(at) ?? 0) - (place / outer.length) * 2 * Math.PI)));
  return places;
}

/** By how much a ring is turned so that everybody stands as near as can be to whom they hang on. */
function meanTurn(turns: readonly number[]): number {
  const sine = turns.reduce((sum, turn) => sum + Math.sin(turn), 0);
  const cosine = turns.reduce((sum, turn) => sum + Math.cos(turn), 0);
  return Math.atan2(sine, cosine);
}

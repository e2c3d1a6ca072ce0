import type { RelationMap } from '../../../engine/api.ts';

export interface Place {
  x: number;
  y: number;
}

type Radii = Readonly<Record<1 | 2, Place>>;

/** Half axes of the two rings: few people stand near enough to be read in a narrow card, many need the width of their names. */
const near: Radii = { 1: { x: 104, y: 88 }, 2: { x: 180, y: 168 } };
const wide: Radii = { 1: { x: 128, y: 84 }, 2: { x: 226, y: 158 } };
const mostNear = { 1: 6, 2: 8 } as const;

/** As far apart, in radians, as names beside each other on the outer ring should stand. */
const outerGap = 0.5;

export function radiiOf({ nodes }: RelationMap): Radii {
  const isCrowded = ([1, 2] as const).some(
    (ring) => nodes.filter((node) => node.ring === ring).length > mostNear[ring],
  );
  return isCrowded ? wide : near;
}

/**
 * Where the people of a map stand around the middle: the inner ring evenly, the outer one beside those whom they hang on, so
 * that lines seldom cross. Pure; the same map gives the same picture.
 */
export function placeOnRings(map: RelationMap): Place[] {
  const { nodes, edges } = map;
  const radii = radiiOf(map);
  const places: Place[] = nodes.map(() => ({ x: 0, y: 0 }));
  const angles = new Map<number, number>();
  const onRing = (ring: 1 | 2) => nodes.flatMap((node, at) => (node.ring === ring ? [at] : []));
  const stand = (at: number, ring: 1 | 2, angle: number) => {
    angles.set(at, angle);
    places[at] = { x: radii[ring].x * Math.cos(angle), y: radii[ring].y * Math.sin(angle) };
  };
  // From the left on the inner ring: up to four names stand where nothing is above or below them.
  const inner = onRing(1);
  inner.forEach((at, place) => {
    stand(at, 1, Math.PI + (place / inner.length) * 2 * Math.PI);
  });
  const anchored = onRing(2)
    .map((at) => {
      const beside = edges.flatMap(({ from, to }) => (from === at ? [to] : to === at ? [from] : []));
      return { at, anchor: angles.get(beside.find((each) => nodes[each]?.ring === 1) ?? -1) ?? 0 };
    })
    .sort((a, b) => a.anchor - b.anchor || a.at - b.at);
  const outer = standBeside(anchored.map(({ anchor }) => anchor));
  anchored.forEach(({ at }, place) => {
    stand(at, 2, outer[place] ?? 0);
  });
  return places;
}

/** Angles as near to those wanted, which ascend, as leaves room between them; evenly around where there is none to spare. */
function standBeside(wanted: readonly number[]): number[] {
  const turn = 2 * Math.PI;
  const gap = Math.min(outerGap, turn / wanted.length);
  const pushed: number[] = [];
  for (const angle of wanted) pushed.push(Math.max(angle, (pushed.at(-1) ?? Number.NEGATIVE_INFINITY) + gap));
  const spread = (pushed.at(-1) ?? 0) - (pushed[0] ?? 0);
  const stood = spread <= turn - gap ? pushed : pushed.map((_, place) => (place / wanted.length) * turn);
  // Whoever was pushed was pushed onwards: all of them turn back as far as they were on the mean.
  const back = meanTurn(stood.map((angle, place) => (wanted[place] ?? 0) - angle));
  return stood.map((angle) => angle + back);
}

/** By how much a ring is turned so that everybody stands as near as can be to whom they hang on. */
function meanTurn(turns: readonly number[]): number {
  const sine = turns.reduce((sum, turn) => sum + Math.sin(turn), 0);
  const cosine = turns.reduce((sum, turn) => sum + Math.cos(turn), 0);
  return Math.atan2(sine, cosine);
}

import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RelationMap, RelationMapNode } from '../../renderer/engine/api.ts';
import { placeOnRings, radiiOf } from '../../renderer/features/customers/relations/place-on-rings.ts';
import { isTouching, placeWords } from '../../renderer/features/customers/relations/place-words.ts';

const node = (ring: 0 | 1 | 2): RelationMapNode => ({
  kind: 'person',
  customerId: null,
  contactId: null,
  name: '',
  detail: '',
  isInBin: false,
  ring,
});

it('puts everybody on their ring, and nobody onto another', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 0, max: 14 }), (inner, outer) => {
      const nodes = [
        node(0),
        ...Array.from({ length: inner }, () => node(1)),
        ...Array.from({ length: outer }, () => node(2)),
      ];
      const edge = (from: number, to: number) => ({ from, to, role: 'friend', isCurrent: true });
      const map: RelationMap = {
        nodes,
        edges: [
          ...Array.from({ length: inner }, (_, at) => edge(0, at + 1)),
          ...Array.from({ length: outer }, (_, at) => edge((at % inner) + 1, inner + 1 + at)),
        ],
        more: 0,
      };
      const places = placeOnRings(map);
      const radii = radiiOf(map);
      expect(places[0]).toEqual({ x: 0, y: 0 });
      places.forEach(({ x, y }, at) => {
        const { ring } = nodes[at] ?? node(0);
        if (ring !== 0) expect(Math.hypot(x / radii[ring].x, y / radii[ring].y)).toBeCloseTo(1, 6);
        for (const other of places.slice(at + 1)) expect(Math.hypot(x - other.x, y - other.y)).toBeGreaterThan(20);
      });
    }),
  );
});

it('puts whoever hangs on somebody of the inner ring beside them, and not across the picture', () => {
  const nodes = [node(0), ...Array.from({ length: 6 }, () => node(1)), node(2), node(2)];
  const edge = (from: number, to: number) => ({ from, to, role: 'friend', isCurrent: true }) as const;
  const edges = [...Array.from({ length: 6 }, (_, at) => edge(0, at + 1)), edge(5, 7), edge(5, 8)];
  const places = placeOnRings({ nodes, edges, more: 0 });
  const anchor = places[5]!;
  for (const at of [7, 8]) expect(places[at]!.x * anchor.x + places[at]!.y * anchor.y).toBeGreaterThan(0);
});

it('puts the words on lines where they touch nothing', () => {
  const middle = { x: 0, y: 0, width: 60, height: 26 };
  const ends = [
    { x: -52, y: 76 },
    { x: 52, y: 76 },
    { x: 104, y: 0 },
  ];
  const boxes = [middle, ...ends.map((end) => ({ ...end, width: 60, height: 26 }))];
  const size = { width: 66, height: 14 };
  const words = placeWords(
    ends.slice(0, 2).map((to) => ({ from: middle, to, ...size })),
    boxes,
  ).map((place) => ({ ...place, ...size }));
  expect(isTouching(words[0]!, words[1]!)).toBe(false);
  for (const word of words) for (const box of boxes) expect(isTouching(word, box)).toBe(false);
});

import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RelationMap, RelationMapNode } from '../../renderer/engine/api.ts';
import { placeOnRings, ringRadii } from '../../renderer/features/customers/relations/place-on-rings.ts';

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
      expect(places[0]).toEqual({ x: 0, y: 0 });
      places.forEach(({ x, y }, at) => {
        const { ring } = nodes[at] ?? node(0);
        if (ring !== 0) expect(Math.hypot(x / ringRadii[ring].x, y / ringRadii[ring].y)).toBeCloseTo(1, 6);
        for (const other of places.slice(at + 1)) expect(Math.hypot(x - other.x, y - other.y)).toBeGreaterThan(20);
      });
    }),
  );
});

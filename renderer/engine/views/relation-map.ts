import type { RelationMap } from '../api.ts';
import type { CustomerIndex } from '../index/customer-index.ts';
import { peopleOf, type LoadDossiers } from './related-people.ts';

/** As many as can stand on a ring without their names touching. */
const mostOnRing = { 1: 10, 2: 14 } as const;

interface Link {
  node: number;
  edge: RelationMap['edges'][number]['role'];
  /** The other introduced this one, so the edge runs the other way. */
  isBackwards?: boolean;
  isCurrent: boolean;
}

/** Everybody at most two steps from a customer, relations of the past last. */
export async function relationMap(index: CustomerIndex, customer: number, load: LoadDossiers): Promise<RelationMap> {
  const graph = index.relations.graph(index.today);
  const introductions = index.relations.introductions();
  const linksOf = (node: number): Link[] => {
    const links: Link[] = graph
      .tiesOf(node)
      .map((tie) => ({ node: tie.node, edge: tie.role, isCurrent: tie.isCurrent }));
    if (node < index.columns.count) {
      const parent = introductions.parentOf(node);
      if (parent >= 0) links.push({ node: parent, edge: 'introduced', isBackwards: true, isCurrent: true });
      for (const child of introductions.childrenOf(node))
        links.push({ node: child, edge: 'introduced', isCurrent: true });
    }
    return links.filter((link) => graph.isPresent(link.node)).sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent));
  };

  const rings = new Map<number, 0 | 1 | 2>([[customer, 0]]);
  const left = new Set<number>();
  const edges = new Map<string, { from: number; to: number; role: Link['edge']; isCurrent: boolean }>();
  const spread = (from: number, ring: 1 | 2) => {
    for (const { node, edge, isBackwards = false, isCurrent } of linksOf(from)) {
      if (!rings.has(node)) {
        const standing = [...rings.values()].filter((each) => each === ring).length;
        if (standing >= mostOnRing[ring]) {
          left.add(node);
          continue;
        }
        rings.set(node, ring);
      }
      // A relation is met again from its other end.
      const key = [Math.min(from, node), Math.max(from, node)].join('-');
      if (!edges.has(key)) {
        edges.set(key, { from: isBackwards ? node : from, to: isBackwards ? from : node, role: edge, isCurrent });
      }
    }
  };
  for (const node of graph.nodesOf(customer)) {
    if (node === customer) continue;
    rings.set(node, 1);
    edges.set(`${customer}-${node}`, { from: customer, to: node, role: 'contact', isCurrent: true });
  }
  spread(customer, 1);
  for (const [node, ring] of rings) if (ring === 1) spread(node, 2);
  const people = await peopleOf(rings.keys(), graph, index.columns, load);
  const places = new Map([...rings.keys()].map((node, place) => [node, place]));
  return {
    nodes: [...rings].flatMap(([node, ring]) => {
      const person = people.get(node);
      return person ? [{ ...person, ring }] : [];
    }),
    edges: [...edges.values()].map((edge) => ({
      ...edge,
      from: places.get(edge.from) ?? 0,
      to: places.get(edge.to) ?? 0,
    })),
    more: [...left].filter((node) => !rings.has(node)).length,
  };
}

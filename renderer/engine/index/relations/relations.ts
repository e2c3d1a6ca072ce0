import type { EpochDay } from '#shared/calendar/day.ts';
import type { RelationKind } from '#shared/domain/relation-kind/relation-kind.ts';
import type { Columns } from '../columns/columns.ts';
import { Introductions } from './introductions.ts';
import { EndPlaces, RelationGraph } from './relation-graph.ts';

/** Who stands to whom, made of the columns when it is first asked for after a change. */
export class Relations {
  readonly #columns: Columns;
  readonly #places: EndPlaces;
  #graph: { key: string; graph: RelationGraph } | null = null;
  #introductions: { revision: number; introductions: Introductions } | null = null;
  /** The user's own kinds, those in the bin too. */
  kinds: () => readonly RelationKind[] = () => [];

  constructor(columns: Columns) {
    this.#columns = columns;
    this.#places = new EndPlaces(columns);
  }

  /** Makes ahead what the next card would wait for. */
  prepare(today: EpochDay): void {
    this.graph(today);
    this.introductions();
  }

  graph(today: EpochDay): RelationGraph {
    const groups = new Map(this.kinds().map(({ id, group }) => [id, group]));
    const key = JSON.stringify([this.#columns.relationRevision, today, ...groups]);
    if (this.#graph?.key !== key) {
      this.#graph = { key, graph: new RelationGraph(this.#columns, this.#places, (id) => groups.get(id), today) };
    }
    return this.#graph.graph;
  }

  introductions(): Introductions {
    const revision = this.#columns.relationRevision;
    if (this.#introductions?.revision !== revision) {
      this.#introductions = { revision, introductions: new Introductions(this.#columns) };
    }
    return this.#introductions.introductions;
  }
}

/** Which of so many things belong together, and how many each belongs together with. Union by size, with halved paths. */
export class UnionFind {
  readonly #parent: Int32Array;
  readonly #size: Int32Array;

  constructor(count: number) {
    this.#parent = Int32Array.from({ length: count }, (_, at) => at);
    this.#size = new Int32Array(count).fill(1);
  }

  unite(a: number, b: number): void {
    const [rootA, rootB] = [this.#rootOf(a), this.#rootOf(b)];
    if (rootA === rootB) return;
    const [larger, smaller] = (this.#size[rootA] ?? 0) >= (this.#size[rootB] ?? 0) ? [rootA, rootB] : [rootB, rootA];
    this.#parent[smaller] = larger;
    this.#size[larger] = (this.#size[larger] ?? 0) + (this.#size[smaller] ?? 0);
  }

  sizeOf(member: number): number {
    return this.#size[this.#rootOf(member)] ?? 0;
  }

  #rootOf(member: number): number {
    let at = member;
    for (;;) {
      const parent = this.#parent[at] ?? at;
      if (parent === at) return at;
      const above = this.#parent[parent] ?? parent;
      this.#parent[at] = above;
      at = above;
    }
  }
}

import { keyColumns, type KeyColumn, type ListColumn } from './column-layout.ts';
import { hash64, HashTable } from './hash-table.ts';
import type { Ragged } from './ragged.ts';

/** Finds customers by their keys, which are kept as hashes. Each table is made when it is first asked for, and kept true from then on. */
export class KeyTables {
  readonly #lists: Readonly<Record<ListColumn, Ragged>>;
  readonly #tables: Record<KeyColumn, HashTable | null> = { identities: null, matchKeys: null };

  constructor(lists: Readonly<Record<ListColumn, Ragged>>) {
    this.#lists = lists;
  }

  /** Who of the first `count` customers has one of these keys. */
  find(column: KeyColumn, key: string, count: number): number[] {
    const [low, high] = hash64(key);
    return this.#table(column, count).find(low, high);
  }

  set(index: number, keys: Readonly<Record<KeyColumn, readonly string[]>>): void {
    for (const column of keyColumns) this.#set(column, index, keys[column]);
  }

  #table(column: KeyColumn, count: number): HashTable {
    let table = this.#tables[column];
    if (table) return table;
    table = new HashTable();
    this.#tables[column] = table;
    for (let index = 0; index < count; index += 1) this.#eachKey(column, index, table.add.bind(table));
    return table;
  }

  #eachKey(column: KeyColumn, index: number, visit: (low: number, high: number, index: number) => void): void {
    const list = this.#lists[column];
    const [lows, highs] = [list.array(0), list.array(1)];
    const start = list.start(index);
    for (let at = start; at < start + list.count(index); at += 1) visit(lows[at] ?? 0, highs[at] ?? 0, index);
  }

  #set(column: KeyColumn, index: number, keys: readonly string[]): void {
    const table = this.#tables[column];
    if (table) this.#eachKey(column, index, table.remove.bind(table));
    const hashes = keys.map(hash64);
    this.#lists[column].set(index, [hashes.map(([low]) => low), hashes.map(([, high]) => high)]);
    if (table) this.#eachKey(column, index, table.add.bind(table));
  }
}

import type { Transaction } from 'dexie';

/** One step of the database's layout. Released steps never change; a later step adds to them and names tables by string. */
export interface LayoutStep {
  version: number;
  /** Dexie's index notation per table; `null` removes a table. Tables that are not named stay as they are. */
  stores: Readonly<Record<string, string | null>>;
  upgrade?: (transaction: Transaction) => Promise<void>;
}

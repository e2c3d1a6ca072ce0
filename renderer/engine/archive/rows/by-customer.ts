import type { DossierFile } from './dossier-file.ts';
import { loadAhead } from './load-ahead.ts';
import { Pace } from '../work-queue.ts';

/** Customers whose dossiers are open at a time. */
const batchCustomers = 1_000;

/**
 * Goes through the dossiers of what is grouped by customer, some at a time, and lets others have their turn in between. More than
 * can be open at a time come in the order in which they lie in the database, which reads them much faster so.
 */
export async function eachCustomer<T, F = DossierFile>(
  byCustomer: ReadonlyMap<string, readonly T[]>,
  load: (customerIds: readonly string[]) => Promise<ReadonlyMap<string, F>>,
  visit: (customerId: string, own: readonly T[], file: F | undefined) => void,
): Promise<void> {
  const customerIds = [...byCustomer.keys()];
  if (customerIds.length > batchCustomers) customerIds.sort();
  const pace = new Pace();
  for await (const { part, loaded } of loadAhead(customerIds, batchCustomers, load)) {
    for (const id of part) {
      visit(id, byCustomer.get(id) ?? [], loaded.get(id));
      await pace.step();
    }
  }
}

import type { DossierFile } from './dossier-file.ts';
import { Pace } from './work-queue.ts';

/** Customers whose dossiers are open at a time. */
const batchCustomers = 1_000;

/** Goes through the dossiers of what is grouped by customer, some at a time, and lets others have their turn in between. */
export async function eachCustomer<T>(
  byCustomer: ReadonlyMap<string, readonly T[]>,
  load: (customerIds: readonly string[]) => Promise<Map<string, DossierFile>>,
  visit: (customerId: string, own: readonly T[], file: DossierFile | undefined) => void,
): Promise<void> {
  const customerIds = [...byCustomer.keys()];
  const pace = new Pace();
  for (let start = 0; start < customerIds.length; start += batchCustomers) {
    const ids = customerIds.slice(start, start + batchCustomers);
    const files = await load(ids);
    for (const id of ids) {
      visit(id, byCustomer.get(id) ?? [], files.get(id));
      await pace.step();
    }
  }
}

import type { Customer, CustomerId } from '#shared/domain/customer/customer.ts';
import type { MergedCustomer } from '../api.ts';
import type { DossierFile } from '../archive/rows/dossier-file.ts';
import type { Columns } from '../index/columns/columns.ts';
import { mergedInto } from '../index/relations/merged-customers.ts';

/** Who was merged into a customer, the last one first; those who came along with another after them. */
export async function mergedCustomers(
  columns: Columns,
  id: CustomerId,
  load: (ids: readonly string[]) => Promise<ReadonlyMap<string, DossierFile>>,
): Promise<MergedCustomer[]> {
  const ids = mergedInto(columns, [id]);
  if (ids.length === 0) return [];
  return [...(await load(ids)).values()]
    .flatMap((file): MergedCustomer[] => {
      const customer = file.find('customer', file.customerId) as Customer | null;
      const { mergedInto: into, mergeTrace } = customer ?? {};
      if (!customer || !into || !mergeTrace) return [];
      const { name, code } = customer;
      const records = mergeTrace.records.filter(({ to }) => to !== undefined).length;
      const along = into === id ? null : { id: into, name: columns.nameOf(into) };
      return [{ id: customer.id, name, code, mergedAt: mergeTrace.at, records, with: along }];
    })
    .sort((a, b) => Number(a.with !== null) - Number(b.with !== null) || (a.mergedAt < b.mergedAt ? 1 : -1));
}

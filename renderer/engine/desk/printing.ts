import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { printedCustomerOf } from '#shared/print/printed-customer.ts';
import type { PrintingApi } from '../api.ts';
import type { Asynchronous } from '../client-types.ts';
import { rowOf } from '../index/columns/customer-row.ts';
import type { Desk } from './desk.ts';

export function printing(desk: Desk): Asynchronous<PrintingApi> {
  return {
    async printed(ids) {
      const dossiers = await desk.dossiers(ids);
      const { columns } = desk.index;
      return ids.flatMap((id: CustomerId) => {
        const dossier = dossiers.get(id);
        const index = columns.indexOf(id);
        return dossier && index >= 0 ? [{ ...printedCustomerOf(dossier), row: rowOf(columns, index) }] : [];
      });
    },
  };
}

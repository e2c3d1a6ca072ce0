import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { narrowest, widen } from '#shared/exports/widths.ts';
import type { ExportsApi } from '../api.ts';
import type { Asynchronous } from '../client-types.ts';
import { rowOf } from '../index/customer-row.ts';
import type { Desk } from './desk.ts';

export function exports(desk: Desk): Asynchronous<ExportsApi> {
  return {
    async exportWidths(ids) {
      let widths = narrowest;
      for (const { customer } of (await desk.dossiers(ids)).values()) widths = widen(widths, customer);
      return widths;
    },

    async exported(ids) {
      const dossiers = await desk.dossiers(ids);
      const { columns } = desk.index;
      return ids.flatMap((id: CustomerId) => {
        const dossier = dossiers.get(id);
        const index = columns.indexOf(id);
        if (!dossier || index < 0) return [];
        const contacts = dossier.contact
          .filter(({ deletedAt, leftOn }) => deletedAt === undefined && leftOn === undefined)
          .toSorted((a, b) => Number(b.primary ?? false) - Number(a.primary ?? false));
        return [{ customer: dossier.customer, contacts, row: rowOf(columns, index) }];
      });
    },
  };
}

import type { Contact } from '#shared/domain/contact/contact.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { narrowest, widen, widenForPerson } from '#shared/exports/widths.ts';
import type { ExportsApi } from '../api.ts';
import type { Asynchronous } from '../client-types.ts';
import { rowOf } from '../index/columns/customer-row.ts';
import type { Desk } from './desk.ts';

const isThere = ({ deletedAt }: Contact) => deletedAt === undefined;
const placeOf = ({ primary, leftOn }: Contact) => (leftOn !== undefined ? 2 : primary === true ? 0 : 1);

export function exports(desk: Desk): Asynchronous<ExportsApi> {
  return {
    async exportWidths(ids) {
      const widths = { customers: narrowest, contacts: narrowest };
      for (const { customer, contact } of (await desk.dossiers(ids)).values()) {
        widths.customers = widen(widths.customers, customer);
        for (const person of contact.filter(isThere)) widths.contacts = widenForPerson(widths.contacts, person);
      }
      return widths;
    },

    async exported(ids) {
      const dossiers = await desk.dossiers(ids);
      const { columns } = desk.index;
      return ids.flatMap((id: CustomerId) => {
        const dossier = dossiers.get(id);
        const index = columns.indexOf(id);
        if (!dossier || index < 0) return [];
        const contacts = dossier.contact.filter(isThere).toSorted((a, b) => placeOf(a) - placeOf(b));
        return [{ customer: dossier.customer, contacts, row: rowOf(columns, index) }];
      });
    },
  };
}

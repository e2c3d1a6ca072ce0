import type { Phone } from '../domain/customer/customer.ts';
import { normalizePhones } from '../match/phone.ts';
import type { RowReader } from './row-reader.ts';

/** Whom an order or a contact is about, as its row says it. */
export interface Buyer {
  code: string;
  name: string;
  phones: Phone[];
}

export function readBuyer(row: RowReader): Buyer {
  const phones = row.all('customerPhone').flatMap(({ column, text }) =>
    normalizePhones(text, row.columns.country).map(({ phone, note }) => {
      if (note === 'scientific') row.warn('phone/scientific', column, { value: phone.raw });
      return phone;
    }),
  );
  return { code: row.identifier('customerCode', 40) ?? '', name: row.fitted('customerName', 120) ?? '', phones };
}

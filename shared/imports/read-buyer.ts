import type { Phone } from '../domain/customer/customer.ts';
import { normalizePhones } from '../match/phone.ts';
import type { Field } from './fields.ts';
import type { RowReader } from './row-reader.ts';

/** Whom an order or a contact is about, as its row says it. */
export interface Buyer {
  code: string;
  name: string;
  phones: Phone[];
}

const buyerFields = { code: 'customerCode', name: 'customerName', phone: 'customerPhone' } as const;

/** The one whom these fields name: whom the row is about, unless others are given. */
export function readBuyer(
  row: RowReader,
  fields: Readonly<Record<keyof typeof buyerFields, Field>> = buyerFields,
): Buyer {
  const phones = row.all(fields.phone).flatMap(({ column, text }) =>
    normalizePhones(text, row.columns.country).map(({ phone, note }) => {
      if (note === 'scientific') row.warn('phone/scientific', column, { value: phone.raw });
      return phone;
    }),
  );
  return { code: row.identifier(fields.code, 40) ?? '', name: row.fitted(fields.name, 120) ?? '', phones };
}

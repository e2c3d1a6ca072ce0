import { keepSale } from '../domain/kept-sale/kept-sale.ts';
import { customerOf, type ContentEntry } from './content.ts';

/** How a kept sale is named, and when it was made of an order (UTC, ISO 8601). */
export interface Keeping {
  newId: () => string;
  at: string;
}

/**
 * What stays of the orders of the erased in older content, as when they were erased. Such content was written before that, so
 * that none of these sales is in it already.
 */
export function keepSales(
  entries: readonly ContentEntry[],
  isErased: (customerId: string) => boolean,
  { newId, at }: Keeping,
): ContentEntry[] {
  return entries.flatMap((entry): ContentEntry[] => {
    if (entry.table !== 'order' || !isErased(customerOf(entry) ?? '')) return [];
    const record = keepSale(entry.record, newId(), at);
    return record ? [{ table: 'keptSale', record }] : [];
  });
}

import { readCards } from '../../shared/formats/vcard/read-cards.ts';
import type { Table } from '../../shared/formats/table.ts';
import type { Language } from '../../shared/i18n/catalogue.ts';
import { tableOfCards } from '../../shared/imports/cards/card-table.ts';
import { layOut } from '../../shared/imports/find-header.ts';
import type { CustomerRow } from '../../shared/imports/read-customer.ts';
import { readTable } from '../../shared/imports/read-table.ts';

export function cardTable(file: string | Uint8Array, language: Language = 'zh-CN'): Table {
  return tableOfCards([...readCards(typeof file === 'string' ? Buffer.from(file) : file, 'utf-8')], language);
}

/** What an import understands of the cards of a file; what is no customer is left out. */
export async function customersOfCards(
  file: string | Uint8Array,
  language: Language = 'zh-CN',
): Promise<(CustomerRow | undefined)[]> {
  const table = cardTable(file, language);
  const layout = layOut(table.rows, 0, 'customers');
  const below = { ...table, rows: table.rows.slice(1), lines: table.lines.slice(1) };
  const reads = await readTable(
    below,
    layout,
    { today: '2026-11-21', language, currency: 'CNY' },
    async () => undefined,
  );
  return reads.kind === 'customers' ? reads.rows.map(({ read }) => read) : [];
}

/** A card of these lines. */
export function card(...lines: string[]): string {
  return ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n');
}

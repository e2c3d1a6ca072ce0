import type { ByteSource } from './byte-reader.ts';
import { digestsOf, withoutLeftOut } from '../comparison/left-out.ts';
import { customerOf, type ContentEntry } from './content.ts';
import { createErasedCheck, type ErasedList } from './erased.ts';
import { forgetErased } from './forget-erased.ts';
import { keepSales, type Keeping } from './keep-sales.ts';
import { packContent, type ContentOrigin } from './pack-content.ts';
import { unpackContent } from './unpack-content.ts';

/**
 * The same records under another origin and without the erased, of whose orders the figures stay, in the present content
 * version; the list travels along. Throws as `unpackContent` does.
 *
 * @param newId names a sale that stays
 */
export function rewriteContent(
  source: ByteSource,
  origin: ContentOrigin,
  erased: ErasedList,
  newId: () => string,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const keeping = { newId, at: origin.createdAt };
  return packContent(withoutErased(unpackContent(source), erased, keeping), origin, erased);
}

async function* withoutErased(
  batches: AsyncIterable<readonly ContentEntry[]>,
  erased: ErasedList,
  keeping: Keeping,
): AsyncGenerator<readonly ContentEntry[]> {
  const isErased = createErasedCheck(erased);
  // Receipts stand before the customers by whom it shows whom they still know: they come last.
  const receipts: Extract<ContentEntry, { table: 'importBatch' }>[] = [];
  const forgotten = new Set<string>();
  for await (const entries of batches) {
    for (const digest of digestsOfErased(entries, isErased)) forgotten.add(digest);
    const kept = forgetErased(entries, isErased).filter((entry) => {
      if (entry.table !== 'importBatch') return true;
      receipts.push(entry);
      return false;
    });
    yield [...keepSales(entries, isErased, keeping), ...kept];
  }
  yield receipts.map(({ table, record }) => ({ table, record: withoutLeftOut(record, forgotten) }));
}

/** By what a list may have told of the erased before they were customers. */
function digestsOfErased(entries: readonly ContentEntry[], isErased: (customerId: string) => boolean): string[] {
  const theirs = entries.filter((entry) => isErased(customerOf(entry) ?? ''));
  return theirs.flatMap((entry) => {
    if (entry.table !== 'customer') return [];
    const contacts = theirs.flatMap((each) =>
      each.table === 'contact' && each.record.customerId === entry.record.id ? [each.record] : [],
    );
    return digestsOf(entry.record, contacts);
  });
}

/**
 * What `rewriteContent` makes of content: records per table without field history, the files that they name, and how many
 * persons are left out.
 */
export async function countWithoutErased(
  source: ByteSource,
  erased: ErasedList,
): Promise<{ counts: Record<string, number>; named: Set<string>; erasedPersons: number }> {
  const isErased = createErasedCheck(erased);
  const counts: Record<string, number> = {};
  const named = new Set<string>();
  let erasedPersons = 0;
  for await (const entries of unpackContent(source)) {
    const kept = forgetErased(entries, isErased);
    const customersIn = (some: readonly ContentEntry[]) => some.filter(({ table }) => table === 'customer').length;
    erasedPersons += customersIn(entries) - customersIn(kept);
    const sales = keepSales(entries, isErased, { newId: () => 'counted', at: '' });
    for (const { table, record } of [...sales, ...kept]) {
      if (table === 'attachment') named.add(record.sha256);
      if (table !== 'history') counts[table] = (counts[table] ?? 0) + 1;
    }
  }
  return { counts, named, erasedPersons };
}

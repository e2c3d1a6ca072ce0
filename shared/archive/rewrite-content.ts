import type { ByteSource } from './byte-reader.ts';
import { customerOf, type ContentEntry } from './content.ts';
import { createErasedCheck, type ErasedList } from './erased.ts';
import { packContent, type ContentOrigin } from './pack-content.ts';
import { unpackContent } from './unpack-content.ts';

/**
 * The same records under another origin and without the erased, in the present content version; the list travels along.
 * Throws as `unpackContent` does.
 */
export function rewriteContent(
  source: ByteSource,
  origin: ContentOrigin,
  erased: ErasedList,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  return packContent(withoutErased(unpackContent(source), erased), origin, erased);
}

async function* withoutErased(
  batches: AsyncIterable<readonly ContentEntry[]>,
  erased: ErasedList,
): AsyncGenerator<readonly ContentEntry[]> {
  const isErased = createErasedCheck(erased);
  for await (const entries of batches) yield entries.filter((entry) => !isErased(customerOf(entry) ?? ''));
}

/** What content holds besides the erased: records per table without field history, and how many persons are left out. */
export async function countWithoutErased(
  source: ByteSource,
  erased: ErasedList,
): Promise<{ counts: Record<string, number>; erasedPersons: number }> {
  const isErased = createErasedCheck(erased);
  const counts: Record<string, number> = {};
  let erasedPersons = 0;
  for await (const entries of unpackContent(source)) {
    for (const entry of entries) {
      const isOut = isErased(customerOf(entry) ?? '');
      if (isOut && entry.table === 'customer') erasedPersons += 1;
      if (!isOut && entry.table !== 'history') counts[entry.table] = (counts[entry.table] ?? 0) + 1;
    }
  }
  return { counts, erasedPersons };
}

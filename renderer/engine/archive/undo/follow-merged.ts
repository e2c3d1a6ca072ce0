import type { Change } from '#shared/changes/change-set.ts';
import type { AnyRecord, DossierTable } from '#shared/domain/tables.ts';
import type { DossierFile } from '../rows/dossier-file.ts';
import type { InvertContext } from './invert-context.ts';

/**
 * Changes of records that went along with a customer who was merged since, as changes of where they lie now: what was done to
 * them before is taken back there.
 */
export async function followMerged(
  changes: readonly Change[],
  { load, survivorOf }: Pick<InvertContext, 'load' | 'survivorOf'>,
): Promise<readonly Change[]> {
  const places = new Map<string, string>();
  for (const { customerId } of changes) {
    if (customerId === undefined || places.has(customerId)) continue;
    const place = survivorOf(customerId);
    if (place !== customerId) places.set(customerId, place);
  }
  if (places.size === 0) return changes;
  const files = await load([...new Set([...places.keys(), ...places.values()])]);
  return changes.map((change) => {
    const { customerId = '', before, after } = change;
    const place = places.get(customerId);
    if (place === undefined || has(files.get(customerId), change) || !has(files.get(place), change)) return change;
    return { ...change, customerId: place, before: heldBy(before, place), after: heldBy(after, place) };
  });
}

function has(file: DossierFile | undefined, { table, id }: Change): boolean {
  return Boolean(file?.find(table as DossierTable, id));
}

function heldBy(record: AnyRecord | null, customerId: string): AnyRecord | null {
  return record && ({ ...record, customerId } as AnyRecord);
}

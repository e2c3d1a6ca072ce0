import { recordsShown } from '../views/change-details.ts';
import { createNamer, type Namer } from '../views/name-values.ts';
import type { Desk } from './desk.ts';

/** Names for what the first of these changes say, which are all that is shown. */
export async function namerOf(desk: Desk, changes: readonly { customerId?: string | undefined }[]): Promise<Namer> {
  const { archive, keeper } = desk.opened();
  const customerIds = changes.slice(0, recordsShown).flatMap(({ customerId }) => customerId ?? []);
  return createNamer(keeper.index.columns, (await archive.cabinet.load([...new Set(customerIds)])).values());
}

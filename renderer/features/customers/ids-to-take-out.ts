import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { QueryResult } from '../../engine/api.ts';
import type { Engine } from '../../engine/client-types.ts';

/** Whom the list shows, in its order; only the selected ones where some are, those whom the list does not show any more last. */
export async function idsToTakeOut(
  engine: Engine,
  { token }: QueryResult,
  selected: ReadonlySet<CustomerId>,
): Promise<CustomerId[]> {
  const shown = await engine.ids(token);
  return selected.size === 0 ? shown : [...new Set([...shown.filter((id) => selected.has(id)), ...selected])];
}

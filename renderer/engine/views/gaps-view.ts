import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import { customerKinds, type CustomerId, type CustomerKind } from '#shared/domain/customer/customer.ts';
import type { GapKey } from '#shared/gaps/gap-fields.ts';
import type { GapCounts, GapRow } from '../api.ts';
import type { CustomerIndex } from '../index/customer-index.ts';
import { rowOf } from '../index/columns/customer-row.ts';
import { countByKind, lacksAny } from '../index/filter/gaps.ts';

/** Counts everybody outside the bin. */
export function countGaps(
  { columns }: CustomerIndex,
  keys: readonly GapKey[],
  fields: readonly CustomField[],
): GapCounts {
  const { alive, count } = columns;
  const { deleted } = columns.numbers;
  const lacks = lacksAny(keys, fields, columns);
  let customers = 0;
  for (let at = 0; at < count; at += 1) if (alive[at] === 1 && deleted[at] === 0 && lacks(at)) customers += 1;
  const counts = countByKind(fields, columns);
  const gaps = keys.flatMap((key) => counts.get(key) ?? []).reduce((sum, each) => sum + each, 0);
  const missingOf = (byKind: readonly number[]) =>
    Object.fromEntries(customerKinds.map((kind, at) => [kind, byKind[at] ?? 0])) as Record<CustomerKind, number>;
  return { fields: Array.from(counts, ([key, byKind]) => ({ key, missing: missingOf(byKind) })), customers, gaps };
}

export function nextGaps(
  { columns, orders }: CustomerIndex,
  { keys, besides, limit }: { keys: readonly GapKey[]; besides: readonly CustomerId[]; limit: number },
  fields: readonly CustomField[],
): CustomerId[] {
  const { alive } = columns;
  const { deleted } = columns.numbers;
  const lacks = lacksAny(keys, fields, columns);
  const left = new Set(besides.map((id) => columns.indexOf(id)));
  const next: CustomerId[] = [];
  const { order } = orders.byStanding();
  for (let place = 0; place < order.length && next.length < limit; place += 1) {
    const at = order[place] ?? 0;
    if (alive[at] === 1 && deleted[at] === 0 && lacks(at) && !left.has(at)) next.push(columns.idOf(at));
  }
  return next;
}

export function gapRows(
  { columns }: CustomerIndex,
  ids: readonly CustomerId[],
  keys: readonly GapKey[],
  fields: readonly CustomField[],
): GapRow[] {
  const lacking = keys.map((key) => ({ key, lacks: lacksAny([key], fields, columns) }));
  return ids.flatMap((id) => {
    const at = columns.indexOf(id);
    if (at < 0 || !columns.isAlive(at) || columns.numbers.deleted[at] === 1) return [];
    return { row: rowOf(columns, at), gaps: lacking.flatMap(({ key, lacks }) => (lacks(at) ? key : [])) };
  });
}

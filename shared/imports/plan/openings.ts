import { toEpochDay } from '../../calendar/day.ts';
import type { CustomerId } from '../../domain/customer/customer.ts';
import type { Order } from '../../domain/order/order.ts';
import { translate } from '../../i18n/translate.ts';
import type { Entity } from './customer-entities.ts';
import type { ImportEdit, PlanOptions } from './plan.ts';

/** What of a customer's orders decides whether an opening sale is to be made: little, for there may be a million of them. */
export interface KnownSales {
  openings: readonly Order[];
  /** Net of all other orders up to the day of the last purchase that the file tells. */
  netFen: number;
}

export function knownSalesOf(orders: readonly Order[], { opening }: Pick<Entity, 'opening'>): KnownSales {
  if (!opening) return { openings: [], netFen: 0 };
  const day = toEpochDay(opening.date);
  const live = orders.filter(({ deletedAt, type }) => deletedAt === undefined && type !== 'gift' && type !== 'void');
  const others = live.filter((order) => order.opening === undefined && toEpochDay(order.date) <= day);
  return {
    // One that somebody took away is not wanted again.
    openings: orders.filter((order) => order.opening !== undefined),
    netFen: others.reduce((sum, { type, totalFen }) => sum + (type === 'refund' ? -Math.abs(totalFen) : totalFen), 0),
  };
}

/**
 * The opening sale of a customer: one, however often the file comes in; put right by a later file only where files overwrite.
 * None where the orders that are there tell all of it.
 */
export function openingEdits(
  { opening }: Entity,
  customerId: CustomerId,
  known: KnownSales,
  line: number,
  options: PlanOptions,
): ImportEdit[] {
  const { batchId, policy, language } = options;
  if (!opening) return [];
  const { date, totalFen, purchases } = opening;
  const [there] = known.openings;
  if (!there && known.netFen >= totalFen) return [];
  const said = {
    date,
    lines: [{ text: translate(language, 'import.openingText'), qtyMilli: 1000, amountFen: totalFen }],
    totalFen,
    opening: purchases === undefined ? {} : { purchases },
  };
  if (there) {
    const isSame =
      there.date === date && there.totalFen === totalFen && there.opening?.purchases === said.opening.purchases;
    if (isSame || policy !== 'overwrite' || there.deletedAt !== undefined || known.openings.length > 1) return [];
    const { version: seen, createdAt: _createdAt, updatedAt: _updatedAt, ...kept } = there;
    const after = { ...kept, ...said };
    return [{ table: 'order', id: there.id, after, seen, from: { batchId, row: line } }];
  }
  const id = options.newId();
  const origin = { kind: 'import' as const, batchId, row: line };
  return [{ table: 'order', id, after: { id, no: '', customerId, type: 'sale', discountFen: 0, ...said, origin } }];
}

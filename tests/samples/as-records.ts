import type { Customer, CustomerId } from '#shared/domain/customer/customer.ts';
import type { Order, OrderType } from '#shared/domain/order/order.ts';
import { clockOf, dateOf } from './days.ts';
import type { Sale } from './sales.ts';
import { callName, type ShopCustomer } from './shop.ts';

const recordBase = { version: 1, createdAt: '2026-11-21T01:30:00.000Z', updatedAt: '2026-11-21T01:30:00.000Z' };
const orderTypes: Record<Sale['type'], OrderType> = { 销售: 'sale', 退货: 'refund', 赠品: 'gift', 作废: 'void' };

/** A customer of the shop as the record that a perfect import would make of it, phone and address left out. */
export function customerRecord(customer: ShopCustomer): Customer {
  return {
    ...recordBase,
    id: customer.code as CustomerId,
    code: customer.code,
    kind: customer.kind,
    name: callName(customer),
    aliases: [],
    phones: [],
    emails: [],
    ims: [],
    addresses: customer.place === null ? [] : [{ regionCode: customer.place.code }],
    anniversaries: [],
    doNotContact: [],
    tagIds: [],
    customFields: {},
    acquiredOn: dateOf(customer.openedOn),
    origin: { kind: 'manual' },
  };
}

export function orderRecord(sale: Sale, customerId: CustomerId): Order {
  const sumFen = sale.lines.reduce((sum, line) => sum + line.amountFen, 0);
  return {
    ...recordBase,
    id: sale.no,
    no: sale.no,
    customerId,
    date: `${dateOf(sale.day)}T${clockOf(sale.minute)}`,
    type: orderTypes[sale.type],
    ...(sale.refNo === undefined ? {} : { refOrderId: sale.refNo }),
    lines: sale.lines.map(({ good, qtyMilli, unitPriceFen, amountFen }) => ({
      text: good.name,
      qtyMilli,
      unitPriceFen,
      amountFen,
    })),
    discountFen: sale.discountFen,
    totalFen: sumFen - sale.discountFen,
    origin: { kind: 'manual' },
  };
}

import * as z from 'zod';
import { orderTypes, type Order } from '../order/order.ts';
import { fenSchema, localTimeSchema, recordBase, text } from '../record.ts';

/**
 * What is left of an order of an erased customer: the figures that tax law wants kept for ten years (税收征管法实施细则 29),
 * and nobody's name. It has a new id, so that no older backup leads from it to a person.
 */
export const keptSaleSchema = z.strictObject({
  id: z.string().min(1).max(64),
  ...recordBase,
  no: text(60),
  date: localTimeSchema,
  type: z.enum(orderTypes),
  lines: z
    .array(
      z.strictObject({
        productId: z.string().max(64).optional(),
        qtyMilli: z.int(),
        unitPriceFen: fenSchema.optional(),
        amountFen: fenSchema,
      }),
    )
    .max(2000),
  discountFen: fenSchema,
  totalFen: fenSchema,
  paidFen: fenSchema.optional(),
});
export type KeptSale = z.infer<typeof keptSaleSchema>;

/**
 * The sale that stays of an order; `null` where there is nothing to account for: a gift, a cancelled or deleted order. Notes and
 * free texts go, since people write names into them.
 *
 * @param at UTC, ISO 8601
 */
export function keepSale(order: Order, id: string, at: string): KeptSale | null {
  const { no, date, type, discountFen, totalFen, paidFen } = order;
  if (order.deletedAt !== undefined || type === 'gift' || type === 'void') return null;
  return {
    id,
    version: 1,
    createdAt: at,
    updatedAt: at,
    no,
    date,
    type,
    lines: order.lines.map(({ text: _text, ...figures }) => figures),
    discountFen,
    totalFen,
    ...(paidFen === undefined ? {} : { paidFen }),
  };
}

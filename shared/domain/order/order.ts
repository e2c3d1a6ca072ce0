import * as z from 'zod';
import { customerIdSchema } from '../customer/customer.ts';
import { fenSchema, localTimeSchema, originSchema, recordBase, text } from '../record.ts';

export const orderTypes = ['sale', 'refund', 'adjust', 'gift', 'void'] as const;
export type OrderType = (typeof orderTypes)[number];

/** The most signs of the words of an order. */
export const orderLengths = { no: 60, channel: 60, text: 300, note: 5000 } as const;

export const orderLineSchema = z.strictObject({
  productId: z.string().max(64).optional(),
  text: text(orderLengths.text),
  /** Quantity in thousandths, so that 1.5 kg is exact. */
  qtyMilli: z.int(),
  unitPriceFen: fenSchema.optional(),
  amountFen: fenSchema,
});

/** A sale, refund, adjustment, gift or cancelled order. A refund's amounts are negative. */
export const orderSchema = z.strictObject({
  id: z.string().min(1).max(64),
  ...recordBase,
  no: text(orderLengths.no),
  customerId: customerIdSchema,
  date: localTimeSchema,
  type: z.enum(orderTypes),
  refOrderId: z.string().max(64).optional(),
  channel: text(orderLengths.channel).optional(),
  lines: z.array(orderLineSchema).max(2000),
  discountFen: fenSchema,
  /** Σ lines − discount. */
  totalFen: fenSchema,
  paidFen: fenSchema.optional(),
  note: text(orderLengths.note).optional(),
  /**
   * All that was bought up to the day of the last purchase, as a file told it: a balance to begin with instead of the orders that
   * made it. `purchases` is their number, where it was told.
   */
  opening: z.strictObject({ purchases: z.int().min(1).max(1_000_000).optional() }).optional(),
  origin: originSchema,
});
export type Order = z.infer<typeof orderSchema>;
/** An order without what the archive notes of every record. */
export type OrderFacts = Omit<Order, 'version' | 'createdAt' | 'updatedAt' | 'deletedAt'>;
export type OrderLine = z.infer<typeof orderLineSchema>;

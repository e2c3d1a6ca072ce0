import * as z from 'zod';
import { customerIdSchema } from '../customer/customer.ts';
import { fenSchema, localTimeSchema, originSchema, recordBase, text } from '../record.ts';

export const orderTypes = ['sale', 'refund', 'adjust', 'gift', 'void'] as const;
export type OrderType = (typeof orderTypes)[number];

export const orderLineSchema = z.strictObject({
  productId: z.string().max(64).optional(),
  text: text(300),
  /** Quantity in thousandths, so that 1.5 kg is exact. */
  qtyMilli: z.int(),
  unitPriceFen: fenSchema.optional(),
  amountFen: fenSchema,
});

/** A sale, refund, adjustment, gift or cancelled order. A refund's amounts are negative. */
export const orderSchema = z.strictObject({
  id: z.string().min(1).max(64),
  ...recordBase,
  no: text(60),
  customerId: customerIdSchema,
  date: localTimeSchema,
  type: z.enum(orderTypes),
  refOrderId: z.string().max(64).optional(),
  channel: text(60).optional(),
  lines: z.array(orderLineSchema).max(2000),
  discountFen: fenSchema,
  /** Σ lines − discount. */
  totalFen: fenSchema,
  paidFen: fenSchema.optional(),
  note: text(5000).optional(),
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

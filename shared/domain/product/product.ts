import * as z from 'zod';
import { fenSchema, originSchema, recordBase, text } from '../record.ts';

export const productSchema = z.strictObject({
  id: z.string().min(1).max(64),
  ...recordBase,
  sku: text(60),
  name: text(200).min(1),
  category: text(100).optional(),
  unit: text(20).optional(),
  priceFen: fenSchema.optional(),
  consumable: z.boolean().optional(),
  cycleDays: z.int().min(1).max(3650).optional(),
  active: z.boolean(),
  origin: originSchema,
});
export type Product = z.infer<typeof productSchema>;

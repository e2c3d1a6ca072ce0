import * as z from 'zod';
import { customIdOf, type CustomKey } from '../../filter/fields.ts';
import { filterSchema } from '../../filter/filter.ts';
import { dimensionSchema } from '../class-scheme/class-scheme.ts';
import { recordBase, text } from '../record.ts';

const columnId = text(80).min(1);

const densities = ['compact', 'normal', 'roomy'] as const;

/** How the list of customers lies: which columns, where, how wide. What is not said is as it is at first. */
export const listLayoutSchema = z.strictObject({
  order: z.array(columnId).max(300),
  /** `true` for shown ones, `false` for hidden ones. */
  shown: z.record(columnId, z.boolean()),
  /** Pixels at the normal text size. */
  widths: z.record(columnId, z.number().min(20).max(2000)),
  pinned: z.array(columnId).max(20),
  density: z.enum(densities).optional(),
});
export type ListLayout = z.infer<typeof listLayoutSchema>;

/** Whose row it is stays in view when the list is rolled sideways. */
export const emptyLayout: ListLayout = { order: [], shown: {}, widths: {}, pinned: ['name'] };

/** By what the list comes in groups: a class, a campaign, or a choice field of the archive's own. */
const groupKeySchema = z.union([
  dimensionSchema,
  z.literal('campaign'),
  z.custom<CustomKey>((value) => typeof value === 'string' && customIdOf(value) !== null),
]);
export type GroupKey = z.infer<typeof groupKeySchema>;

/** A question about the customers under a name: a smart list that counts itself, with the columns it is looked at in. */
export const listViewSchema = z.strictObject({
  id: z.string().min(1).max(64),
  ...recordBase,
  name: text(60).min(1),
  /** Views stand in this order. */
  place: z.number(),
  filter: filterSchema,
  sort: z.array(z.strictObject({ column: columnId, descending: z.boolean() })).max(10),
  groupBy: groupKeySchema.optional(),
  layout: listLayoutSchema,
});
export type ListView = z.infer<typeof listViewSchema>;

import * as z from 'zod';
import { localDateSchema } from '../domain/record.ts';
import { customIdOf, fixedKindOf, type FilterField } from './fields.ts';

/** A day, or so many days after today (before today when negative). */
export const dayPointSchema = z.union([
  z.strictObject({ on: localDateSchema }),
  z.strictObject({ inDays: z.int().min(-36_500).max(36_500) }),
]);
export type DayPoint = z.infer<typeof dayPointSchema>;

export const periodUnits = ['week', 'month', 'quarter', 'year'] as const;
export type PeriodUnit = (typeof periodUnits)[number];

/** What has to be so of one field. A field without a value fulfils only what is negated. */
export const testSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('filled') }),
  z.strictObject({ is: z.enum(['contains', 'starts', 'equals']), text: z.string().min(1).max(200) }),
  z.strictObject({ is: z.enum(['any', 'all']), of: z.array(z.string().max(200)).min(1).max(500) }),
  z.strictObject({ is: z.literal('between'), min: z.number().optional(), max: z.number().optional() }),
  z.strictObject({ is: z.literal('days'), from: dayPointSchema.optional(), to: dayPointSchema.optional() }),
  /** The week (from Monday), month, quarter or year of today, or the one `shift` later. */
  z.strictObject({ is: z.literal('period'), unit: z.enum(periodUnits), shift: z.int().min(-100).max(100) }),
  z.strictObject({ is: z.literal('yes') }),
]);
export type Test = z.infer<typeof testSchema>;

export interface Condition {
  field: FilterField;
  not?: boolean | undefined;
  /** For sums and goods: only what happened in so many days up to today; all of it when absent. */
  withinDays?: number | undefined;
  /** For anniversaries: only those with this in what they are called; all of them when absent. */
  named?: string | undefined;
  test: Test;
}

/** Parts that must all hold (`and`) or of which one must (`or`); without parts it holds always, also negated. */
export interface FilterGroup {
  join: 'and' | 'or';
  not?: boolean | undefined;
  parts: Filter[];
}
export type Filter = Condition | FilterGroup;

/** Deeper and longer ones cannot be read by anybody. */
export const deepest = 6;
const mostParts = 100;

const conditionSchema = z.strictObject({
  field: z.custom<FilterField>(
    (value) => typeof value === 'string' && (fixedKindOf(value) !== null || customIdOf(value) !== null),
  ),
  not: z.boolean().optional(),
  withinDays: z.int().min(1).max(36_500).optional(),
  named: z.string().min(1).max(60).optional(),
  test: testSchema,
});

function groupSchema(depth: number): z.ZodType<FilterGroup> {
  const part: z.ZodType<Filter> =
    depth === deepest ? conditionSchema : z.union([conditionSchema, z.lazy(() => groupSchema(depth + 1))]);
  return z.strictObject({
    join: z.enum(['and', 'or']),
    not: z.boolean().optional(),
    parts: z.array(part).max(mostParts),
  });
}

/** A filter as it is stored and as it crosses to the engine. */
export const filterSchema: z.ZodType<FilterGroup> = groupSchema(1);

export const noFilter: FilterGroup = { join: 'and', parts: [] };

export function isGroup(filter: Filter): filter is FilterGroup {
  return 'parts' in filter;
}

/** Every condition of a filter, at any depth. */
export function* conditionsOf(filter: Filter): Generator<Condition> {
  if (!isGroup(filter)) yield filter;
  else for (const part of filter.parts) yield* conditionsOf(part);
}

/** Whether the filter speaks of the bin; otherwise customers in it are left out. */
export function mentionsBin(filter: Filter): boolean {
  return conditionsOf(filter).some(({ field }) => field === 'deleted');
}

import * as z from 'zod';
import { recordBase } from '../record.ts';

/**
 * A dimension of classification. Each customer is in exactly one class of each dimension;
 * the last class of every list catches the rest (domain.md §3.1).
 */
export const classesByDimension = {
  value: ['high', 'medium', 'low', 'none'],
  lifecycle: ['prospect', 'new', 'active', 'loyal', 'lost'],
  behaviour: ['active', 'steady', 'silent', 'lost', 'prospect'],
  frequency: ['frequent', 'medium', 'single', 'past', 'none'],
  risk: ['low', 'medium', 'high', 'none'],
  type: ['person', 'company', 'partner'],
  source: ['referral', 'store', 'fair', 'website', 'phone', 'douyin', 'wechat', 'advertising', 'other', 'unknown'],
  region: [],
} as const;

export type Dimension = keyof typeof classesByDimension;
export const dimensions = [
  'value',
  'lifecycle',
  'behaviour',
  'frequency',
  'risk',
  'type',
  'region',
  'source',
] as const satisfies readonly Dimension[];
export const dimensionSchema = z.enum(dimensions);

/** Region classes are GB/T 2260 codes of the province and city (`33`, `3301`), `abroad` or `unknown`. */
export type ClassKey = string;

/** Thresholds of the default rules; every one is editable. Days, fen and shares in percent. */
export const classParametersSchema = z.strictObject({
  valueWindowDays: z.int().min(30).max(3650),
  valueHighSharePercent: z.number().min(1).max(99),
  valueMediumSharePercent: z.number().min(1).max(100),
  activeDays: z.int().min(1).max(3650),
  steadyDays: z.int().min(1).max(3650),
  newProspectDays: z.int().min(1).max(3650),
  frequentPurchases: z.int().min(2).max(1000),
  defaultCycleDays: z.int().min(1).max(3650),
});
export type ClassParameters = z.infer<typeof classParametersSchema>;

export const defaultClassParameters: ClassParameters = {
  valueWindowDays: 365,
  valueHighSharePercent: 80,
  valueMediumSharePercent: 95,
  activeDays: 90,
  steadyDays: 180,
  newProspectDays: 180,
  frequentPurchases: 6,
  defaultCycleDays: 90,
};

/** The one stored scheme: the thresholds in force. */
export const classSchemeSchema = z.strictObject({
  id: z.string().min(1).max(64),
  ...recordBase,
  parameters: classParametersSchema,
});
export type ClassScheme = z.infer<typeof classSchemeSchema>;

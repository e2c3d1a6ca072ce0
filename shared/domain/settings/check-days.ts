import * as z from 'zod';
import { classesByDimension, type ClassKey } from '../class-scheme/class-scheme.ts';

const values = classesByDimension.value;
type Value = (typeof values)[number];

/** After how many days the details of a customer of each value class are to be checked; 0 is never. */
export const checkDaysSchema = z.partialRecord(z.enum(values), z.int().min(0).max(3650));
export type CheckDays = Readonly<Record<Value, number>>;

export const defaultCheckDays: CheckDays = { high: 90, medium: 180, low: 365, none: 365 };

/** After how many days details of each class are to be checked; where nobody said so, the usual number. */
export function checkDaysOf(settings: { checkDays?: Partial<CheckDays> | undefined } | undefined): CheckDays {
  return { ...defaultCheckDays, ...settings?.checkDays };
}

/** 0 where nobody is to be checked. */
export function daysOfClass(days: CheckDays, value: ClassKey): number {
  return value in days ? days[value as Value] : 0;
}

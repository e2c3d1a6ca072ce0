import { gapFields, type GapField } from '#shared/gaps/gap-fields.ts';

const bits = Object.fromEntries(gapFields.map((field, at) => [field, 1 << at])) as Record<GapField, number>;

/** What is missing, in one number. */
export function bitsOfGaps(gaps: readonly GapField[]): number {
  return gaps.reduce((all, field) => all | bits[field], 0);
}

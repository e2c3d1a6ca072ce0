import * as fc from 'fast-check';
import { fromEpochDay, toEpochDay } from '#shared/calendar/day.ts';
import type { FieldShape, FieldValue } from '#shared/custom-fields/values.ts';

export const options = ['金卡', '银卡', 'VIP'] as const;

/** A day within the lunar tables. */
export const aDay = fc
  .integer({ min: toEpochDay('1901-01-01'), max: toEpochDay('2099-12-31') })
  .map((day) => fromEpochDay(day));

const values: Record<Exclude<FieldShape['type'], 'formula' | 'reference' | 'attachment'>, fc.Arbitrary<FieldValue>> = {
  text: fc.constantFrom(
    '五金',
    '老客户 张',
    '12',
    '007',
    '1,200',
    '是',
    '金卡',
    '2026-01-02',
    '¥3.50',
    'US$5',
    '1.234',
  ),
  number: fc.oneof(
    fc.integer({ min: -1_000_000, max: 1_000_000 }),
    fc.integer({ min: -99_999, max: 99_999 }).map((each) => each / 1000),
  ),
  money: fc.integer({ min: -10_000_000_00, max: 10_000_000_00 }),
  date: fc.tuple(aDay, fc.constantFrom('', '[u-ca=chinese]')).map((parts) => parts.join('')),
  boolean: fc.boolean(),
  choice: fc.constantFrom(...options),
  choices: fc.subarray([...options], { minLength: 1 }),
};

export type TypedValue = { type: keyof typeof values; value: FieldValue };

/** A value with a type that it fits. */
export const aFittingValue: fc.Arbitrary<TypedValue> = fc.oneof(
  ...(Object.keys(values) as (keyof typeof values)[]).map((type) => values[type].map((value) => ({ type, value }))),
);

export const aType = fc.constantFrom(...(Object.keys(values) as (keyof typeof values)[]));

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { quickCheckOf } from '../../../shared/domain/quick-check.ts';
import { isValidRecord, tables, tableSchemas, type Table } from '../../../shared/domain/tables.ts';

type Known =
  | z.core.$ZodObject
  | z.core.$ZodOptional
  | z.core.$ZodArray
  | z.core.$ZodUnion
  | z.core.$ZodRecord
  | z.core.$ZodEnum
  | z.core.$ZodLiteral
  | z.core.$ZodBoolean
  | z.core.$ZodUnknown
  | z.core.$ZodTuple
  | z.core.$ZodNumber
  | z.core.$ZodString
  | z.core.$ZodLazy
  | z.core.$ZodCustom;

/** Values that a schema of ours is likely to be given, right and wrong. */
function valueFor(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  const { def } = (schema as Known)._zod;
  switch (def.type) {
    case 'object': {
      const fields = Object.entries(def.shape).map(([key, inner]) => [key, valueFor(inner)] as const);
      return fc.record(Object.fromEntries(fields), {
        requiredKeys: Object.entries(def.shape)
          .filter(([, inner]) => !z.safeParse(inner, undefined).success)
          .map(([key]) => key),
      });
    }
    case 'optional':
      return fc.option(valueFor(def.innerType), { nil: undefined });
    case 'array':
      return fc.array(valueFor(def.element), { maxLength: 2 });
    case 'tuple':
      return fc.tuple(...def.items.map(valueFor));
    case 'union':
      return fc.oneof(...def.options.map(valueFor));
    case 'record':
      return fc.dictionary(fc.oneof(fc.string({ maxLength: 5 }), fc.constant('__proto__')), valueFor(def.valueType), {
        maxKeys: 2,
      });
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries));
    case 'literal':
      return fc.constantFrom(...def.values);
    case 'unknown':
      return fc.constantFrom(null, '2', 1, [], {});
    case 'boolean':
      return fc.boolean();
    case 'number':
      return fc.integer({ min: 1, max: 12 });
    case 'string': {
      const samples = ['2026-01-31', '2026-01-31T09:30', '2026-01-31T09:30:00.000Z', '330106', 'C-1', 'a'.repeat(64)];
      return fc.constantFrom(...samples.filter((text) => z.safeParse(schema, text).success), '2');
    }
    case 'lazy':
      return valueFor(def.getter());
    // The only one of ours is the field of a filter.
    case 'custom':
      return fc.constantFrom('name', 'lifecycle', 'nothing');
  }
}

/** The same with something wrong in a place, or something odd that may be right. */
const oddities: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(null, undefined, Number.NaN, Number.POSITIVE_INFINITY, 1.5, -1, 2 ** 60, '', [], {}, new Date(0)),
  fc.constantFrom(
    '2026-02-30',
    '2026-01-31T24:00',
    '2025-02-29T10:00:00.000Z',
    '33010',
    'x'.repeat(121),
    '😀'.repeat(40),
  ),
  fc.constant(Array.from({ length: 60 }, () => 'a')),
  fc.constant(Array(3)),
  fc.string(),
);

function replaceAt(value: unknown, path: readonly number[], odd: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined || typeof value !== 'object' || value === null) return odd;
  if (Array.isArray(value))
    return value.map((item, at) => (at === step % value.length ? replaceAt(item, rest, odd) : item));
  const keys = [...Object.keys(value), 'unknown', '__proto__'];
  const key = keys[step % keys.length] ?? '';
  const copy: Record<string, unknown> = { ...value };
  Object.defineProperty(copy, key, {
    value: replaceAt((value as Record<string, unknown>)[key], rest, odd),
    enumerable: true,
  });
  return copy;
}

describe('the quick check of records', () => {
  const table = fc.constantFrom(...tables);
  const recordOf = (name: Table) => valueFor(tableSchemas[name]).map((record) => ({ name, record }));

  it('says of every record what its schema says', () => {
    const steps = fc.array(fc.nat(60), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(table.chain(recordOf), steps, oddities, ({ name, record }, path, odd) => {
        for (const value of [record, replaceAt(record, path, odd), odd]) {
          const accepted = tableSchemas[name].safeParse(value).success;
          expect(isValidRecord(name, value)).toBe(accepted);
          if (quickCheckOf(tableSchemas[name])(value)) expect(accepted).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });
});

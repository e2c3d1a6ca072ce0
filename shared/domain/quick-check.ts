import * as z from 'zod';

type Check = (value: unknown) => boolean;

/** Kinds of schema that records are made of; another kind falls to `default`. */
type Known =
  | z.core.$ZodObject
  | z.core.$ZodOptional
  | z.core.$ZodArray
  | z.core.$ZodUnion
  | z.core.$ZodRecord
  | z.core.$ZodEnum
  | z.core.$ZodBoolean
  | z.core.$ZodNumber
  | z.core.$ZodString;

/**
 * A check made of closures from a schema once, many times faster than the schema where code must not be generated from
 * strings (our content policy). `true` means that the schema accepts the value; `false` means that the schema has to be
 * asked. Kinds of schema that are not known here are asked at once.
 */
export function quickCheckOf(schema: z.core.$ZodType): Check {
  const { def } = (schema as Known)._zod;
  const ask: Check = (value) => z.safeParse(schema, value).success;
  if (def.type !== 'string' && def.type !== 'number' && def.type !== 'array' && def.checks?.length) return ask;
  switch (def.type) {
    case 'object':
      return def.catchall?._zod.def.type === 'never' ? checkObject(def.shape) : ask;
    case 'optional': {
      const check = quickCheckOf(def.innerType);
      return (value) => value === undefined || check(value);
    }
    case 'array': {
      const size = sizeCheck(def.checks ?? []);
      const check = quickCheckOf(def.element);
      return size ? (value) => Array.isArray(value) && size(value) && hasOnly(value, check) : ask;
    }
    case 'string': {
      const checks = [schema as Known & z.core.$ZodCheck, ...(def.checks ?? [])].filter(isCheck);
      const size = sizeCheck(checks);
      return size ? (value) => typeof value === 'string' && size(value) : ask;
    }
    case 'number': {
      const checks = [schema as Known & z.core.$ZodCheck, ...(def.checks ?? [])].filter(isCheck);
      const range = rangeCheck(checks);
      return range ? (value) => typeof value === 'number' && Number.isFinite(value) && range(value) : ask;
    }
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'enum': {
      const choices = new Set<unknown>(Object.values(def.entries));
      return (value) => typeof value === 'string' && choices.has(value);
    }
    case 'union': {
      const checks = def.options.map(quickCheckOf);
      return (value) => checks.some((check) => check(value));
    }
    case 'record': {
      const checkKey = quickCheckOf(def.keyType);
      const checkEach = quickCheckOf(def.valueType);
      return (value) =>
        isPlain(value) && Object.entries(value).every(([key, each]) => checkKey(key) && checkEach(each));
    }
    default:
      return ask;
  }
}

/** Holes count as `undefined`, which `every` would pass over. */
function hasOnly(values: readonly unknown[], check: Check): boolean {
  for (const value of values) if (!check(value)) return false;
  return true;
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** Fields in any order, none but those of the shape. */
function checkObject(shape: Readonly<Record<string, z.core.$ZodType>>): Check {
  const checks = new Map(Object.entries(shape).map(([key, schema]) => [key, quickCheckOf(schema)]));
  const required = [...checks].filter(([, check]) => !check(undefined)).map(([key]) => key);
  return (value) => {
    if (!isPlain(value)) return false;
    for (const key of required) if (!Object.hasOwn(value, key)) return false;
    for (const key in value) if (!checks.get(key)?.(value[key])) return false;
    return true;
  };
}

/** A schema of a format, `z.int()` or `z.iso.date()`, is its own check. */
function isCheck(check: z.core.$ZodCheck): boolean {
  return 'check' in check._zod.def;
}

type AnyCheckDef = z.core.$ZodChecks['_zod']['def'];

/** Length and pattern; `undefined` for checks that are not known here. A string is no longer in characters than in units. */
function sizeCheck(checks: readonly z.core.$ZodCheck[]): ((value: string | readonly unknown[]) => boolean) | undefined {
  let longest = Number.POSITIVE_INFINITY;
  let shortest = 0;
  const patterns: RegExp[] = [];
  for (const check of checks) {
    const def = check._zod.def as AnyCheckDef;
    if (def.check === 'max_length') longest = Math.min(longest, def.maximum);
    else if (def.check === 'min_length' && def.minimum <= 1) shortest = Math.max(shortest, def.minimum);
    else if (def.check === 'string_format' && formats.has(def.format) && def.pattern) {
      patterns.push(new RegExp(def.pattern.source, def.pattern.flags.replace('g', '')));
    } else return undefined;
  }
  return (value) =>
    value.length <= longest &&
    value.length >= shortest &&
    patterns.every((pattern) => typeof value === 'string' && pattern.test(value));
}

/** Formats that are a pattern and nothing else. */
const formats: ReadonlySet<string> = new Set(['regex', 'date', 'datetime']);

function rangeCheck(checks: readonly z.core.$ZodCheck[]): ((value: number) => boolean) | undefined {
  let least = Number.NEGATIVE_INFINITY;
  let most = Number.POSITIVE_INFINITY;
  let isWhole = false;
  for (const check of checks) {
    const def = check._zod.def as AnyCheckDef;
    if (def.check === 'number_format' && def.format === 'safeint') isWhole = true;
    else if (def.check === 'greater_than' && def.inclusive) least = Math.max(least, Number(def.value));
    else if (def.check === 'less_than' && def.inclusive) most = Math.min(most, Number(def.value));
    else return undefined;
  }
  return (value) => value >= least && value <= most && (!isWhole || Number.isSafeInteger(value));
}

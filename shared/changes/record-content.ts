import type { RecordBase } from '../domain/record.ts';

/** Fields that Kebu keeps itself. Two records that differ only here have the same content. */
const bookkeeping: ReadonlySet<string> = new Set(['version', 'createdAt', 'updatedAt']);

/** Deep equality of JSON values; a field that is absent equals one that is `undefined`. */
export function isEqualValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b)) return false;
    return a.length === b.length && a.every((item, index) => isEqualValue(item, b[index]));
  }
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    if (!isEqualValue(fieldOf(a, key), fieldOf(b, key))) return false;
  }
  return true;
}

/** Names of the content fields in which two versions of a record differ, `deletedAt` among them. */
export function changedFields(before: RecordBase, after: RecordBase): string[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...fields].filter(
    (field) => !bookkeeping.has(field) && !isEqualValue(fieldOf(before, field), fieldOf(after, field)),
  );
}

export function fieldOf(record: object, field: string): unknown {
  return Object.hasOwn(record, field) ? (record as Record<string, unknown>)[field] : undefined;
}

/** The same value without fields that are `undefined`, as it comes back from JSON. Arrays and plain objects only. */
export function withoutUndefined<T>(value: T): T {
  if (typeof value !== 'object' || value === null || !holdsUndefined(value)) return value;
  if (Array.isArray(value)) return value.map(withoutUndefined) as T;
  const copy: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    // `__proto__` as an own key must stay data, whatever file it came from.
    if (inner !== undefined) Object.defineProperty(copy, key, { value: withoutUndefined(inner), ...plainField });
  }
  return copy as T;
}

function holdsUndefined(value: object): boolean {
  for (const inner of Array.isArray(value) ? (value as unknown[]) : Object.values(value)) {
    if (inner === undefined || (typeof inner === 'object' && inner !== null && holdsUndefined(inner))) return true;
  }
  return false;
}

const plainField = { enumerable: true, configurable: true, writable: true };

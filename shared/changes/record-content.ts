/** Fields that Kebu keeps itself. Two records that differ only here have the same content. */
const bookkeeping: ReadonlySet<string> = new Set(['version', 'createdAt', 'updatedAt']);

/** Holds a value for each of the archive's own fields, and each of them is a field by itself: `customFields.<id>`. */
const ownFields = 'customFields';
const ownPrefix = `${ownFields}.`;

/** Deep equality of JSON values; a field that is absent equals one that is `undefined`. */
export function isEqualValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b)) return false;
    return a.length === b.length && a.every((item, index) => isEqualValue(item, b[index]));
  }
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    if (!isEqualValue(valueAt(a, key), valueAt(b, key))) return false;
  }
  return true;
}

/** Names of the content fields in which two versions of a record differ, `deletedAt` among them. */
export function changedFields(before: object, after: object): string[] {
  return keysThatDiffer(before, after)
    .filter((field) => !bookkeeping.has(field))
    .flatMap((field) =>
      field === ownFields ? keysThatDiffer(mapOf(before), mapOf(after)).map(ownFieldName) : [field],
    );
}

function keysThatDiffer(a: object, b: object): string[] {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].filter((key) => !isEqualValue(valueAt(a, key), valueAt(b, key)));
}

/** A field of the archive's own by its id, as it is called among the fields of a record. */
export function ownFieldName(fieldId: string): string {
  return ownPrefix + fieldId;
}

/** The id of such a field; `null` for a field that every record of a table has. */
export function ownFieldIdOf(field: string): string | null {
  return field.startsWith(ownPrefix) ? field.slice(ownPrefix.length) : null;
}

export function fieldOf(record: object, field: string): unknown {
  const fieldId = ownFieldIdOf(field);
  return fieldId === null ? valueAt(record, field) : valueAt(mapOf(record), fieldId);
}

/** The record with another value of a field; without it where that is `undefined`. */
export function withField<R extends object>(record: R, field: string, value: unknown): R {
  const fieldId = ownFieldIdOf(field);
  return fieldId === null
    ? withValue(record, field, value)
    : withValue(record, ownFields, withValue(mapOf(record), fieldId, value));
}

function withValue<R extends object>(record: R, key: string, value: unknown): R {
  if (value !== undefined) return { ...record, [key]: value };
  return Object.fromEntries(Object.entries(record).filter(([each]) => each !== key)) as R;
}

function mapOf(record: object): object {
  const map = valueAt(record, ownFields);
  return typeof map === 'object' && map !== null ? map : {};
}

function valueAt(record: object, key: string): unknown {
  return Object.hasOwn(record, key) ? (record as Record<string, unknown>)[key] : undefined;
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

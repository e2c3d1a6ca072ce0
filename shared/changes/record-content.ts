/** Fields that Kebu keeps itself. Two records that differ only here have the same content. */
const bookkeeping: ReadonlySet<string> = new Set(['version', 'createdAt', 'updatedAt']);

/** Hold a value for each of the archive's own fields, and each answer: every one is a field by itself, `customFields.<id>`. */
const ownFields = 'customFields';
const answers = 'answers';
const maps = [ownFields, answers] as const;
type MapField = (typeof maps)[number];

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

/**
 * Has a record that was just read hold the very values of another one where they are equal: of a hundred thousand changes of one
 * field each, everything else is in memory once. It is changed in place, so nobody else may hold it yet.
 */
export function shareEqualValues(from: object, fresh: object): void {
  const values = fresh as Record<string, unknown>;
  for (const key of Object.keys(values)) {
    const kept = valueAt(from, key);
    if (isEqualValue(kept, values[key])) values[key] = kept;
  }
}

/** Names of the content fields in which two versions of a record differ, `deletedAt` among them. */
export function changedFields(before: object, after: object): string[] {
  return keysThatDiffer(before, after)
    .filter((field) => !bookkeeping.has(field))
    .flatMap((field) =>
      isMap(field)
        ? keysThatDiffer(mapOf(before, field), mapOf(after, field)).map((key) => partName(field, key))
        : [field],
    );
}

function isMap(field: string): field is MapField {
  return (maps as readonly string[]).includes(field);
}

function partName(map: MapField, key: string): string {
  return `${map}.${key}`;
}

function partOf(field: string): { map: MapField; key: string } | null {
  const map = maps.find((each) => field.startsWith(partName(each, '')));
  return map === undefined ? null : { map, key: field.slice(partName(map, '').length) };
}

function keysThatDiffer(a: object, b: object): string[] {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].filter((key) => !isEqualValue(valueAt(a, key), valueAt(b, key)));
}

/** A field of the archive's own by its id, as it is called among the fields of a record. */
export function ownFieldName(fieldId: string): string {
  return partName(ownFields, fieldId);
}

/** The answer that stands for a field, as it is called among the fields of a record. */
export function answerName(key: string): string {
  return partName(answers, key);
}

/** For which field an answer stands; `null` for what is no answer. */
export function answeredBy(field: string): string | null {
  const part = partOf(field);
  return part?.map === answers ? part.key : null;
}

/** Each part of a field that holds many by itself, by its name; `null` for a field that is one. */
export function partsOfField(field: string, value: unknown): [name: string, value: unknown][] | null {
  if (!isMap(field) || typeof value !== 'object' || value === null) return null;
  return Object.entries(value).map(([key, part]: [string, unknown]) => [partName(field, key), part]);
}

/** The id of such a field; `null` for a field that every record of a table has. */
export function ownFieldIdOf(field: string): string | null {
  const part = partOf(field);
  return part?.map === ownFields ? part.key : null;
}

/** The value of a field by its name, `customFields.<id>` among them; `undefined` where there is none. */
export function fieldOf(record: object, field: string): unknown {
  const part = partOf(field);
  return part ? valueAt(mapOf(record, part.map), part.key) : valueAt(record, field);
}

/** The record with another value of a field; without it where that is `undefined`. */
export function withField<R extends object>(record: R, field: string, value: unknown): R {
  const part = partOf(field);
  if (!part) return withValue(record, field, value);
  const map = withValue(mapOf(record, part.map), part.key, value);
  // Every customer has own fields, be they none; nobody has answers until one is given.
  return withValue(record, part.map, part.map === answers && Object.keys(map).length === 0 ? undefined : map);
}

function withValue<R extends object>(record: R, key: string, value: unknown): R {
  if (value !== undefined) return { ...record, [key]: value };
  return Object.fromEntries(Object.entries(record).filter(([each]) => each !== key)) as R;
}

function mapOf(record: object, field: MapField): object {
  const map = valueAt(record, field);
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

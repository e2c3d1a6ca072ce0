/** What two records have to do with one another, in words that can be said. */
export type LinkReason =
  | 'name-same'
  | 'name-sound'
  | 'name-title'
  | 'name-like'
  | 'name-swapped'
  | 'name-short'
  | 'name-other'
  | 'alias'
  | 'code'
  | 'uscc'
  | 'phone'
  | 'phone-slip'
  | 'phone-other'
  | 'landline'
  | 'email'
  | 'im'
  | 'person'
  | 'address'
  | 'address-part'
  | 'address-street'
  | 'address-other'
  | 'birthday'
  | 'birthday-slip'
  | 'birthday-other';

export interface Level {
  /** How often two records of one customer stand so in this field, of those that both have it. */
  m: number;
  /** The same of two records of two customers. */
  u: number;
  /** Some customers share it because they belong together: so many pairs of them there are for each customer, however many there are. */
  shared?: number;
  /** How likely strangers are to share it depends on the value: see `Rarity`. */
  byValue?: boolean;
  reason?: LinkReason;
}

/**
 * The fields in which two records are compared, and how they can stand in each. Where one of them does not have the field it says
 * nothing. The probabilities are those of a small shop's list (domain.md §1.8); `estimateWeights` sets out from them.
 */
export const fields = {
  /** A person's Chinese name, and a company's. */
  name: {
    same: { m: 0.72, u: 0.002, byValue: true, reason: 'name-same' },
    sound: { m: 0.08, u: 0.00125, reason: 'name-sound' },
    alias: { m: 0.02, u: 0.0003, reason: 'alias' },
    title: { m: 0.06, u: 0.015, reason: 'name-title' },
    like: { m: 0.03, u: 0.0027, reason: 'name-like' },
    short: { m: 0.06, u: 0.001, reason: 'name-short' },
    other: { m: 0.0075, u: 0.97, reason: 'name-other' },
  },
  /** Names in other letters in two parts. */
  family: {
    same: { m: 0.8, u: 0.005, byValue: true },
    near: { m: 0.12, u: 0.003 },
    like: { m: 0.04, u: 0.01 },
    other: { m: 0.04, u: 0.982 },
  },
  given: {
    same: { m: 0.75, u: 0.01, byValue: true },
    near: { m: 0.15, u: 0.006 },
    like: { m: 0.04, u: 0.02 },
    other: { m: 0.06, u: 0.964 },
  },
  /** Swapped: one has the given name where the other has the family name, and that is all that is said of the two. */
  order: {
    straight: { m: 0.97, u: 0.9999 },
    swapped: { m: 0.03, u: 0.00003, reason: 'name-swapped' },
  },
  /** The shop's own numbers: two of them say nothing. */
  code: {
    same: { m: 0.5, u: 0.0001, shared: 0.06, reason: 'code' },
  },
  uscc: {
    same: { m: 0.95, u: 0.00001, shared: 0.015, reason: 'uscc' },
    slip: { m: 0.04, u: 0.0025 },
    other: { m: 0.015, u: 0.997 },
  },
  mobile: {
    same: { m: 0.55, u: 0.0003, shared: 0.3, reason: 'phone' },
    slip: { m: 0.05, u: 0.0005, reason: 'phone-slip' },
    other: { m: 0.4, u: 0.999, reason: 'phone-other' },
  },
  landline: {
    same: { m: 0.5, u: 0.004, shared: 4, reason: 'landline' },
    other: { m: 0.5, u: 0.996 },
  },
  email: {
    same: { m: 0.75, u: 0.0004, shared: 0.35, reason: 'email' },
    other: { m: 0.25, u: 0.999 },
  },
  im: {
    same: { m: 0.8, u: 0.0004, shared: 0.35, reason: 'im' },
    other: { m: 0.18, u: 0.999 },
  },
  address: {
    same: { m: 0.6, u: 0.0024, shared: 1.2, reason: 'address' },
    part: { m: 0.1, u: 0.003, reason: 'address-part' },
    street: { m: 0.12, u: 0.01, reason: 'address-street' },
    other: { m: 0.17, u: 0.98, reason: 'address-other' },
  },
  /** Where there are no two addresses to compare. */
  city: {
    same: { m: 0.9, u: 0.2 },
    other: { m: 0.1, u: 0.8 },
  },
  /** Of addresses in other letters. */
  town: {
    same: { m: 0.7, u: 0.001 },
    half: { m: 0.2, u: 0.01 },
    other: { m: 0.08, u: 0.989 },
  },
  birthday: {
    same: { m: 0.85, u: 0.0001, reason: 'birthday' },
    slip: { m: 0.08, u: 0.001, reason: 'birthday-slip' },
    part: { m: 0.02, u: 0.008, reason: 'birthday-slip' },
    other: { m: 0.015, u: 0.99, reason: 'birthday-other' },
  },
  /** The same where the year is not known of both. */
  yearless: {
    same: { m: 0.95, u: 0.003, reason: 'birthday' },
    other: { m: 0.05, u: 0.997, reason: 'birthday-other' },
  },
} as const satisfies Record<string, Record<string, Level>>;

export type Field = keyof typeof fields;
type LevelName<F extends Field> = keyof (typeof fields)[F];

/** How two records stand to one another in all fields, in one number: for each field the place of its level, 0 where nothing is known. */
export type Pattern = number;

interface FieldLevels {
  field: Field;
  /** What a step of one level adds to a pattern. */
  base: number;
  levels: readonly Level[];
}

export const fieldLevels: readonly FieldLevels[] = (() => {
  let base = 1;
  return (Object.keys(fields) as Field[]).map((field) => {
    const levels: Level[] = Object.values(fields[field]);
    const own = { field, base, levels };
    base *= levels.length + 1;
    return own;
  });
})();

/** More than any pattern is. */
export const patternLimit = fieldLevels.reduce((product, { levels }) => product * (levels.length + 1), 1);

const levelsOf = Object.fromEntries(fieldLevels.map((each) => [each.field, each])) as Record<Field, FieldLevels>;

/** What each level adds to a pattern. */
export const code = Object.fromEntries(
  fieldLevels.map(({ field, base }) => [
    field,
    Object.fromEntries(Object.keys(fields[field]).map((name, at) => [name, base * (at + 1)])),
  ]),
) as { readonly [F in Field]: Readonly<Record<LevelName<F>, number>> };

/** The place of its level among the levels of a field; -1 where nothing is known. */
export function levelAt(pattern: Pattern, { base, levels }: FieldLevels): number {
  return (Math.floor(pattern / base) % (levels.length + 1)) - 1;
}

export function isAt<F extends Field>(pattern: Pattern, field: F, level: LevelName<F>): boolean {
  const own = levelsOf[field];
  return (levelAt(pattern, own) + 1) * own.base === code[field][level];
}

/** What speaks for and against their being one. */
export function reasonsOf(pattern: Pattern): LinkReason[] {
  const parts = partsReason(pattern);
  return [
    ...(parts ? [parts] : []),
    ...fieldLevels.flatMap((field) => field.levels[levelAt(pattern, field)]?.reason ?? []),
  ];
}

/** Family and given name together. */
function partsReason(pattern: Pattern): LinkReason | null {
  const parts = (['family', 'given'] as const).filter((field) => levelAt(pattern, levelsOf[field]) >= 0);
  if (parts.length === 0) return null;
  if (parts.some((field) => isAt(pattern, field, 'other'))) return 'name-other';
  return parts.every((field) => isAt(pattern, field, 'same')) ? 'name-same' : 'name-like';
}

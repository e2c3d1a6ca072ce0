import { toEpochDay, type EpochDay } from '#shared/calendar/day.ts';
import { isRecurring } from '#shared/calendar/recurrence.ts';
import type { Dimension } from '#shared/domain/class-scheme/class-scheme.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import type { LocalTime } from '#shared/domain/record.ts';
import type { NumberArrayType } from './ragged.ts';

/** Stands for "never" in columns of days and minutes. */
export const none = -0x8000_0000;

/** A day out of a column; `null` for never. */
export function knownDay(day: number | undefined): EpochDay | null {
  return day === undefined || day === none ? null : day;
}

/** One number per customer. Days are epoch days, `nextDueMin` minutes since 1970 on the wall clock. */
export const numberTypes = {
  deleted: Uint8Array,
  kind: Uint8Array,
  /** As entered, a number of `classes`; so is the region. */
  source: Uint16Array,
  /** The class follows it when the customer is classified. */
  regionFact: Uint16Array,
  /** Bits of `lackBits`. */
  lacks: Uint8Array,
  /** Bits of `bitsOfStates`. */
  reachStates: Uint16Array,
  /** Bits of `bitsOfGaps`. */
  gaps: Uint16Array,
  /** Of what every customer of the kind should have, so many fields are empty. */
  missing: Uint8Array,
  /** Filled share of that and of the archive's own required fields, 0 to 100. */
  completeness: Uint8Array,
  createdMs: Float64Array,
  /** When it went into the bin. */
  deletedMs: Float64Array,
  tagSet: Uint32Array,
  lastContactDay: Int32Array,
  lastInboundDay: Int32Array,
  lastPurchaseDay: Int32Array,
  knownSinceDay: Int32Array,
  /** When somebody last said that the details are right. */
  verifiedDay: Int32Array,
  futureDay: Int32Array,
  /** When somebody said that the customer is lost. */
  lostDay: Int32Array,
  /** On days that nobody knows; `none` without any. */
  earlierPurchases: Int32Array,
  /** Known days, and these. */
  purchases: Uint32Array,
  /** 1 when the customer got in touch and nobody answered yet. */
  unanswered: Uint8Array,
  revenueFen: Float64Array,
  nextDueMin: Int32Array,
  /** Who introduced the customer: a number of `ends`. */
  referrer: Uint32Array,
  /** Who the customer turned out to be: a number of `ends`. */
  mergedInto: Uint32Array,
  value: Uint16Array,
  lifecycle: Uint16Array,
  behaviour: Uint16Array,
  frequency: Uint16Array,
  risk: Uint16Array,
  type: Uint16Array,
  region: Uint16Array,
  sourceClass: Uint16Array,
  nameEnd: Uint16Array,
  fullEnd: Uint16Array,
  initialsEnd: Uint16Array,
  organizationEnd: Uint16Array,
} as const satisfies Record<string, NumberArrayType>;
export type NumberColumn = keyof typeof numberTypes;
export type NumberColumns = { [C in NumberColumn]: InstanceType<(typeof numberTypes)[C]> };

export function newNumbers(capacity: number): NumberColumns {
  return Object.fromEntries(Object.entries(numberTypes).map(([name, type]) => [name, new type(capacity)])) as never;
}

/** One text per customer. */
export const textColumns = [
  'id',
  'name',
  'organization',
  'title',
  'phone',
  'code',
  'email',
  'im',
  'address',
  'sortName',
  'sortOrganization',
  'keys',
  'phoneDigits',
  /** Folded values of the archive's own fields, by which the customer is found too. */
  'own',
  /** Contact persons, one a line; see `link-people.ts`. */
  'people',
  'openJson',
  'relationsJson',
] as const;
export type TextColumnName = (typeof textColumns)[number];
/** Of the texts, those that only searching and matching look into. */
export const soughtTexts = ['keys', 'people'] as const satisfies TextColumnName[];
export const shownTexts = textColumns.filter((name) => !(soughtTexts as readonly TextColumnName[]).includes(name));

/** Lists of numbers per customer, by what stands side by side in them. */
export const listTypes = {
  /** Day, net fen. */
  purchases: [Int32Array, Float64Array],
  corrections: [Int32Array, Float64Array],
  contacts: [Int32Array],
  /** Due day, done day of follow-ups that are done. */
  done: [Int32Array, Int32Array],
  /** Due minute; kind, whether it recurs and priority (`dueFlagsOf`) of open follow-ups, the next one first. */
  dues: [Int32Array, Uint8Array],
  /** Packed date, label, place in `occasionKinds`. */
  occasions: [Uint32Array, Uint32Array, Uint8Array],
  /** A number of `goods`, the last day on which it was bought, and what one cost then in fen (`none` when nobody knows). */
  goods: [Uint32Array, Int32Array, Float64Array],
  /** Dimension, from, to, day. */
  moves: [Uint8Array, Uint16Array, Uint16Array, Int32Array],
  /** Near end, far end (numbers of `ends`), role and the day on which it is over. Near: 0 is the customer; far: 0 is a mere name. */
  relations: [Uint32Array, Uint32Array, Uint16Array, Int32Array],
  /** Halves of the hashes of identity keys, and of match keys. */
  identities: [Uint32Array, Uint32Array],
  matchKeys: [Uint32Array, Uint32Array],
} as const satisfies Record<string, readonly NumberArrayType[]>;
export type ListColumn = keyof typeof listTypes;
export const listNames = Object.keys(listTypes) as ListColumn[];
export const keyColumns = ['identities', 'matchKeys'] as const satisfies ListColumn[];
export type KeyColumn = (typeof keyColumns)[number];

export function isKeyColumn(name: ListColumn): name is KeyColumn {
  return (keyColumns as readonly ListColumn[]).includes(name);
}

export const interners = ['classes', 'labels', 'tagSets', 'ends', 'roles', 'goods'] as const;

export const lackBits = { phone: 1, birthday: 2, region: 4, source: 8 } as const;

export function bitsOfLacks(lacks: Record<keyof typeof lackBits, boolean>): number {
  return Object.entries(lackBits).reduce(
    (bits, [field, bit]) => (lacks[field as keyof typeof lackBits] ? bits | bit : bits),
    0,
  );
}

export const occasionKinds = ['birthday', 'anniversary', 'contactBirthday'] as const;
export type OccasionKind = (typeof occasionKinds)[number];

const dueKinds = ['task', 'promise', 'cadence'] as const satisfies FollowUp['kind'][];
export const dueRecurs = 4;
const duePriorities = ['normal', 'high', 'low'] as const satisfies NonNullable<FollowUp['priority']>[];

/** Kind in two bits, whether it recurs in one, priority in two. */
export function dueFlagsOf(followUp: FollowUp): number {
  const recurs = isRecurring(followUp) ? dueRecurs : 0;
  return dueKinds.indexOf(followUp.kind) | recurs | (duePriorities.indexOf(followUp.priority ?? 'normal') << 3);
}

export function dueOf(flags: number): Pick<FollowUp, 'kind' | 'priority'> {
  return { kind: dueKinds[flags & 3] ?? 'task', priority: duePriorities[flags >> 3] ?? 'normal' };
}

export function classColumn(dimension: Dimension): NumberColumn {
  return dimension === 'source' ? 'sourceClass' : dimension;
}

export const minutesPerDay = 1440;

/** Minutes since 1970 on the wall clock; a day without a time counts from its beginning. */
export function minuteOf(time: LocalTime): number {
  const day = toEpochDay(time) * minutesPerDay;
  return time.length > 10 ? day + Number(time.slice(11, 13)) * 60 + Number(time.slice(14, 16)) : day;
}

import { dimensions, type Dimension } from '../domain/class-scheme/class-scheme.ts';

/** Texts that may be read letter by letter. `phone` is compared by its digits; `words` are notes and what was said. */
export const textFields = [
  'name',
  'organization',
  'phone',
  'address',
  'email',
  'im',
  'title',
  'department',
  'aliases',
  'salutation',
  'code',
  'industry',
  'size',
  'owner',
  'sourceDetail',
  'preferredTime',
  'uscc',
  'legalRepresentative',
  'website',
  'referrer',
  'words',
] as const;
export type TextField = (typeof textFields)[number];

/** Exactly one of a list, or none. */
export const choiceFields = [
  ...dimensions,
  'gender',
  'preferredChannel',
  'leadStatus',
  'campaign',
  'lostReason',
] as const;
export type ChoiceField = Dimension | 'gender' | 'preferredChannel' | 'leadStatus' | 'campaign' | 'lostReason';

/** In which state the numbers, accounts, mails and addresses of the customer and of its contact persons are. */
export const stateFields = ['phoneState', 'imState', 'emailState', 'addressState'] as const;
export type StateField = (typeof stateFields)[number];

/**
 * Any number of a list. `relations` are the roles that others have to the customer today, introductions among them; `gaps` what is
 * missing, or was answered in its place (shared/gaps/gap-choices.ts).
 */
export const setFields = ['tagIds', 'doNotContact', 'relations', 'gaps', ...stateFields] as const;
export type SetField = (typeof setFields)[number];

/** What was bought, by its name on the order: chosen from what occurs, or a part of the name. */
const goodsFields = ['bought'] as const;
type GoodsField = (typeof goodsFields)[number];

/**
 * Calendar days. `followUp` holds when any open follow-up falls into the span, `birthday` when the customer's own one is
 * celebrated in it, in whichever calendar; `anniversary` when any of the customer's anniversaries is.
 */
export const dayFields = [
  'lastContact',
  'lastInbound',
  'lastPurchase',
  'followUp',
  'birthday',
  'anniversary',
  'knownSince',
  'acquiredOn',
  'verifiedOn',
  'lostOn',
] as const;
export type DayField = (typeof dayFields)[number];

/** Numbers; money is fen. */
export const numberFields = ['completeness', 'paymentTermsDays', 'householdSize', 'introduced'] as const;
/** `brought` is what those bought whom the customer introduced, directly or over others. */
export const moneyFields = ['revenue', 'creditLimitFen', 'brought'] as const;
/** Numbers over a span of days back from today: purchases (days on which something was bought), net fen, contacts. */
export const sumFields = ['purchases', 'contacts', 'amount'] as const;
export type SumField = (typeof sumFields)[number];
export type NumberField = (typeof numberFields)[number] | (typeof moneyFields)[number];

/** `checkDue`: the details are to be checked again, by the value class and what the settings say of it. */
export const flagFields = ['unanswered', 'checkDue', 'deleted'] as const;
export type FlagField = (typeof flagFields)[number];

export type FixedField =
  | TextField
  | ChoiceField
  | SetField
  | GoodsField
  | DayField
  | NumberField
  | SumField
  | FlagField;

export type FieldKind = 'text' | 'choice' | 'set' | 'goods' | 'day' | 'number' | 'money' | 'sum' | 'flag';

const kinds = new Map<string, FieldKind>([
  ...textFields.map((field) => [field, 'text'] as const),
  ...choiceFields.map((field) => [field, 'choice'] as const),
  ...setFields.map((field) => [field, 'set'] as const),
  ...goodsFields.map((field) => [field, 'goods'] as const),
  ...dayFields.map((field) => [field, 'day'] as const),
  ...numberFields.map((field) => [field, 'number'] as const),
  ...moneyFields.map((field) => [field, 'money'] as const),
  ...sumFields.map((field) => [field, 'sum'] as const),
  ...flagFields.map((field) => [field, 'flag'] as const),
]);

const customPrefix = 'custom:';

/** `custom:` and the id of the custom field. */
export type CustomKey = `custom:${string}`;
export type FilterField = FixedField | CustomKey;

/** How a field of the archive’s own is called in filters, orders and columns. */
export function customKey(id: string): CustomKey {
  return `${customPrefix}${id}`;
}

/** The id of the custom field, `null` for a field that every archive has. */
export function customIdOf(field: string): string | null {
  return field.startsWith(customPrefix) ? field.slice(customPrefix.length) : null;
}

/** What kind a field is; `null` for a custom one, whose definition says it. */
export function fixedKindOf(field: string): FieldKind | null {
  return kinds.get(field) ?? null;
}

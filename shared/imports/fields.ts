import { compactText, foldText } from '../match/text.ts';

export const importKinds = ['customers', 'contacts', 'orders', 'interactions', 'relations'] as const;
export type ImportKind = (typeof importKinds)[number];

export const customerFields = [
  'code',
  'name',
  'familyName',
  'givenName',
  'middleName',
  'nameSuffix',
  'reading',
  'aliases',
  'kind',
  'gender',
  'salutation',
  'phone',
  'email',
  'wechat',
  'qq',
  'wecom',
  'douyin',
  'otherAccount',
  'organization',
  'department',
  'title',
  'contactName',
  'contactRole',
  'contactTitle',
  'contactPhone',
  'contactEmail',
  'contactWechat',
  'uscc',
  'legalRepresentative',
  'industry',
  'size',
  'website',
  'province',
  'city',
  'district',
  'address',
  'formattedAddress',
  'postcode',
  'country',
  'birthday',
  'birthdayCalendar',
  'anniversary',
  'source',
  'sourceDetail',
  'campaign',
  'referrer',
  'related',
  'owner',
  'leadStatus',
  'preferredChannel',
  'preferredTime',
  'doNotContact',
  'tags',
  'creditLimit',
  'paymentTerms',
  'acquiredOn',
  'verifiedOn',
  'lostOn',
  'lostReason',
  'lastContact',
  'nextFollowUp',
  'lastPurchase',
  'totalSpent',
  'purchaseCount',
  'answers',
  'note',
  /** Says what the column behind it is: `Work`, `Home`, the name of a custom field. */
  'label',
  /** The value of a custom field whose name stands in the `label` column before it. */
  'customValue',
] as const;

/** Of a person who works for a customer. */
export const contactFields = [
  'customerCode',
  'customerName',
  'customerPhone',
  'contactName',
  'reading',
  'contactRole',
  'contactTitle',
  'primary',
  'leftOn',
  'phone',
  'email',
  'wechat',
  'qq',
  'wecom',
  'douyin',
  'otherAccount',
  'province',
  'city',
  'district',
  'address',
  'formattedAddress',
  'postcode',
  'country',
  'birthday',
  'birthdayCalendar',
  'note',
  'label',
] as const;

export const orderFields = [
  'no',
  'customerCode',
  'customerName',
  'customerPhone',
  'date',
  'type',
  'refNo',
  'sku',
  'product',
  'unit',
  'qty',
  'unitPrice',
  'amount',
  'netAmount',
  'discount',
  'paid',
  'orderChannel',
  'note',
] as const;

export const interactionFields = [
  'customerCode',
  'customerName',
  'customerPhone',
  'at',
  'channel',
  'direction',
  'purpose',
  'text',
  'outcome',
  'durationMin',
  'contactName',
  'nextFollowUp',
  'nextTitle',
] as const;

export const relationFields = [
  'customerCode',
  'customerName',
  'customerPhone',
  'contactName',
  'role',
  'otherCode',
  'otherName',
  'otherPhone',
  'otherContact',
  'from',
  'until',
  'note',
] as const;

export type CustomerField = (typeof customerFields)[number];
export type ContactField = (typeof contactFields)[number];
export type OrderField = (typeof orderFields)[number];
export type InteractionField = (typeof interactionFields)[number];
export type RelationField = (typeof relationFields)[number];
export type Field = CustomerField | ContactField | OrderField | InteractionField | RelationField;

/** Where a column goes: a field, a custom text field by its label, or nowhere. */
export type Target = Field | `custom:${string}` | 'ignore';

export const fieldsOf: Readonly<Record<ImportKind, readonly Field[]>> = {
  customers: customerFields,
  contacts: contactFields,
  orders: orderFields,
  interactions: interactionFields,
  relations: relationFields,
};

/** Fields that may be filled by more than one column. Every other one takes the first column that fits. */
const repeatableFields: ReadonlySet<Field> = new Set<Field>([
  'phone',
  'email',
  'wechat',
  'qq',
  'wecom',
  'douyin',
  'otherAccount',
  'aliases',
  'tags',
  'note',
  'website',
  'province',
  'city',
  'district',
  'address',
  'formattedAddress',
  'postcode',
  'country',
  'anniversary',
  'related',
  'contactPhone',
  'contactEmail',
  'contactWechat',
  'label',
  'customValue',
  'text',
]);

/** `联系人 2`, `联系人职位 2`: customers' files have columns for several people, told apart by number. */
const personFields: ReadonlySet<Field> = new Set<Field>(['contactName', 'contactRole', 'contactTitle']);

export function mayRepeat(kind: ImportKind, field: Field, header: string): boolean {
  return repeatableFields.has(field) || (kind === 'customers' && personFields.has(field) && /\d/.test(header));
}

/** A header as synonyms are looked up: folded, without brackets, marks for mandatory columns, units and signs. */
export function headerKey(header: string): string {
  return compactText(foldText(header).replace(/\([^()]*\)|\[[^[\]]*\]/g, '')).replace(/(?:必填|选填)$/, '');
}

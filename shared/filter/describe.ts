import type { CustomField } from '../domain/custom-field/custom-field.ts';
import type { Language } from '../i18n/catalogue.ts';
import type { MessageKey } from '../i18n/messages.ts';
import type { Translate } from '../i18n/translate.ts';
import type { Currency } from '../money/currency.ts';
import { sayMoney } from '../money/say-money.ts';
import { customIdOf, dayFields, fixedKindOf, type FilterField, type FixedField } from './fields.ts';
import { isGroup, type Condition, type DayPoint, type Filter, type Test } from './filter.ts';

/** What a sentence about a filter needs to know besides the filter. */
export interface FilterWords {
  language: Language;
  currency: Currency;
  t: Translate;
  customFields: readonly CustomField[];
  /** The word for one of the choices of a field: a class, a tag, a channel. */
  optionWord: (field: FilterField, key: string) => string;
}

const labels: Record<FixedField, MessageKey> = {
  name: 'field.name',
  organization: 'field.organization',
  phone: 'field.phones',
  address: 'field.addresses',
  email: 'field.emails',
  im: 'field.ims',
  title: 'field.title',
  department: 'field.department',
  aliases: 'field.aliases',
  salutation: 'field.salutation',
  code: 'field.code',
  industry: 'field.industry',
  size: 'field.size',
  owner: 'field.owner',
  sourceDetail: 'field.sourceDetail',
  preferredTime: 'field.preferredTime',
  uscc: 'field.uscc',
  legalRepresentative: 'field.legalRepresentative',
  website: 'field.website',
  referrer: 'field.referrerId',
  words: 'filters.field.words',
  value: 'dimension.value',
  lifecycle: 'dimension.lifecycle',
  behaviour: 'dimension.behaviour',
  frequency: 'dimension.frequency',
  risk: 'dimension.risk',
  type: 'dimension.type',
  region: 'dimension.region',
  source: 'dimension.source',
  gender: 'field.gender',
  preferredChannel: 'field.preferredChannel',
  leadStatus: 'field.leadStatus',
  tagIds: 'field.tagIds',
  doNotContact: 'field.doNotContact',
  relations: 'relations.title',
  gaps: 'filters.field.gaps',
  phoneState: 'filters.field.phoneState',
  imState: 'filters.field.imState',
  emailState: 'filters.field.emailState',
  addressState: 'filters.field.addressState',
  bought: 'filters.field.bought',
  lastContact: 'field.lastContact',
  lastInbound: 'filters.field.lastInbound',
  lastPurchase: 'field.lastPurchase',
  followUp: 'filters.field.followUp',
  birthday: 'field.birthday',
  anniversary: 'field.anniversaries',
  knownSince: 'filters.field.knownSince',
  acquiredOn: 'field.acquiredOn',
  verifiedOn: 'field.verifiedOn',
  lostOn: 'field.lostOn',
  campaign: 'field.campaign',
  lostReason: 'field.lostReason',
  completeness: 'field.completeness',
  householdSize: 'filters.field.householdSize',
  introduced: 'filters.field.introduced',
  brought: 'filters.field.brought',
  paymentTermsDays: 'field.paymentTermsDays',
  revenue: 'filters.field.revenue',
  creditLimitFen: 'field.creditLimitFen',
  purchases: 'field.purchases',
  contacts: 'filters.field.contacts',
  amount: 'filters.field.amount',
  unanswered: 'filters.field.unanswered',
  checkDue: 'filters.field.checkDue',
  deleted: 'filters.field.deleted',
};

/** The name of a field as the screens say it. */
export function fieldLabel({ t, customFields }: Pick<FilterWords, 't' | 'customFields'>, field: FilterField): string {
  const customId = customIdOf(field);
  if (customId === null) return t(labels[field as FixedField]);
  return customFields.find(({ id }) => id === customId)?.label ?? t('filters.field.unknown');
}

/** Whether a number of this field is an amount of money, as it is stored. */
export function isMoney(customFields: readonly CustomField[], field: FilterField): boolean {
  const customId = customIdOf(field);
  if (customId !== null) return customFields.find(({ id }) => id === customId)?.type === 'money';
  return fixedKindOf(field) === 'money' || field === 'amount';
}

/** A filter as a sentence without a full stop: `客户价值是高价值，并且超过 90 天未联系`. */
export function describeFilter(words: FilterWords, filter: Filter): string {
  return describePart(words, filter, false);
}

function describePart(words: FilterWords, filter: Filter, isWithin: boolean): string {
  const { t } = words;
  if (!isGroup(filter)) {
    const sentence = describeCondition(words, filter);
    return isWithin ? goOn(words, filter, sentence) : sentence;
  }
  const { parts } = filter;
  if (parts.length === 0) return t('filters.everyone');
  const inner = parts
    .map((part, at) => {
      const sentence = describePart(words, part, isWithin || at > 0 || filter.not === true);
      return isGroup(part) && part.not !== true && part.parts.length > 1
        ? t('filters.group', { inner: sentence })
        : sentence;
    })
    .reduce((a, b) => t(filter.join === 'and' ? 'filters.and' : 'filters.or', { a, b }));
  return filter.not === true ? t('filters.notGroup', { inner }) : inner;
}

/** Within a sentence: in English without the capital, unless it begins with a word of one's own. */
function goOn({ language }: FilterWords, { field }: Condition, sentence: string): string {
  if (language !== 'en' || customIdOf(field) !== null) return sentence;
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}

function describeCondition(words: FilterWords, condition: Condition): string {
  const { t } = words;
  const { test, field, not } = condition;
  const name = nameOf(words, condition);
  const say = (key: Phrase, values: Record<string, string | number> = {}) =>
    t(not === true ? `filters.not.${key}` : `filters.${key}`, { field: name, ...values });
  switch (test.is) {
    case 'filled':
      return say('filled');
    case 'contains':
    case 'starts':
    case 'equals':
      return say(test.is, { text: test.text });
    case 'any':
    case 'all':
      // What is missed says itself what it is.
      if (field === 'gaps') return say('gaps', { list: listOf(words, condition) });
      return say(test.is === 'all' ? 'all' : isSet(words, field) ? 'has' : 'any', { list: listOf(words, condition) });
    case 'between':
      return describeNumbers(words, field, test, say);
    case 'days':
      return describeDays(words, condition, test, say);
    case 'period':
      return say('on', { from: t(`filters.period.${test.unit}`, { shift: test.shift }) });
    case 'yes':
      return say(customIdOf(field) === null ? 'yes' : 'true');
  }
}

/** The field, with what narrows it. */
function nameOf(words: FilterWords, { field, withinDays, named }: Condition): string {
  const { t } = words;
  const label = fieldLabel(words, field);
  if (named !== undefined) return t('filters.named', { field: label, name: named });
  return withinDays === undefined ? label : t('filters.within', { days: withinDays, field: label });
}

type NotKey = Extract<MessageKey, `filters.not.${string}`>;
type Phrase = NotKey extends `filters.not.${infer P}`
  ? P extends string
    ? `filters.${P}` extends MessageKey
      ? P
      : never
    : never
  : never;
type Say = (key: Phrase, values?: Record<string, string | number>) => string;

function isSet({ customFields }: FilterWords, field: FilterField): boolean {
  const customId = customIdOf(field);
  if (customId === null) return ['set', 'goods'].includes(fixedKindOf(field) ?? '');
  return customFields.find(({ id }) => id === customId)?.type === 'choices';
}

function listOf({ language, optionWord }: FilterWords, { field, test }: Condition): string {
  if (!('of' in test)) return '';
  const list = new Intl.ListFormat(language, { type: test.is === 'all' ? 'conjunction' : 'disjunction' });
  return list.format(test.of.map((key) => optionWord(field, key)));
}

function describeNumbers(
  { customFields, language, currency }: FilterWords,
  field: FilterField,
  { min, max }: Extract<Test, { is: 'between' }>,
  say: Say,
): string {
  const write = (value: number) =>
    isMoney(customFields, field) ? sayMoney(language, currency, value) : new Intl.NumberFormat(language).format(value);
  if (min !== undefined && max !== undefined) {
    return min === max ? say('exactly', { min: write(min) }) : say('between', { min: write(min), max: write(max) });
  }
  if (max !== undefined) return say('atMost', { max: write(max) });
  return say('atLeast', { min: write(min ?? 0) });
}

function describeDays(
  { t }: FilterWords,
  { field, not }: Condition,
  { from, to }: Extract<Test, { is: 'days' }>,
  say: Say,
): string {
  const start = inDaysOf(from);
  const end = inDaysOf(to);
  const isUpToToday = to === undefined || end === 0;
  if (start !== null && start < 0 && isUpToToday && isPast(field)) {
    return field === 'lastContact' && not === true
      ? t('filters.not.contacted', { days: -start })
      : say('recent', { days: -start });
  }
  if (start === 0 && end === 0) return say('on', { from: t('filters.day.today') });
  if (start === 0 && end !== null && end > 0) return say('coming', { days: end });
  if (from === undefined && end === -1 && field === 'followUp') return say('overdue');
  if (from && to) return say('span', { from: pointWord(t, from), to: pointWord(t, to) });
  if (to) return say('to', { to: pointWord(t, to) });
  return from ? say('from', { from: pointWord(t, from) }) : say('filled');
}

/** Lies behind us by its nature, so that "from 30 days ago on" is "within the last 30 days". */
function isPast(field: FilterField): boolean {
  return (dayFields as readonly string[]).includes(field) && !['followUp', 'birthday', 'anniversary'].includes(field);
}

function inDaysOf(point: DayPoint | undefined): number | null {
  return point && 'inDays' in point ? point.inDays : null;
}

function pointWord(t: Translate, point: DayPoint): string {
  if ('on' in point) return ` ${point.on} `.trimEnd();
  if (point.inDays === 0) return t('filters.day.today');
  return point.inDays < 0
    ? t('filters.day.ago', { days: -point.inDays })
    : t('filters.day.ahead', { days: point.inDays });
}

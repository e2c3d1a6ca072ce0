import { isEqualValue } from '../changes/record-content.ts';
import type { Address, YearlyDate } from '../domain/customer/customer.ts';
import { writeYearlyDate } from '../formats/values/yearly-dates.ts';
import type { CustomerDraft } from '../imports/read-customer.ts';
import { nameKey } from '../match/name-key.ts';
import { compactText, foldText } from '../match/text.ts';
import { listFacts } from '../merge/merge-fields.ts';

/** Whether what is here says what a list says, however it is spelled. What says less, as a birthday without its year, says nothing else. */
export function agrees(field: keyof CustomerDraft, ours: unknown, theirs: unknown): boolean {
  if (isNothing(theirs)) return true;
  if (isNothing(ours)) return false;
  if (field === 'birthday') return isSameDay(ours as YearlyDate, theirs as YearlyDate);
  if (typeof ours !== 'string' || typeof theirs !== 'string') return isEqualValue(ours, theirs);
  return textKey(field, ours) === textKey(field, theirs);
}

function textKey(field: keyof CustomerDraft, text: string): string {
  if (field === 'organization') return nameKey(text);
  const told = field === 'website' ? text.replace(/^https?:\/\//i, '').replace(/^www\./i, '') : text;
  return compactText(told) || foldText(told);
}

function isSameDay(ours: YearlyDate, { year, ...theirs }: YearlyDate): boolean {
  const { year: ownYear, ...own } = ours;
  return isEqualValue(own, theirs) && (year === undefined || year === ownYear);
}

/** Whether an address is one of those that are here, or says only in which of their places it is. */
export function isKnownAddress(ours: readonly Address[], theirs: Address): boolean {
  const { keyOf } = listFacts.addresses;
  return ours.some((own) => {
    if (keyOf(own) === keyOf(theirs)) return true;
    if ((theirs.street ?? '') !== '') return false;
    return theirs.regionCode === undefined
      ? keyOf(own).startsWith(keyOf(theirs))
      : own.regionCode?.startsWith(theirs.regionCode) === true;
  });
}

/** A value as it is remembered when it is dismissed, whatever language the screens speak. */
export function textOf(value: unknown): string {
  if (isNothing(value)) return '';
  if (typeof value === 'object' && value !== null && 'month' in value) return writeYearlyDate(value as YearlyDate);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What a list says that says nothing of a field. Neither 0 nor false is nothing. */
export function isNothing(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

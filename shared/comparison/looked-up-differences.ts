import type { FieldValue } from '../custom-fields/values.ts';
import type { Customer } from '../domain/customer/customer.ts';
import { customKey } from '../filter/fields.ts';
import { compactText, foldText } from '../match/text.ts';
import type { ComparedFact, Difference } from './difference.ts';
import type { IsDismissed, Ours } from './fact-differences.ts';

/** What a row means in this archive: which tags, fields of its own and introducer. */
export interface LookedUp {
  tags: readonly { id: string; name: string }[];
  /** `value` is absent for what means nothing here. */
  own: readonly { fieldId: string; label: string; text: string; value: FieldValue | undefined }[];
  referrer: { name: string; id: Customer['referrerId'] };
}

/** Differences in what has to be looked up before it can be compared. */
export function lookedUpDifferences({ customer }: Ours, theirs: LookedUp, isDismissed: IsDismissed): Difference[] {
  return [
    tagsDifference(customer, theirs.tags, isDismissed),
    ...theirs.own.map((each) => ownDifference(customer, each, isDismissed)),
    referrerDifference(customer, theirs.referrer, isDismissed),
  ].flatMap((each) => each ?? []);
}

type Part = Partial<Customer>;

function tagsDifference(
  { tagIds }: Ours['customer'],
  tags: LookedUp['tags'],
  isDismissed: IsDismissed,
): Difference | undefined {
  const fact = 'tagIds';
  const added = tags.filter(({ id, name }) => !tagIds.includes(id) && !isDismissed({ fact, said: name }));
  if (added.length === 0) return undefined;
  const ids = added.map(({ id }) => id);
  return {
    fact,
    dismissedAs: { fact, said: added.map(({ name }) => name) },
    ours: { part: { tagIds } },
    theirs: { part: { tagIds: ids } },
    takes: { tagIds: [...tagIds, ...ids].slice(0, 500) },
  };
}

/** A field that the archive has not got yet has no id that lasts, so what is dismissed of it is remembered by what it is called. */
function ownDifference(
  { customFields }: Ours['customer'],
  { fieldId, label, text, value }: LookedUp['own'][number],
  isDismissed: IsDismissed,
): Difference | undefined {
  const ours = customFields[fieldId];
  const remembered = `own:${foldText(label)}`;
  if (value === undefined || isSaid(ours, value) || isDismissed({ fact: remembered, said: text })) return undefined;
  const part = (said: FieldValue | undefined): Part =>
    said === undefined ? {} : { customFields: { [fieldId]: said } };
  const taken = Array.isArray(value) && Array.isArray(ours) ? [...new Set([...ours, ...value])] : value;
  return {
    fact: customKey(fieldId) as ComparedFact,
    label,
    dismissedAs: { fact: remembered, said: [text] },
    ours: { part: part(ours) },
    theirs: { part: part(value) },
    takes: part(taken),
  };
}

function isSaid(ours: FieldValue | undefined, theirs: FieldValue): boolean {
  if (ours === undefined) return false;
  if (Array.isArray(theirs)) return Array.isArray(ours) && theirs.every((each) => ours.includes(each));
  if (typeof ours !== 'string' || typeof theirs !== 'string') return ours === theirs;
  return (compactText(ours) || foldText(ours)) === (compactText(theirs) || foldText(theirs));
}

function referrerDifference(
  { referrerId, referral }: Ours['customer'],
  { name, id }: LookedUp['referrer'],
  isDismissed: IsDismissed,
): Difference | undefined {
  const fact = 'referrerId';
  if (id === undefined || id === referrerId || isDismissed({ fact, said: name })) return undefined;
  return {
    fact,
    dismissedAs: { fact, said: [name] },
    ours: { part: { ...(referrerId && { referrerId }), ...(referral && { referral }) } },
    theirs: { part: { referrerId: id } },
    takes: { referrerId: id, referral: undefined },
  };
}

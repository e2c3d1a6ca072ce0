import { answerName } from '#shared/changes/record-content.ts';
import { fileNamesOf } from '#shared/attachments/files-of-field.ts';
import type { Attachment } from '#shared/domain/attachment/attachment.ts';
import type { Customer } from '#shared/domain/customer/customer.ts';
import { customKey } from '#shared/filter/fields.ts';
import { writeYearlyDate } from '#shared/formats/values/yearly-dates.ts';

const plainFields = [
  'department',
  'salutation',
  'industry',
  'size',
  'owner',
  'sourceDetail',
  'campaign',
  'preferredTime',
  'uscc',
  'legalRepresentative',
  'website',
  'gender',
  'preferredChannel',
  'leadStatus',
  'acquiredOn',
  'verifiedOn',
  'lostOn',
  'lostReason',
  'paymentTermsDays',
  'creditLimitFen',
] as const satisfies readonly (keyof Customer)[];

/** What `Details` keeps of a customer: only fields that have a value, several values joined by line feeds; of files their names. */
export function detailsOf(customer: Customer, attachments: readonly Attachment[]): Map<string, string> {
  const details = new Map<string, string>();
  const add = (field: string, values: readonly (string | number | boolean)[]) => {
    const texts = values.map((value) => String(value).replaceAll('\n', ' ')).filter((text) => text !== '');
    if (texts.length > 0) details.set(field, texts.join('\n'));
  };
  for (const field of plainFields) {
    const value = customer[field];
    if (value !== undefined) add(field, [value]);
  }
  add('referrer', customer.referral?.name === undefined ? [] : [customer.referral.name]);
  add('birthday', customer.birthday ? [writeYearlyDate(customer.birthday)] : []);
  add('aliases', customer.aliases);
  add('formerCodes', customer.formerCodes ?? []);
  add('doNotContact', customer.doNotContact);
  // Only the region itself is a class; districts are asked for by the user's own names for them.
  add(
    'regionCode',
    customer.addresses.flatMap(({ regionCode }) => (regionCode?.length === 6 ? regionCode : [])),
  );
  for (const fieldId of new Set(attachments.flatMap((file) => file.fieldId ?? []))) {
    add(customKey(fieldId), fileNamesOf(attachments, fieldId));
  }
  for (const [id, value] of Object.entries(customer.customFields)) {
    add(customKey(id), Array.isArray(value) ? value : [value]);
  }
  for (const [key, answer] of Object.entries(customer.answers ?? {})) add(answerName(key), [answer.is]);
  return details;
}

import type { Customer } from '../domain/customer/customer.ts';
import type { DossierTable } from '../domain/tables.ts';
import { phoneMatchKey } from '../match/format-phone.ts';
import { normalizeEmail } from '../match/identifiers.ts';
import { normalizeText } from '../match/text.ts';

/**
 * The facts of a customer as a merge decides them: what only makes sense together goes together, so that no given name of one
 * stands behind the family name of the other.
 */
export const singleFacts = {
  name: ['name', 'familyName', 'givenName', 'reading'],
  kind: ['kind'],
  gender: ['gender'],
  salutation: ['salutation'],
  birthday: ['birthday'],
  organization: ['organization'],
  department: ['department'],
  title: ['title'],
  uscc: ['uscc'],
  legalRepresentative: ['legalRepresentative'],
  industry: ['industry'],
  size: ['size'],
  website: ['website'],
  source: ['source', 'sourceDetail'],
  campaign: ['campaign'],
  referrerId: ['referrerId', 'referral'],
  owner: ['owner'],
  leadStatus: ['leadStatus'],
  preferredChannel: ['preferredChannel'],
  preferredTime: ['preferredTime'],
  creditLimitFen: ['creditLimitFen'],
  paymentTermsDays: ['paymentTermsDays'],
  acquiredOn: ['acquiredOn'],
  verifiedOn: ['verifiedOn'],
  lostReason: ['lostReason', 'lostOn'],
} as const satisfies Record<string, readonly (keyof Customer)[]>;
export type SingleFact = keyof typeof singleFacts;

/** Facts of which a customer may have several, with what makes two of them the same and how many a record takes. */
export const listFacts = {
  aliases: { most: 50, keyOf: normalizeText },
  phones: { most: 50, keyOf: phoneKey },
  emails: { most: 50, keyOf: (email: Customer['emails'][number]) => normalizeEmail(email.address) },
  ims: { most: 50, keyOf: (im: Customer['ims'][number]) => `${im.kind}:${normalizeText(im.account).toLowerCase()}` },
  addresses: { most: 50, keyOf: addressKey },
  anniversaries: { most: 50, keyOf: (item: Customer['anniversaries'][number]) => JSON.stringify(item) },
  doNotContact: { most: 10, keyOf: (channel: string) => channel },
  tagIds: { most: 500, keyOf: (tagId: string) => tagId },
} as const;
export type ListFact = keyof typeof listFacts;

/** A fact of the user's own, by `customKey` of its field. */
export type OwnFact = `custom:${string}`;
export type MergeFact = SingleFact | ListFact | OwnFact | 'note';

/** What goes along to the survivor, beside relations. How somebody's classes came about stays with whom it was true of. */
export const movesInMerge: ReadonlySet<string> = new Set<DossierTable>([
  'contact',
  'interaction',
  'followUp',
  'order',
  'attachment',
]);

/** More customers at a time nobody can compare. */
export const mostMerged = 10;
export const longestNote = 1_000_000;

function phoneKey(phone: Customer['phones'][number]): string {
  return `${phoneMatchKey(phone) || phone.raw} ${phone.extension ?? ''}`;
}

/** One place written with and without its country or label is one place. */
function addressKey(address: Customer['addresses'][number]): string {
  const { regionCode = '', province = '', city = '', district = '', street = '' } = address;
  return normalizeText(regionCode === '' ? province + city + district + street : regionCode + street).replace(
    /\s/g,
    '',
  );
}

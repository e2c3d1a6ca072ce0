import type { Address, Customer, Phone, YearlyDate } from '../../domain/customer/customer.ts';
import { isUsable } from '../../reach/ways.ts';

/** Version 3.0, because that is what the cameras and address books of phones in China read; RFC 2426. */
export type VCardSource = Pick<
  Customer,
  | 'kind'
  | 'name'
  | 'familyName'
  | 'givenName'
  | 'organization'
  | 'title'
  | 'phones'
  | 'emails'
  | 'addresses'
  | 'birthday'
  | 'website'
>;

/**
 * What a phone's address book takes of a customer: name, company, numbers, mails, addresses, solar birthday. Notes, tags and
 * money stay here. Lines end with CRLF and are not folded, since cameras that read QR codes do not unfold them.
 */
export function writeVCard(customer: VCardSource): string {
  const { kind, name, organization, title, phones, emails, addresses, birthday, website } = customer;
  const isCompany = kind !== 'person';
  const company = isCompany ? name : organization;
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    // A company has no parts of a name; of a person they may be unknown, and then the whole name is the given one.
    `N:${(isCompany ? ['', '', ''] : nameParts(customer)).map(escape).join(';')};;`,
    `FN:${escape(name)}`,
    ...(company ? [`ORG:${escape(company)}`] : []),
    ...(title ? [`TITLE:${escape(title)}`] : []),
    ...phones
      .filter(isUsable)
      .map(
        (phone) =>
          `TEL;${types(typeOf(phone), placeOf(phone.label))}:${phone.e164 ?? phone.raw.replace(/[\r\n]+/g, ' ')}`,
      ),
    ...emails
      .filter(isUsable)
      .map(({ address, label }) => `EMAIL;${types('INTERNET', placeOf(label))}:${escape(address)}`),
    ...addresses
      .filter(isUsable)
      .map((address) => `ADR;TYPE=${placeOf(address.label) ?? 'WORK'}:${addressParts(address).map(escape).join(';')}`),
    ...(website ? [`URL:${escape(website)}`] : []),
    ...(birthday?.calendar === 'solar' ? [birthdayLine(birthday)] : []),
    'END:VCARD',
  ];
  return `${lines.join('\r\n')}\r\n`;
}

/** Version 3.0 has no way to leave the year out: Apple writes 1604, a leap year, and says so; others show it as it stands. */
function birthdayLine({ year, month, day }: YearlyDate): string {
  const rest = `${twoDigits(month)}-${twoDigits(day)}`;
  return year === undefined ? `BDAY;X-APPLE-OMIT-YEAR=1604:1604-${rest}` : `BDAY:${String(year)}-${rest}`;
}

/** Family, given and middle name; the middle one is what the whole name has between the two others. */
function nameParts({ name, familyName, givenName = '' }: VCardSource): string[] {
  if (!familyName) return ['', name, ''];
  const isWestern = name.startsWith(`${givenName} `) && name.endsWith(` ${familyName}`);
  return [familyName, givenName, isWestern ? name.slice(givenName.length, -familyName.length).trim() : ''];
}

function typeOf({ kind, label = '' }: Phone): string {
  return kind === 'mobile' || /mobile|cell|手机/i.test(label) ? 'CELL' : 'VOICE';
}

/** Home or work, where a label says so. */
function placeOf(label = ''): 'HOME' | 'WORK' | undefined {
  if (/home|家|住宅/i.test(label)) return 'HOME';
  return /work|office|单位|公司|办公/i.test(label) ? 'WORK' : undefined;
}

function types(...all: readonly (string | undefined)[]): string {
  return all.flatMap((type) => (type === undefined ? [] : `TYPE=${type}`)).join(';');
}

/** Post box, extended address, street, city, province, postcode, country; the district stands before the street. */
function addressParts({ province, city, district, street, postcode, country }: Address): string[] {
  return ['', '', `${district ?? ''}${street ?? ''}`, city ?? '', province ?? '', postcode ?? '', country ?? ''];
}

function escape(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

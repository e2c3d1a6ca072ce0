import { dateOf, toDay } from './days.ts';
import { Random } from './random.ts';
import {
  dramaMobile,
  englishNotes,
  fillDigits,
  firstNames,
  inventFirm,
  lastNames,
  nicknames,
  roads,
  towns,
  type Town,
} from './words/english.ts';

/** The header of Google Contacts' own CSV export. */
export const googleColumns = [
  'First Name',
  'Middle Name',
  'Last Name',
  'Phonetic First Name',
  'Phonetic Middle Name',
  'Phonetic Last Name',
  'Name Prefix',
  'Name Suffix',
  'Nickname',
  'File As',
  'Organization Name',
  'Organization Title',
  'Organization Department',
  'Birthday',
  'Notes',
  'Photo',
  'Labels',
  'E-mail 1 - Label',
  'E-mail 1 - Value',
  'E-mail 2 - Label',
  'E-mail 2 - Value',
  'Phone 1 - Label',
  'Phone 1 - Value',
  'Phone 2 - Label',
  'Phone 2 - Value',
  'Phone 3 - Label',
  'Phone 3 - Value',
  'Address 1 - Label',
  'Address 1 - Formatted',
  'Address 1 - Street',
  'Address 1 - City',
  'Address 1 - PO Box',
  'Address 1 - Region',
  'Address 1 - Postal Code',
  'Address 1 - Country',
  'Address 1 - Extended Address',
  'Website 1 - Label',
  'Website 1 - Value',
  'Event 1 - Label',
  'Event 1 - Value',
  'Custom Field 1 - Label',
  'Custom Field 1 - Value',
] as const;
export type GoogleRow = Partial<Record<(typeof googleColumns)[number], string>>;

const titles = [
  'Owner',
  'Site Manager',
  'Buyer',
  'Accounts',
  'Director',
  'Caretaker',
  'Foreman',
  'Office Manager',
  'Proprietor',
] as const;

/** The address book of a small British and Irish trade supplier. The same people for every call. */
export function inventAddressBook(): GoogleRow[] {
  const random = new Random('Larkbeck Trade Supplies/contacts');
  const seen = new Set<string>();
  const rows: GoogleRow[] = [];
  while (rows.length < 226) {
    const row = inventContact(random);
    const name = `${row['First Name']} ${row['Last Name']} ${row['Organization Name']}`;
    if (seen.has(name)) continue;
    seen.add(name);
    rows.push(row);
  }
  for (const row of random.sample(
    rows.filter((row) => row['Phone 1 - Value'] !== undefined && row['First Name'] !== undefined),
    14,
  ))
    rows.push(repeat(random, row));
  // Google sorts its export by first name, organisations without a person last.
  const key = (row: GoogleRow) =>
    `${row['First Name'] ?? '\uffff'} ${row['Last Name'] ?? ''} ${row['Organization Name'] ?? ''}`;
  return rows.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

function inventContact(random: Random): GoogleRow {
  const first = random.pick(firstNames);
  const last = random.pick(lastNames);
  const town = random.pick(towns);
  const firm = random.chance(62) ? inventFirm(random, last) : undefined;
  const isFirmOnly = firm !== undefined && random.chance(14);
  const mobile = fillDigits(random, dramaMobile);
  const landline = fillDigits(random, town.phone);
  const domain = `${(firm ?? `${first}${last}`)
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]/g, '')
    .slice(0, 18)}.example`;
  const day = random.int(toDay('1948-01-01'), toDay('2003-12-31'));
  const note = random.pick(englishNotes);
  return {
    ...(isFirmOnly ? {} : { 'First Name': first, 'Last Name': last }),
    ...(!isFirmOnly && random.chance(5) ? { 'Name Prefix': random.pick(['Dr', 'Mrs', 'Rev']) } : {}),
    ...(!isFirmOnly && nicknames[first] !== undefined && random.chance(30) ? { Nickname: nicknames[first] } : {}),
    ...(firm === undefined ? {} : { 'Organization Name': firm }),
    ...(firm !== undefined && !isFirmOnly ? { 'Organization Title': random.pick(titles) } : {}),
    // Google writes a birthday without its year with a leading `--`.
    ...(!isFirmOnly && random.chance(38)
      ? { Birthday: random.chance(70) ? dateOf(day) : `--${dateOf(day).slice(5)}` }
      : {}),
    ...(note === '' ? {} : { Notes: note }),
    Labels: [
      '* myContacts',
      ...random.sample(
        firm === undefined ? ['Retail', 'Neighbours', 'Newsletter'] : ['Trade', 'Account', 'Newsletter'],
        random.int(0, 2),
      ),
    ].join(' ::: '),
    ...(random.chance(66)
      ? {
          'E-mail 1 - Label': random.pick(['* Work', '* ', 'Home']),
          'E-mail 1 - Value': `${
            isFirmOnly
              ? 'office'
              : first
                  .toLowerCase()
                  .normalize('NFD')
                  .replace(/[^a-z]/g, '')
          }@${domain}`,
        }
      : {}),
    ...(firm !== undefined && random.chance(20)
      ? { 'E-mail 2 - Label': 'Accounts', 'E-mail 2 - Value': `accounts@${domain}` }
      : {}),
    ...phonesOf(random, town, mobile, landline),
    ...(random.chance(74) ? addressOf(random, town) : {}),
    ...(firm !== undefined && random.chance(34)
      ? { 'Website 1 - Label': 'Work', 'Website 1 - Value': `https://www.${domain}` }
      : {}),
    ...(random.chance(5) ? { 'Event 1 - Label': 'Anniversary', 'Event 1 - Value': dateOf(day + 10_200) } : {}),
    ...(firm !== undefined && random.chance(22)
      ? { 'Custom Field 1 - Label': 'Account no.', 'Custom Field 1 - Value': `LTS-${random.digits(4)}` }
      : {}),
  };
}

/** Numbers as they were typed: national or international, one or two in a cell (Google joins those with ` ::: `). */
function phonesOf(random: Random, town: Town, mobile: string, landline: string): GoogleRow {
  const abroad = town.country === 'Ireland' ? '+353' : '+44';
  const write = (number: string, code: string) =>
    random.chance(40) ? `${code} ${number.slice(1)}` : random.chance(20) ? number.replaceAll(' ', '') : number;
  switch (random.weighted({ mobile: 44, both: 34, landline: 12, joined: 5, none: 5 })) {
    case 'mobile':
      return { 'Phone 1 - Label': 'Mobile', 'Phone 1 - Value': write(mobile, '+44') };
    case 'both':
      return {
        'Phone 1 - Label': 'Mobile',
        'Phone 1 - Value': write(mobile, '+44'),
        'Phone 2 - Label': random.pick(['Work', 'Main', 'Home']),
        'Phone 2 - Value': write(landline, abroad) + (random.chance(12) ? ` ext ${random.int(10, 60)}` : ''),
      };
    case 'landline':
      return { 'Phone 1 - Label': 'Work', 'Phone 1 - Value': write(landline, abroad) };
    case 'joined':
      return {
        'Phone 1 - Label': 'Mobile',
        'Phone 1 - Value': `${write(mobile, '+44')} ::: ${write(landline, abroad)}`,
      };
    case 'none':
      return {};
  }
}

function addressOf(random: Random, town: Town): GoogleRow {
  const street = `${random.chance(12) ? `Unit ${random.int(1, 14)}, ` : ''}${random.int(1, 180)} ${random.pick(roads)}`;
  const postcode =
    town.country === 'Ireland'
      ? `${town.postcode} ${random.letters(2).toUpperCase()}${random.digits(2)}`
      : `${town.postcode}${random.int(1, 19)} ${random.int(1, 9)}${random.pick(['AB', 'DE', 'FG', 'HJ', 'LN', 'PQ', 'RS', 'TU', 'WX', 'YZ'])}`;
  const lines = [street, town.town, town.region, postcode, town.country].filter((line) => line !== '');
  return {
    'Address 1 - Label': random.pick(['Work', 'Home', '']),
    'Address 1 - Formatted': lines.join('\n'),
    'Address 1 - Street': street,
    'Address 1 - City': town.town,
    'Address 1 - Region': town.region,
    'Address 1 - Postal Code': postcode,
    'Address 1 - Country': town.country,
  };
}

/** The same person again, as a phone and a mail programme each saved it. */
function repeat(random: Random, row: GoogleRow): GoogleRow {
  const first = row['First Name'] ?? '';
  const firm = row['Organization Name'];
  return {
    'First Name': nicknames[first] ?? first,
    'Last Name': row['Last Name'] ?? '',
    ...(firm === undefined || random.chance(40) ? {} : { 'Organization Name': firm.replace(/ Ltd$/, ' Limited') }),
    Labels: '* myContacts',
    'Phone 1 - Label': 'Mobile',
    'Phone 1 - Value': (row['Phone 1 - Value'] ?? '').replaceAll(' ', '').replace(/^0/, '+44'),
  };
}

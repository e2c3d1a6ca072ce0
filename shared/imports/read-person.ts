import type { Contact } from '../domain/contact/contact.ts';
import type { CustomerKind, Phone } from '../domain/customer/customer.ts';
import { readRole, readYesOrNo } from './choices.ts';
import type { Problem } from './problems.ts';
import { readBirthday } from './read-birthday.ts';
import { readBuyer, type Buyer } from './read-buyer.ts';
import { readAddresses, readEmails, readIms, readPhones } from './read-reach.ts';
import { RowReader, type Columns, type IsMeant, type ReadOptions } from './row-reader.ts';

/** What a row says of somebody who works for a customer, before it is compared with the archive. */
export type PersonDraft = Pick<Contact, 'name' | 'phones' | 'emails' | 'ims'> &
  Pick<Partial<Contact>, 'reading' | 'role' | 'title' | 'primary' | 'leftOn' | 'addresses' | 'birthday' | 'note'>;

export interface PersonRow {
  /** For whom they work. */
  customer: Buyer;
  person: PersonDraft;
  problems: Problem[];
}

const longestNote = 5_000;

/** Reads a row as a contact person. Values that no field can take go to the note under the name of their column. */
export function readPerson(cells: readonly string[], columns: Columns, options: ReadOptions): PersonRow {
  const row = new RowReader(cells, columns, options);
  const name = row.fitted('contactName', 120) ?? '';
  if (name === '') row.fail('person/no-name');
  const phones = readPhones(row, 'phone');
  const addresses = readAddresses(row);
  const [birthday, leftOn] = [readBirthday(row), row.day('leftOn')];
  const isPrimary = row.choice('primary', readYesOrNo) === true;
  const person: PersonDraft = {
    name,
    ...optional({
      reading: row.fitted('reading', 200),
      title: row.fitted('contactTitle', 100),
      role: row.choice('contactRole', readRole),
      birthday,
      leftOn,
    }),
    ...(isPrimary && { primary: true }),
    phones,
    emails: readEmails(row, 'email'),
    ims: readIms(row, phones),
    ...(addresses.length > 0 && { addresses }),
  };
  const customer = readBuyer(row);
  const note = [...row.all('note').map(({ text }) => text), ...row.leftovers()].join('\n');
  if (note.length > longestNote) row.warn('text/cut', row.first('note')?.column, { max: longestNote });
  if (note !== '') person.note = note.slice(0, longestNote);
  return { customer, person, problems: row.problems };
}

function optional<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

interface PeopleOfRow {
  people: PersonDraft[];
  /** Numbers of the one to turn to, which reach the customer too; all of them where nobody is named. */
  phones: Phone[];
}

/**
 * The people whom a row about a customer names: the one to turn to, and those of numbered columns such as 联系人 2 and
 * 联系人 2 电话. A person has none.
 */
export function readPeople(
  row: RowReader,
  who: { kind: CustomerKind; contactName: string },
  phonesOfCustomer: Phone[],
): PeopleOfRow {
  const numberOf = (column: number) => /\d+/.exec(row.columns.header[column] ?? '')?.[0] ?? '';
  const [first, ...further] = row.all('contactName');
  const others = who.kind === 'person' ? [] : further.filter(({ column }) => numberOf(column) !== '');
  for (const cell of further) if (!others.includes(cell)) row.keep(cell);
  const numbers = new Set(others.map(({ column }) => numberOf(column)));
  const isOfFirst: IsMeant = (column) => !numbers.has(numberOf(column));
  const phones = readPhones(row, 'contactPhone', isOfFirst);
  const people = others.map((cell) => {
    const isTheirs: IsMeant = (column) => numberOf(column) === numberOf(cell.column);
    return { name: row.fit(cell, 120), ...detailsOf(row, isTheirs), phones: readPhones(row, 'contactPhone', isTheirs) };
  });
  if (who.contactName === '') return { people, phones };
  if (who.kind === 'person') {
    if (first) row.keep(first);
    return { people, phones };
  }
  const { title = row.fitted('title', 100), ...details } = detailsOf(row, isOfFirst);
  const main: PersonDraft = {
    name: who.contactName,
    ...(title !== undefined && { title }),
    ...details,
    primary: true,
    phones: phones.length > 0 ? phones : phonesOfCustomer,
  };
  return { people: [main, ...people], phones: phones.map((phone) => ({ label: main.name.slice(0, 40), ...phone })) };
}

function detailsOf(row: RowReader, isMeant: IsMeant): Pick<PersonDraft, 'title' | 'role' | 'emails' | 'ims'> {
  const title = row.fitted('contactTitle', 100, isMeant);
  const role = row.choice('contactRole', readRole, isMeant);
  const accounts = row.all('contactWechat', isMeant).map((cell) => row.fit(cell, 120));
  return {
    ...(title !== undefined && { title }),
    ...(role && { role }),
    emails: readEmails(row, 'contactEmail', isMeant),
    ims: accounts.map((account) => ({ kind: 'wechat', account })),
  };
}

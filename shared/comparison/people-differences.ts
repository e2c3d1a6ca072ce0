import type { Contact } from '../domain/contact/contact.ts';
import type { CustomerId } from '../domain/customer/customer.ts';
import { translate } from '../i18n/translate.ts';
import { imKey, phoneKey } from '../imports/plan/merge-customers.ts';
import { findPeople } from '../imports/plan/merge-people.ts';
import { writePeople } from '../imports/plan/people-edits.ts';
import type { PlanOptions } from '../imports/plan/plan.ts';
import type { PersonDraft } from '../imports/read-person.ts';
import { formatAddress } from '../match/format-address.ts';
import { formatPhone } from '../match/format-phone.ts';
import { normalizeEmail } from '../match/identifiers.ts';
import { agrees, isKnownAddress, isNothing, textOf } from './agreement.ts';
import type { Difference } from './difference.ts';
import type { IsDismissed, Ours } from './fact-differences.ts';

interface ComparedPeople {
  people: readonly PersonDraft[];
  /** Numbers that the row gives for the customer as a whole: they are told there. */
  phones: PersonDraft['phones'];
  customerId: CustomerId;
  line: number;
}

const scalars = ['reading', 'title', 'birthday', 'note'] as const;
const codes = ['role', 'leftOn'] as const;

/** People whom the row names and who are not there, or of whom it says something else. */
export function peopleDifferences(
  ours: Ours,
  { people, phones, customerId, line }: ComparedPeople,
  isDismissed: IsDismissed,
  options: Pick<PlanOptions, 'batchId' | 'newId' | 'policy' | 'language'>,
): Difference[] {
  const found = findPeople(people, ours.contacts);
  const elsewhere = new Set([...ours.customer.phones, ...phones].map(phoneKey));
  return people.flatMap((person): Difference[] => {
    const known = found.get(person);
    const told = known ? whatIsNew(known, person, elsewhere) : person;
    const lines = describe(told, options.language);
    const said = [person.name, ...describe(told, 'en')].join(' ');
    if (isNothing(lines) && known) return [];
    if (isDismissed({ fact: 'contact', said })) return [];
    const shown = { dismissedAs: { fact: 'contact', said: [said] }, theirs: { lines: [person.name, ...lines] } };
    if (!known) {
      const [written] = writePeople([{ draft: person, line }], { customerId, known: ours.contacts }, options);
      return [{ fact: 'contact', ...shown, ours: { lines: [] }, edit: written?.edit }];
    }
    const before = describe(whatIsThere(known, told), options.language);
    const { version: seen, createdAt: _created, updatedAt: _updated, deletedAt: _deleted, ...draft } = known;
    const after = { ...draft, ...withBoth(known, told) };
    const from = { batchId: options.batchId, row: line };
    const edit = { table: 'contact' as const, id: known.id, after, seen, from };
    return [{ fact: 'contact', ...shown, ours: { lines: [known.name, ...before] }, edit }];
  });
}

type Told = Partial<PersonDraft>;

/** What the row says of somebody and the archive does not. */
function whatIsNew(known: Contact, person: PersonDraft, elsewhere: ReadonlySet<string>): Told {
  const told: Record<string, unknown> = {};
  for (const field of scalars) if (!agrees(field, known[field], person[field])) told[field] = person[field];
  for (const field of codes)
    if (person[field] !== undefined && person[field] !== known[field]) told[field] = person[field];
  const numbers = new Set([...elsewhere, ...known.phones.map(phoneKey)]);
  const mails = new Set(known.emails.map(({ address }) => normalizeEmail(address)));
  const accounts = new Set(known.ims.map(imKey));
  return {
    ...told,
    phones: person.phones.filter((phone) => !numbers.has(phoneKey(phone))),
    emails: person.emails.filter(({ address }) => !mails.has(normalizeEmail(address))),
    ims: person.ims.filter((im) => !accounts.has(imKey(im))),
    addresses: (person.addresses ?? []).filter((address) => !isKnownAddress(known.addresses ?? [], address)),
  };
}

/** What stands here where the row says something else. */
function whatIsThere(known: Contact, told: Told): Told {
  return Object.fromEntries(
    Object.entries(told).flatMap(([field, value]) =>
      isNothing(value) ? [] : [[field, (known as Record<string, unknown>)[field]]],
    ),
  );
}

/** The list's numbers first, then those that are here; its words instead of those that are here. */
function withBoth(known: Contact, { phones = [], emails = [], ims = [], addresses = [], ...told }: Told): Told {
  return {
    ...told,
    phones: [...phones, ...known.phones],
    emails: [...emails, ...known.emails],
    ims: [...ims, ...known.ims],
    ...((addresses.length > 0 || known.addresses) && { addresses: [...addresses, ...(known.addresses ?? [])] }),
  };
}

function describe(told: Told, language: PlanOptions['language']): string[] {
  const { role, title, phones = [], emails = [], ims = [], addresses = [], reading, birthday, leftOn, note } = told;
  return [
    role && translate(language, `role.${role}`),
    title,
    ...phones.map(formatPhone),
    ...emails.map(({ address }) => address),
    ...ims.map(({ account }) => account),
    ...addresses.map(formatAddress),
    reading,
    textOf(birthday),
    leftOn,
    note,
  ].flatMap((line) => (line === undefined || line === '' ? [] : [line]));
}

import type { Customer, CustomerKind } from '../domain/customer/customer.ts';
import type { LocalTime } from '../domain/record.ts';
import { readTermsDays } from '../formats/values/payment-terms.ts';
import { parseWords, readWords } from '../formats/values/word-list.ts';
import { readYearlyDate } from '../formats/values/yearly-dates.ts';
import { looksLikeCompany } from '../match/company.ts';
import { formatPhone } from '../match/format-phone.ts';
import { isValidUscc, normalizeUscc } from '../match/identifiers.ts';
import { inSpokenOrder, splitPersonName } from '../match/names.ts';
import { compactText } from '../match/text.ts';
import { readAnswers } from '../gaps/answer-text.ts';
import { currencyNamedIn } from '../money/read-money.ts';
import { readOwnCode } from '../words/coded-words.ts';
import { repeatsSource } from '../words/sources.ts';
import * as choices from './choices.ts';
import { readBirthday } from './read-birthday.ts';
import { readMoneyOf } from './read-money.ts';
import { readPeople, type PersonDraft } from './read-person.ts';
import { readAddresses, readEmails, readIms, readPhones } from './read-reach.ts';
import { readOpening, type OpeningDraft } from './read-opening.ts';
import { RowReader, type Cell, type Columns, type ReadOptions } from './row-reader.ts';
import { readFollowUp, type PlannedFollowUp } from './read-follow-up.ts';
import type { Problem } from './problems.ts';

/** What a row says about a customer, before it is compared with the archive. */
export type CustomerDraft = Omit<
  Customer,
  | 'id'
  | 'version'
  | 'createdAt'
  | 'updatedAt'
  | 'deletedAt'
  | 'code'
  | 'tagIds'
  | 'customFields'
  | 'referrerId'
  | 'origin'
> & { code?: string };

/** Somebody who belongs to the customer: `配偶`, `李梅`. */
export interface RelatedName {
  label: string;
  name: string;
}

export interface CustomerRow {
  draft: CustomerDraft;
  /** Whether the row says of which kind the customer is; otherwise it was guessed. */
  isKindTold: boolean;
  contacts: PersonDraft[];
  tagNames: string[];
  custom: { label: string; value: string }[];
  referrer: string;
  /** As the file calls it. */
  campaign: string;
  related: RelatedName[];
  lastContact?: LocalTime | undefined;
  followUp?: PlannedFollowUp | undefined;
  opening?: OpeningDraft | undefined;
  problems: Problem[];
}

/** Reads a row as a customer. Values that no field can take go to the note under the name of their column. */
export function readCustomer(cells: readonly string[], columns: Columns, options: ReadOptions): CustomerRow {
  const row = new RowReader(cells, columns, options);
  const phones = readPhones(row, 'phone');
  const emails = readEmails(row, 'email');
  const who = readNames(row);
  let name = who.name;
  if (name === '') {
    const substitute = phones[0] ? formatPhone(phones[0]) : (emails[0]?.address ?? '');
    if (substitute === '') row.fail('name/missing');
    else row.warn('name/substituted', undefined, { value: substitute });
    name = substitute.slice(0, 120);
  }
  if (who.kind === 'person') name = inSpokenOrder(name);
  const parts = who.kind === 'person' ? splitPersonName(name) : undefined;
  const { people, phones: contactPhones } = readPeople(row, who, phones);
  const source = readSourceOf(row);
  const lastContact = row.date('lastContact');
  const followUp = readFollowUp(row, 'nextFollowUp', undefined);
  const opening = readOpening(row);
  const draft: CustomerDraft = {
    kind: who.kind,
    name,
    ...defined({
      code: row.identifier('code', 40),
      familyName: row.fitted('familyName', 60) ?? parts?.familyName,
      givenName: row.fitted('givenName', 60) ?? parts?.givenName,
      reading: row.fitted('reading', 200),
      gender: row.choice('gender', choices.readGender),
      salutation: row.fitted('salutation', 40),
      birthday: readBirthday(row),
      organization: who.organization || undefined,
      department: row.fitted('department', 100),
      title: people.length > 0 ? undefined : row.fitted('title', 100),
      uscc: readUscc(row),
      legalRepresentative: row.fitted('legalRepresentative', 60),
      industry: row.fitted('industry', 60),
      size: row.fitted('size', 60),
      website: row.fitted('website', 300),
      ...source,
      owner: row.fitted('owner', 60),
      leadStatus: row.choice('leadStatus', choices.readLeadStatus),
      preferredChannel: row.choice('preferredChannel', choices.readChannel),
      preferredTime: row.fitted('preferredTime', 60),
      creditLimitFen: readMoneyOf(row, 'creditLimit'),
      paymentTermsDays: row.choice('paymentTerms', readTermsDays),
      acquiredOn: row.day('acquiredOn'),
      verifiedOn: row.day('verifiedOn'),
      ...readLoss(row),
      answers: readAnswersOf(row),
    }),
    aliases: readAliases(row, name),
    phones: mergePhones(phones, contactPhones),
    emails,
    ims: readIms(row, phones),
    addresses: readAddresses(row),
    anniversaries: readAnniversaries(row),
    doNotContact: row.choice('doNotContact', choices.readDoNotContact) ?? [],
  };
  if (draft.acquiredOn && draft.acquiredOn > options.today)
    row.warn('date/future', row.first('acquiredOn')?.column, { value: draft.acquiredOn });
  // There is room for one; the others are kept in the note.
  for (const cell of row.all('website').slice(1)) row.keep(cell);
  const tagNames = readTags(row);
  const custom = readCustom(row);
  const note = [...row.all('note').map((cell) => readNote(row, cell)), ...row.leftovers()].join('\n');
  if (note !== '') draft.note = note.slice(0, 1_000_000);
  return {
    draft,
    isKindTold: who.isKindTold,
    contacts: people,
    tagNames,
    custom,
    referrer: row.text('referrer'),
    campaign: row.fitted('campaign', 60) ?? '',
    related: row.all('related').map((cell) => ({ label: labelBefore(row, cell.column), name: row.fit(cell, 120) })),
    lastContact,
    followUp,
    opening,
    problems: row.problems,
  };
}

/** Leaves out what is absent, as records do. */
function defined<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const present: { [K in keyof T]?: Exclude<T[K], undefined> } = {};
  for (const key in values) {
    const value = values[key];
    if (value !== undefined) present[key] = value as Exclude<T[typeof key], undefined>;
  }
  return present;
}

interface Names {
  kind: CustomerKind;
  isKindTold: boolean;
  name: string;
  organization: string;
  contactName: string;
}

/**
 * Who the customer is. A row about a company may name a person in 姓名: the company is the customer then, and the person
 * the one to talk to. A person may belong to a company without the company being a customer.
 */
function readNames(row: RowReader): Names {
  const kind = row.choice('kind', choices.readCustomerKind);
  const isKindTold = kind !== undefined;
  const organization = row.fitted('organization', 200) ?? '';
  const contactName = row.fitted('contactName', 120) ?? '';
  const name = row.fitted('name', 120) ?? composeName(row);
  const isOrganized = kind === 'company' || kind === 'partner';
  if (
    isOrganized &&
    organization !== '' &&
    name !== '' &&
    compactText(name) !== compactText(organization) &&
    !looksLikeCompany(name)
  ) {
    return { kind, isKindTold, name: organization.slice(0, 120), organization: '', contactName: contactName || name };
  }
  if (name === '' && organization !== '') {
    return { kind: kind ?? 'company', isKindTold, name: organization.slice(0, 120), organization: '', contactName };
  }
  const isPersonHimself = contactName === '' || compactText(contactName) === compactText(name);
  const guessed = kind ?? (looksLikeCompany(name) || (!isPersonHimself && name !== '') ? 'company' : 'person');
  if (name === '' && contactName !== '')
    return { kind: kind ?? 'person', isKindTold, name: contactName, organization, contactName: '' };
  const isRepeated = compactText(organization) === compactText(name);
  return {
    kind: guessed,
    isKindTold,
    name,
    organization: isRepeated ? '' : organization,
    contactName: isPersonHimself ? '' : contactName,
  };
}

function composeName(row: RowReader): string {
  const [family, given, middle, suffix] = (['familyName', 'givenName', 'middleName', 'nameSuffix'] as const).map(
    (field) => row.text(field),
  );
  const isHan = /^[\p{Script=Han}·]*$/u.test(`${family}${given}`);
  const whole = isHan ? `${family}${given}` : [given, middle, family, suffix].filter(Boolean).join(' ');
  return whole.slice(0, 120);
}

function mergePhones(phones: CustomerDraft['phones'], more: CustomerDraft['phones']): CustomerDraft['phones'] {
  const known = new Set(phones.map((phone) => phone.e164 ?? phone.raw));
  return [...phones, ...more.filter((phone) => !known.has(phone.e164 ?? phone.raw))].slice(0, 50);
}

function readSourceOf(row: RowReader): Pick<CustomerDraft, 'source' | 'sourceDetail'> {
  const detail = row.fitted('sourceDetail', 200);
  const cell = row.first('source');
  if (!cell) return defined({ sourceDetail: detail });
  const source = readOwnCode('source', cell.text, row.options.words ?? []) ?? choices.readSource(cell.text);
  if (!source) row.warn('source/unknown', cell.column, { value: cell.text });
  if (source !== undefined && repeatsSource(cell.text, source, row.options.words ?? []))
    return defined({ source, sourceDetail: detail });
  // 小红书 is counted as 抖音/小红书 but should still be read as it was written.
  return defined({ source: source ?? 'other', sourceDetail: detail ?? row.fit(cell, 200) });
}

/** A reason without a day counts from the import on, a day without a reason is for another one. */
function readLoss(row: RowReader): Pick<CustomerDraft, 'lostOn' | 'lostReason'> {
  const { words = [], today } = row.options;
  const on = row.day('lostOn');
  const reason = row.choice(
    'lostReason',
    (text) => readOwnCode('lostReason', text, words) ?? choices.readLossReason(text),
  );
  const isTold = reason !== undefined || row.text('lostReason') !== '' || on !== undefined;
  return isTold ? { lostOn: on ?? today, lostReason: reason ?? 'other' } : {};
}

function readAnniversaries(row: RowReader): CustomerDraft['anniversaries'] {
  return row.all('anniversary').flatMap((cell) => {
    const date = readYearlyDate(cell.text, row.dateOptions(cell.column));
    if (!date) row.refuse('date/unreadable', cell);
    const label = (labelBefore(row, cell.column) || row.columns.header[cell.column] || '').slice(0, 60);
    return date ? [{ label, date }] : [];
  });
}

function readUscc(row: RowReader): string | undefined {
  const cell = row.first('uscc');
  if (!cell) return undefined;
  if (!isValidUscc(normalizeUscc(cell.text))) row.warn('uscc/invalid', cell.column, { value: cell.text });
  return row.fit({ ...cell, text: normalizeUscc(cell.text) }, 30);
}

function readAliases(row: RowReader, name: string): string[] {
  const aliases = row
    .all('aliases')
    .flatMap((cell) => readWords(cell.text).map((text) => row.fit({ ...cell, text }, 120)));
  return [...new Set(aliases)].filter((alias) => alias !== name).slice(0, 50);
}

/** `* myContacts` and its like are groups of the system that wrote the file. */
function readTags(row: RowReader): string[] {
  const words = row.all('tags').flatMap((cell) =>
    parseWords(cell.text)
      .filter(({ text, isQuoted }) => isQuoted || !text.startsWith('*'))
      .map(({ text }) => row.fit({ ...cell, text }, 60)),
  );
  return [...new Set(words)].slice(0, 500);
}

/** What the customer has none of or will not say; a part that tells no answer is kept as text. */
function readAnswersOf(row: RowReader): CustomerDraft['answers'] {
  const cell = row.first('answers');
  if (!cell) return undefined;
  const { answers, left } = readAnswers(cell.text, row.options.customFields ?? []);
  for (const text of left) row.refuse('choice/unknown', { ...cell, text });
  return Object.keys(answers).length === 0 ? undefined : answers;
}

function readCustom(row: RowReader): CustomerRow['custom'] {
  const found = row.all('customValue').map(({ column, text }) => ({
    label: labelBefore(row, column) || row.columns.header[column] || '',
    value: text,
  }));
  row.columns.targets.forEach((target, column) => {
    const value = target.startsWith('custom:') ? row.textAt(column) : '';
    if (value === '') return;
    const label = target.slice('custom:'.length);
    const foreign = row.columns.foreign.get(column);
    // A field that is not called after the currency of its column may hold amounts of the archive's.
    const isToldApart = foreign === undefined || currencyNamedIn(label) === foreign;
    found.push({ label, value: isToldApart ? value : `${value} ${foreign}` });
  });
  return found
    .filter(({ label }) => label !== '')
    .map(({ label, value }) => ({ label: label.slice(0, 60), value: value.slice(0, 5000) }));
}

/** `Spouse: Marcus Whitfield`, where another column says what the text is. */
function readNote(row: RowReader, { column, text }: Cell): string {
  const label = labelBefore(row, column);
  return label === '' ? text : `${label}: ${text}`;
}

/** The label in the column before, as Google's export has it: `* Work` marks the preferred one. */
function labelBefore(row: RowReader, column: number): string {
  return row.columns.targets[column - 1] === 'label' ? row.textAt(column - 1).replace(/^\*\s*/, '') : '';
}

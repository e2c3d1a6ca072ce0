import { imKinds, type Customer } from '../domain/customer/customer.ts';
import { readWords } from '../formats/values/word-list.ts';
import type { Cell, IsMeant, RowReader } from './row-reader.ts';
import type { ProblemCode } from './problems.ts';
import { digitsOf } from '../match/format-phone.ts';
import { isEmail, normalizeEmail } from '../match/identifiers.ts';
import type { PhoneNote } from '../match/phone-number.ts';
import { normalizePhones } from '../match/phone.ts';
import { resolveAddress } from '../match/region/resolve-address.ts';
import { normalizeText } from '../match/text.ts';
import { ownPlaces } from '../words/places.ts';

const noWords: NonNullable<RowReader['options']['words']> = [];
const placeholder = /^(?:无|暂无|没有|未知|不详|none|n\/?a|[-—–/\\.]+)$/i;
const phoneProblems: Readonly<Record<PhoneNote, ProblemCode>> = {
  masked: 'phone/masked',
  scientific: 'phone/scientific',
  'wrong-length': 'phone/wrong-length',
  'no-area-code': 'phone/no-area-code',
  'no-country-code': 'phone/no-country-code',
  unassigned: 'phone/unassigned',
  unreadable: 'phone/unreadable',
  'no-number': 'phone/unreadable',
};

/** The label of a cell: from a label column before it, else what its header says beyond 电话 or Phone. */
function labelOf(row: RowReader, column: number): string {
  if (row.columns.targets[column - 1] === 'label')
    return row
      .textAt(column - 1)
      .replace(/^\*\s*/, '')
      .slice(0, 40);
  return row.columns.named[column]?.label ?? '';
}

type PhoneField = 'phone' | 'contactPhone';
type MailField = 'email' | 'contactEmail';

/** Cells of a field with the several values that Google writes into one cell taken apart. */
function values(row: RowReader, field: PhoneField | MailField, isMeant?: IsMeant): (Cell & { label: string })[] {
  return row
    .all(field, isMeant)
    .flatMap((cell) =>
      cell.text
        .split(' ::: ')
        .map((text) => ({ column: cell.column, text: text.trim(), label: labelOf(row, cell.column) })),
    );
}

export function readPhones(row: RowReader, field: PhoneField, isMeant?: IsMeant): Customer['phones'] {
  const country = row.country();
  const phones = new Map<string, Customer['phones'][number]>();
  for (const { column, text, label } of values(row, field, isMeant)) {
    for (const { phone, note } of normalizePhones(text, country)) {
      if (note) row.warn(phoneProblems[note], column, { value: phone.raw });
      const isFax = row.columns.named[column]?.isFax || /传真|fax/i.test(label);
      const known = phones.get(phone.e164 ?? phone.raw);
      if (known) continue;
      const named = phone.label ?? label;
      phones.set(phone.e164 ?? phone.raw, {
        ...phone,
        ...(named && { label: named }),
        ...(isFax && { kind: 'fax' as const }),
      });
    }
    if (text.length > 80 && normalizePhones(text, country).some(({ phone }) => phone.raw.length >= 80))
      row.keep({ column, text });
  }
  return [...phones.values()].slice(0, 50);
}

export function readEmails(row: RowReader, field: MailField, isMeant?: IsMeant): Customer['emails'] {
  const emails = new Map<string, Customer['emails'][number]>();
  for (const { column, text, label } of values(row, field, isMeant)) {
    for (const piece of text.split(/[;；,，、|\s/]+/)) {
      const address = normalizeText(piece);
      if (address === '' || placeholder.test(address)) continue;
      if (!isEmail(normalizeEmail(address))) row.warn('email/invalid', column, { value: address });
      emails.set(normalizeEmail(address), {
        address: row.fit({ column, text: address }, 254),
        ...(label && { label }),
      });
    }
  }
  return [...emails.values()].slice(0, 50);
}

/** Chat accounts; 同手机 stands for the first mobile number. */
export function readIms(row: RowReader, phones: Customer['phones']): Customer['ims'] {
  const mobile = phones.find((phone) => phone.kind === 'mobile' && phone.e164);
  return imKinds
    .flatMap((kind) =>
      row.all(kind === 'other' ? 'otherAccount' : kind).flatMap((cell) =>
        readWords(cell.text).map((text) => {
          const isSame = /^(?:同手机|同手机号|同号|手机号|微信同号|同电话|同上)$/.test(text.trim());
          const account = isSame && mobile ? digitsOf(mobile.raw).slice(-11) : text.trim();
          return { kind, account: row.fit({ ...cell, text: account }, 120) };
        }),
      ),
    )
    .filter((im) => im.account !== '' && !placeholder.test(im.account))
    .slice(0, 50);
}

const parts = ['province', 'city', 'district', 'address', 'formattedAddress', 'postcode', 'country'] as const;

export function readAddresses(row: RowReader): Customer['addresses'] {
  const groups = new Map<
    string,
    Partial<Record<(typeof parts)[number], string>> & { label?: string; column?: number }
  >();
  for (const part of parts) {
    for (const { column, text } of row.all(part)) {
      if (placeholder.test(text)) continue;
      const name = row.columns.named[column]?.addressGroup ?? '';
      const group = groups.get(name) ?? {};
      const label = labelOfAddress(row, column, name);
      groups.set(name, {
        ...group,
        [part]: group[part] ? joinPlaces(group[part], text) : text,
        ...(label && { label }),
        column: Math.min(group.column ?? column, column),
      });
    }
  }
  const inOrder = [...groups.values()].toSorted((a, b) => (a.column ?? 0) - (b.column ?? 0));
  return inOrder.flatMap(({ label, column = 0, country, ...group }) => {
    const hasParts = group.province !== undefined || group.city !== undefined || group.address !== undefined;
    const street = hasParts ? group.address : group.formattedAddress;
    if (street && street.length > 300) row.refuse('text/too-long', { column, text: street });
    const address = resolveAddress({ ...group, street }, ownPlaces(row.options.words ?? noWords));
    if (!address && !country) return [];
    return [
      {
        ...address,
        ...(country && !/^(?:中国|中华人民共和国|china|cn|prc)$/i.test(country) && { country: country.slice(0, 40) }),
        ...(label && { label }),
      },
    ];
  });
}

/** `12 Harbour Street, Flat 3`; what is written in Chinese stands without a comma. */
function joinPlaces(before: string, text: string): string {
  return /\p{Script=Han}/u.test(before) ? `${before} ${text}` : `${before}, ${text}`;
}

/** In the column before any part of the address, or in the one that carries its number: `地址 2 说明`. */
function labelOfAddress(row: RowReader, column: number, group: string): string {
  if (row.columns.targets[column - 1] === 'label') return labelOf(row, column);
  const { header, targets, named } = row.columns;
  const own = targets.findIndex(
    (target, at) => target === 'label' && named[at]?.addressGroup === group && /地址|address/i.test(header[at] ?? ''),
  );
  return own >= 0 ? labelOf(row, own + 1) : addressLabel(group);
}

/** Headers of Outlook name the place in English, Chinese ones in Chinese; both are kept as they are. */
function addressLabel(group: string): string {
  return /^\d*$/.test(group) ? '' : group;
}

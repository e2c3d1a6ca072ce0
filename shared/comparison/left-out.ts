import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Contact } from '../domain/contact/contact.ts';
import type { Customer } from '../domain/customer/customer.ts';
import type { ImportBatch } from '../domain/import-batch/import-batch.ts';
import { phoneMatchKey } from '../match/format-phone.ts';
import { normalizeEmail } from '../match/identifiers.ts';
import { nameKey } from '../match/name-key.ts';
import { compactText } from '../match/text.ts';

type Reached = Pick<Customer, 'phones' | 'emails' | 'ims'>;
export type Somebody = Pick<Customer, 'name' | 'aliases' | 'uscc'> & Reached & { code?: string };

/**
 * By what somebody whom the archive left out is known again: a name together with each thing that reaches them, hashed, so that
 * no list of strangers is kept. A name alone where there is nothing else.
 */
export function digestsOf(
  somebody: Somebody,
  contacts: readonly Pick<Contact, 'phones' | 'emails' | 'ims'>[],
): string[] {
  const { name, aliases, code = '', uscc = '' } = somebody;
  const reached: readonly Reached[] = [somebody, ...contacts];
  const ways = [
    ...reached.flatMap(({ phones }) => phones.map((phone) => phoneMatchKey(phone) || phone.raw)),
    ...reached.flatMap(({ emails }) => emails.map(({ address }) => normalizeEmail(address))),
    ...reached.flatMap(({ ims }) => ims.map(({ account }) => compactText(account))),
    compactText(code),
    compactText(uscc),
  ].filter((way) => way !== '');
  const names = new Set([name, ...aliases].map(nameKey));
  return [...names].flatMap((each) =>
    (ways.length === 0 ? [''] : [...new Set(ways)]).map((way) => digest(`${each}\n${way}`)),
  );
}

/** A receipt that does not know these any more. */
export function withoutLeftOut<R extends Pick<ImportBatch, 'leftOut'>>(receipt: R, forgotten: ReadonlySet<string>): R {
  const { leftOut = [], ...rest } = receipt;
  const left = leftOut.filter((digest) => !forgotten.has(digest));
  if (left.length === leftOut.length) return receipt;
  return { ...rest, ...(left.length > 0 && { leftOut: left }) } as R;
}

/** 64 bits: among a million of them two are alike once in tens of millions of archives. */
export function digest(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)).subarray(0, 8));
}

import type { Contact } from '#shared/domain/contact/contact.ts';
import type { Customer } from '#shared/domain/customer/customer.ts';
import type { Order } from '#shared/domain/order/order.ts';
import { normalizeEmail } from '#shared/match/identifiers.ts';
import { normalizePhone } from '#shared/match/phone.ts';
import { compactText, foldText } from '#shared/match/text.ts';
import type { MatchKey } from '../../api.ts';
import { digitsOf } from './search-text.ts';

interface Recognised {
  customer: Customer;
  contacts: readonly Contact[];
  /** Of all of them. */
  phoneDigits: string;
  orders: readonly Order[];
}

/** Everything by which a customer can be recognised in an imported row or while somebody types. */
export function matchKeysOf({ customer, contacts, phoneDigits, orders }: Recognised): string[] {
  const keys = [`n:${compactText(customer.name)}`];
  for (const alias of customer.aliases) if (compactText(alias) !== '') keys.push(aliasKey(alias));
  for (const code of [customer.code, ...(customer.formerCodes ?? [])]) if (code !== '') keys.push(codeKey(code));
  if (customer.uscc) keys.push(usccKey(customer.uscc));
  for (const digits of phoneDigits.split(' ')) if (digits !== '') keys.push(`p:${digits}`);
  for (const { emails, ims } of [customer, ...contacts]) {
    for (const { address } of emails) keys.push(emailKey(address));
    for (const { account } of ims) keys.push(imKey(account));
  }
  for (const order of orders) if (order.no !== '') keys.push(orderNoKey(order.no));
  return keys;
}

/** Where nobody has a name: who goes by it too. */
export function aliasToFind(key: MatchKey): string {
  return 'name' in key && compactText(key.name) !== '' ? aliasKey(key.name) : '';
}

/** The same for what is looked for; empty when there is nothing to go by. */
export function keyToFind(key: MatchKey): string {
  if ('phone' in key) {
    const e164 = normalizePhone(key.phone)?.e164;
    const digits = e164 ? e164.replace(/^\+(86)?/, '') : digitsOf(key.phone);
    return digits.length < 3 ? '' : `p:${digits}`;
  }
  if ('name' in key) return compactText(key.name) === '' ? '' : `n:${compactText(key.name)}`;
  if ('email' in key) return key.email.trim() === '' ? '' : emailKey(key.email);
  if ('im' in key) return key.im.trim() === '' ? '' : imKey(key.im);
  if ('code' in key) return key.code === '' ? '' : codeKey(key.code);
  if ('uscc' in key) return key.uscc === '' ? '' : usccKey(key.uscc);
  return key.orderNo === '' ? '' : orderNoKey(key.orderNo);
}

function aliasKey(alias: string): string {
  return `a:${compactText(alias)}`;
}

function codeKey(code: string): string {
  return `c:${compactText(code)}`;
}

function usccKey(uscc: string): string {
  return `u:${compactText(uscc)}`;
}

function emailKey(address: string): string {
  return `e:${normalizeEmail(address)}`;
}

function imKey(account: string): string {
  return `w:${foldText(account).trim()}`;
}

function orderNoKey(no: string): string {
  return `o:${compactText(no)}`;
}

import type { Customer } from '#shared/domain/customer/customer.ts';
import type { Order } from '#shared/domain/order/order.ts';
import { normalizePhone } from '#shared/match/phone.ts';
import { compactText } from '#shared/match/text.ts';
import type { MatchKey } from '../api.ts';
import { digitsOf } from './search-text.ts';

/** Everything by which a customer can be recognised in an imported row or while somebody types. */
export function matchKeysOf(customer: Customer, phoneDigits: string, orders: readonly Order[]): string[] {
  const keys = [`n:${compactText(customer.name)}`];
  for (const alias of customer.aliases) if (compactText(alias) !== '') keys.push(aliasKey(alias));
  for (const code of [customer.code, ...(customer.formerCodes ?? [])]) if (code !== '') keys.push(codeKey(code));
  if (customer.uscc) keys.push(usccKey(customer.uscc));
  for (const digits of phoneDigits.split(' ')) if (digits !== '') keys.push(`p:${digits}`);
  for (const order of orders) if (order.no !== '') keys.push(orderNoKey(order.no));
  return keys;
}

/** Where nobody has a name: who goes by it too. */
export function aliasToFind(key: KeyedMatch): string {
  return 'name' in key && compactText(key.name) !== '' ? aliasKey(key.name) : '';
}

/** What is looked for by its key; mails and accounts are compared as they stand in their columns. */
export type KeyedMatch = Exclude<MatchKey, { email: string } | { im: string }>;

/** The same for what is looked for; empty when there is nothing to go by. */
export function keyToFind(key: KeyedMatch): string {
  if ('phone' in key) {
    const e164 = normalizePhone(key.phone)?.e164;
    const digits = e164 ? e164.replace(/^\+(86)?/, '') : digitsOf(key.phone);
    return digits.length < 3 ? '' : `p:${digits}`;
  }
  if ('name' in key) return compactText(key.name) === '' ? '' : `n:${compactText(key.name)}`;
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

function orderNoKey(no: string): string {
  return `o:${compactText(no)}`;
}

import type { Customer, Dismissed } from '../domain/customer/customer.ts';
import { compactText, foldText } from '../match/text.ts';

/** Older ones than these are asked about again. */
const mostKept = 1000;
const longestSaid = 600;

/** One text for what was said of a fact, however it was spelled. */
export function dismissedKey({ fact, said }: Dismissed): string {
  const text = said.slice(0, longestSaid);
  return `${fact}\n${compactText(text) || foldText(text)}`;
}

/** Tells whether something was said of a customer before and found to be wrong. */
export function createDismissedCheck({ dismissed = [] }: Pick<Customer, 'dismissed'>): (each: Dismissed) => boolean {
  if (dismissed.length === 0) return () => false;
  const known = new Set(dismissed.map(dismissedKey));
  return (each) => known.has(dismissedKey(each));
}

/** What is remembered with more of it, each once. */
export function withDismissed(known: readonly Dismissed[] = [], more: readonly Dismissed[]): Dismissed[] {
  const byKey = new Map(known.map((each) => [dismissedKey(each), each]));
  for (const each of more) {
    const key = dismissedKey(each);
    const { fact, said } = each;
    if (said !== '' && !byKey.has(key)) byKey.set(key, { fact, said: said.slice(0, longestSaid) });
  }
  return [...byKey.values()].slice(-mostKept);
}

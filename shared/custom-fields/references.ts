import type { CustomerId } from '../domain/customer/customer.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { phoneMatchKey } from '../match/format-phone.ts';
import { normalizePhone } from '../match/phone.ts';
import { cleanText } from '../match/text.ts';

export type ReferenceKey = { code: string } | { name: string } | { phone: string };

/** `code`, then `name`, then `phone`: what a text may mean a customer by, the surest first. */
export function referenceKeys(text: string): ReferenceKey[] {
  const clean = cleanText(text);
  if (clean === '') return [];
  const phone = phoneMatchKey({ raw: clean, e164: normalizePhone(clean)?.e164 });
  return [{ code: clean }, { name: clean }, ...(phone === '' ? [] : [{ phone }])];
}

export type FoundReference = { id: CustomerId } | { problem: 'none' | 'several' | 'self' };

/**
 * Whom a text means: the one customer of this code, else of exactly this name, else of this number. Where several answer to the
 * surest way that anybody answers to, it cannot be told. `besides` is who refers: nobody means himself.
 */
export function findReference(
  text: string,
  hitsOf: (key: ReferenceKey) => readonly { id: CustomerId }[],
  besides: CustomerId | null,
): FoundReference {
  for (const key of referenceKeys(text)) {
    const ids = new Set(hitsOf(key).map(({ id }) => id));
    const [only] = ids;
    if (only === undefined) continue;
    if (ids.size > 1) return { problem: 'several' };
    return only === besides ? { problem: 'self' } : { id: only };
  }
  return { problem: 'none' };
}

export const referenceProblems = {
  none: 'fields.problem.reference.none',
  several: 'fields.problem.reference.several',
  self: 'fields.problem.reference.self',
} as const satisfies Record<string, MessageKey>;

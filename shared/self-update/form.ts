import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import * as z from 'zod';
import { decodeText, encodeText } from '../archive/text.ts';
import type { Key } from '../crypto/keys.ts';
import { customerIdSchema, type CustomerId } from '../domain/customer/customer.ts';
import { localDateSchema, type LocalDate } from '../domain/record.ts';
import { fromBase64, toBase64 } from './base64.ts';

export type ReplyKey = Key<'replies'>;

/** What a form asks and for how long; its customer carries it to and fro as the code of the form. */
export interface Form {
  customerId: CustomerId;
  formId: string;
  /** The last day on which a reply is taken. */
  expiresOn: LocalDate;
  /** What it asks, in its order: the key of each item and, behind the last `=`, the mark of its value. */
  items: string[];
}

const codeVersion = 1;
const codeSchema = z.tuple([
  z.literal(codeVersion),
  z.string().length(6),
  customerIdSchema,
  z.string().min(1).max(64),
  localDateSchema,
  z.array(z.string().max(120)).max(400),
]);

/** Tells an archive's forms from those of others; says nothing about its key. */
function archiveMark(key: ReplyKey): string {
  return markOf(key, 'archive');
}

/** Six signs for a value that only the archive can tell, so that a reply shows nobody what it is about. */
export function markOf(key: ReplyKey, ...parts: readonly string[]): string {
  return toBase64(hmac(sha256, key, encodeText(`mark\0${parts.join('\0')}`)).slice(0, 4));
}

export function writeCode(key: ReplyKey, { customerId, formId, expiresOn, items }: Form): string {
  return toBase64(encodeText(JSON.stringify([codeVersion, archiveMark(key), customerId, formId, expiresOn, items])));
}

/**
 * What the page of a form seals its reply with: HMAC-SHA-256 of the code under the archive's key (RFC 2104). With it a reply to
 * this one form can be written, by whoever has the form, and nothing else.
 */
export function secretOf(key: ReplyKey, code: string): Uint8Array {
  return hmac(sha256, key, encodeText(`form\0${code}`));
}

/** The form that a code is of; `foreign` for one that this archive did not make. */
export function readCode(key: ReplyKey, code: string): Form | 'foreign' | 'damaged' {
  const bytes = fromBase64(code);
  const parsed = bytes && codeSchema.safeParse(jsonOf(bytes));
  if (!parsed?.success) return 'damaged';
  const [, mark, customerId, formId, expiresOn, items] = parsed.data;
  return mark === archiveMark(key) ? { customerId, formId, expiresOn, items } : 'foreign';
}

/** `undefined` for bytes that are no JSON. */
export function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decodeText(bytes));
  } catch {
    return undefined;
  }
}

import * as z from 'zod';
import { instantSchema } from '../domain/record.ts';

/** What the audit log tells. Only names from this list, numbers and hashes: never a customer, a path or a key. */
export const auditEvents = [
  'archive-created',
  'unlocked',
  'unlock-refused',
  'locked',
  'paper-key-shown',
  'paper-key-refused',
  'paper-key-confirmed',
  'passphrase-changed',
  'passphrase-refused',
  'keychain-on',
  'keychain-off',
  'backup-made',
  'backup-failed',
  'folder-added',
  'folder-removed',
  'backup-opened',
  'backup-refused',
  'restored',
  'restore-failed',
  'customer-brought-back',
  'database-rebuilt',
  'imported',
  'bulk-changed',
  'bulk-read',
  'printed',
  'exported',
  'file-saved',
  'journal-copied',
  'file-opened',
  'erasure-begun',
  'erased',
  'request-refused',
  'log-exported',
  'log-torn',
] as const;
export type AuditEvent = (typeof auditEvents)[number];

/** What the window may report of itself; everything else main sees with its own eyes. */
export const reportedEvents = [
  'imported',
  'bulk-changed',
  'bulk-read',
  'printed',
  'customer-brought-back',
  'database-rebuilt',
] as const;
export type ReportedEvent = (typeof reportedEvents)[number];

const hash = z.string().regex(/^[0-9a-f]{64}$/);

export const auditDetailSchema = z.strictObject({
  /** Records, customers or files, as the event has it. */
  count: z.int().min(0).optional(),
  /** The journal's sequence number it speaks of. */
  seq: z.int().min(0).optional(),
  /** Code of the refusal. */
  error: z.string().max(60).optional(),
  channel: z.string().max(60).optional(),
  /** Of an erasure's certificate. */
  certificate: hash.optional(),
  /** Entries that could not be written before this one. */
  missed: z.int().min(1).optional(),
});
export type AuditDetail = z.infer<typeof auditDetailSchema>;

export const auditEntrySchema = z.strictObject({
  /** From 1, without gaps. */
  n: z.int().min(1),
  at: instantSchema,
  event: z.enum(auditEvents),
  detail: auditDetailSchema,
  /** Hash of the entry before; zeros for the first. */
  previous: hash,
  /** SHA-256 of everything above. */
  hash,
  /** HMAC of the hash under a key of the archive; `null` for what happened while it was locked. */
  mac: hash.nullable(),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

/** `changed`: the entry is not what was written. `missing`: entries before or after it are gone. */
export const auditCheckSchema = z.strictObject({
  entries: z.int().min(0),
  broken: z.strictObject({ n: z.int().min(1), why: z.enum(['changed', 'missing']) }).nullable(),
});
export type AuditCheck = z.infer<typeof auditCheckSchema>;

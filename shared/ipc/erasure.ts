import * as z from 'zod';
import { instantSchema } from '../domain/record.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** Proof of an erasure: what, when, how many; nothing about the persons. */
export const certificateSchema = z.strictObject({
  archiveId: z.string(),
  begunAt: instantSchema,
  finishedAt: instantSchema,
  persons: z.int().min(1),
  /** HMAC of each person's record id: recognises the record in an old backup, names nobody. */
  tombstones: z.array(hash),
  /** Records removed per table. */
  records: z.record(z.string().max(40), z.int().min(0)),
  /** Sales of which the figures stay, as tax law wants it, without whose they were; absent in certificates from before. */
  keptSales: z.int().min(0).optional(),
  /** Everything in the journal up to this number is gone. */
  journalUpTo: z.int().min(0),
  /** Local snapshots that were written anew without them, and those that could not be read and were removed. */
  snapshotsRewritten: z.int().min(0),
  snapshotsRemoved: z.int().min(0),
  /** Damaged bytes that had been kept aside and were removed. */
  keptAsideRemoved: z.int().min(0),
  /** Their files that nobody else has; absent when they had none. */
  filesRemoved: z.int().min(0).optional(),
  /** Backups elsewhere that still hold them, until they expire or are made again. */
  elsewhere: z.array(z.strictObject({ folder: z.string(), name: z.string(), createdAt: instantSchema })),
  /** Of this certificate without this line, as JSON. */
  sha256: hash,
});
export type ErasureCertificate = z.infer<typeof certificateSchema>;

import * as z from 'zod';
import { maxAttachmentBytes, sha256Schema } from '../../domain/attachment/attachment.ts';
import { bytes, token, nothing, fileName } from './terms.ts';

export const attachmentsChannels = {
  /**
   * Files of customers. Bytes go in as awaited pieces; `attachments/finish` returns when they lie sealed on the disk, and only
   * then may a record name them.
   */
  'attachments/begin': {
    input: z.strictObject({ sizeBytes: z.int().min(0) }),
    output: z.strictObject({ uploadId: token }),
  },
  'attachments/write': { input: z.strictObject({ uploadId: token, chunk: bytes }), output: nothing },
  'attachments/finish': {
    input: z.strictObject({ uploadId: token, name: fileName }),
    output: z.strictObject({ sha256: sha256Schema, sizeBytes: z.int().max(maxAttachmentBytes), mediaType: z.string() }),
  },
  'attachments/cancel': { input: z.strictObject({ uploadId: token }), output: nothing },
  /** Reads a file piece by piece with `snapshot/read`. */
  'attachments/open': {
    input: z.strictObject({ sha256: sha256Schema }),
    output: z.strictObject({ readId: token, sizeBytes: z.int() }),
  },
  /** Asks where to save. */
  'attachments/save-as': {
    input: z.strictObject({ sha256: sha256Schema, suggestedName: fileName }),
    output: z.strictObject({ savedAs: z.string().nullable() }),
  },
  /** Asks, then hands a copy in the clear to the system's program for it; the copy is wiped when Kebu locks. */
  'attachments/open-with-system': {
    input: z.strictObject({ sha256: sha256Schema, name: fileName }),
    output: z.strictObject({ opened: z.boolean() }),
  },
  /** What the files of customers take on the disk. */
  'attachments/usage': {
    input: nothing,
    output: z.strictObject({ files: z.int().min(0), sizeBytes: z.int().min(0) }),
  },
} as const;

import * as z from 'zod';
import { customerIdSchema } from '../customer/customer.ts';
import { localTimeSchema, originSchema, recordBase, text } from '../record.ts';

/** The largest file that a customer's card takes. It is said before a byte is read. */
export const maxAttachmentBytes = 100 * 1024 * 1024;

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** A file of a customer. The record says what it is; its bytes lie sealed in the main process, found by their hash. */
export const attachmentSchema = z.strictObject({
  id: z.string().min(1).max(64),
  ...recordBase,
  customerId: customerIdSchema,
  /** As it was called where it came from. */
  name: text(255).min(1),
  /** What its first bytes say it is, whatever its name says; see shared/formats/media-type.ts. */
  mediaType: text(100).min(1),
  sizeBytes: z.int().min(1).max(maxAttachmentBytes),
  sha256: sha256Schema,
  addedAt: localTimeSchema,
  note: text(2000).optional(),
  /** Stands first among the files: the business card, the shop front. */
  pinned: z.boolean().optional(),
  /** The field of the archive's own that it is a value of; a field may have several. */
  fieldId: z.string().min(1).max(64).optional(),
  origin: originSchema,
});
export type Attachment = z.infer<typeof attachmentSchema>;

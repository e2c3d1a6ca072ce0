import * as z from 'zod';
import { strangerKinds } from '../../backup/name-stranger.ts';
import { instantSchema } from '../../domain/record.ts';
import { countsSchema, bytes, token, nothing, seq } from './terms.ts';

export const backupEntrySchema = z.strictObject({
  id: token,
  /** File name only; the window holds no paths. */
  name: z.string(),
  /** The folder it lies in: `local`, or the id of a chosen folder. */
  folderId: z.string(),
  sizeBytes: z.int(),
  seq,
  createdAt: instantSchema,
  verifiedAt: instantSchema.nullable(),
  /** How it was verified: decrypted to its end, or compared byte for byte with one that was; `null` when it was not. */
  proof: z.enum(['decrypted', 'compared']).nullable(),
  counts: countsSchema.nullable(),
  /** Files of customers that could not be read any more when it was made. */
  lostFiles: z.int().min(1).optional(),
});
export type BackupEntry = z.infer<typeof backupEntrySchema>;

export const backupFolderSchema = z.strictObject({
  id: token,
  /** What the user calls it: the last part of its path. */
  label: z.string(),
  /** `drive`: a stick or another drive of its own; `cloud`: a program carries it to a server. */
  kind: z.enum(['folder', 'drive', 'cloud']),
  reachable: z.boolean(),
  freeBytes: z.number().nullable(),
  /** Why the last attempt to write to it failed, since Kebu was started. */
  failure: z.strictObject({ code: z.string().max(60), at: instantSchema }).nullable(),
  /** Files that look like backups and are none to restore from. */
  strangers: z.array(z.strictObject({ name: z.string(), kind: z.enum(strangerKinds) })),
});
export type BackupFolder = z.infer<typeof backupFolderSchema>;

/** A backup was restored into an empty archive beside the real one, compared, and the copy thrown away. */
export const drillSchema = z.strictObject({
  at: instantSchema,
  /** The file that was restored. */
  name: z.string(),
  /** The folder it lay in, as the user called it then. */
  folder: z.string(),
  /** When it was made. */
  createdAt: instantSchema,
  elapsedMs: z.int().min(0),
  /** Records per table that came back; `null` when it failed. */
  counts: countsSchema.nullable(),
  /** The code of what went wrong; `null` when everything came back. */
  failure: z.string().max(60).nullable(),
});
export type Drill = z.infer<typeof drillSchema>;

export const backupChannels = {
  /** The backups of a folder that is not there are told as they were last verified. */
  'backup/status': {
    input: nothing,
    output: z.strictObject({
      folders: z.array(backupFolderSchema),
      backups: z.array(backupEntrySchema),
      /** The newest one. */
      drill: drillSchema.nullable(),
    }),
  },
  /** Asks for a folder; `null` when the user thought better of it. */
  'backup/add-folder': { input: nothing, output: z.strictObject({ folder: backupFolderSchema.nullable() }) },
  'backup/remove-folder': { input: z.strictObject({ folderId: token }), output: nothing },
  /**
   * What is to be done now: by hand and before quitting everything that lacks something, by the clock what the schedule
   * found due (see `backup-due`). The window makes the snapshot, then asks for one copy after the other.
   */
  'backup/plan': {
    input: z.strictObject({ by: z.enum(['hand', 'clock', 'quit']) }),
    output: z.strictObject({ needsSnapshot: z.boolean(), folderIds: z.array(token) }),
  },
  /**
   * Starts a snapshot of the state at `seq` on this computer. What follows through `backup/write` is the
   * gzip-compressed content tar (shared/archive).
   */
  'backup/begin': {
    input: z.strictObject({ seq, counts: countsSchema }),
    output: z.strictObject({ backupId: token }),
  },
  'backup/write': { input: z.strictObject({ backupId: token, chunk: bytes }), output: nothing },
  /** Closes the file, reads it back whole, compares, and only then gives it its name. */
  'backup/finish': {
    input: z.strictObject({ backupId: token }),
    output: z.strictObject({ backup: backupEntrySchema }),
  },
  'backup/cancel': { input: z.strictObject({ backupId: token }), output: nothing },
  /** Copies the newest verified snapshot into a folder and reads the copy back. Resolves when it is verified. */
  'backup/copy': {
    input: z.strictObject({ folderId: token }),
    output: z.strictObject({ backup: backupEntrySchema }),
  },
  /** The copy under way, which then fails with `backup/cancelled`; nothing happens when there is none. */
  'backup/stop-copy': { input: nothing, output: nothing },
  /** What main itself is at. */
  'backup/progress': {
    input: nothing,
    output: z.strictObject({
      copy: z
        .strictObject({
          folderId: token,
          step: z.enum(['writing', 'verifying']),
          doneBytes: z.int().min(0),
          totalBytes: z.int().min(0),
        })
        .nullable(),
      isDrilling: z.boolean(),
    }),
  },
  /** Restores the newest backup outside this computer into an empty archive, compares, and throws that away. */
  'backup/drill': { input: nothing, output: z.strictObject({ drill: drillSchema }) },
} as const;

import * as z from 'zod';
import { erasedListSchema } from '../archive/erased.ts';
import { auditCheckSchema, auditEntrySchema, reportedEvents } from '../audit/audit-entry.ts';
import { strangerKinds } from '../backup/name-stranger.ts';
import { maxAttachmentBytes, sha256Schema } from '../domain/attachment/attachment.ts';
import { listLayoutSchema } from '../domain/list-view/list-view.ts';
import { instantSchema } from '../domain/record.ts';
import type { AppError } from '../errors/app-error.ts';
import type { Result } from '../lib/result.ts';
import type { Channel } from './channels.ts';
import { certificateSchema } from './erasure.ts';
import { globalKeysSchema, globalKeysStates } from './global-keys.ts';

/** The largest piece of bulk data in one message; larger data goes as several, each awaited (back-pressure for free). */
export const maxChunkBytes = 8 * 1024 * 1024;

const bytes = z.instanceof(Uint8Array).refine((value) => value.length <= maxChunkBytes, 'chunk too large');
const token = z.string().min(1).max(64);
const nothing = z.strictObject({});
const passphrase = z.string().min(1).max(1024);
const seq = z.int().min(0);
const fileName = z.string().min(1).max(255);

const areDifferent = (values: readonly string[]) => new Set(values).size === values.length;

/** Records per table of an archive. */
export const countsSchema = z.record(z.string().max(40), z.int().min(0));
export type Counts = z.infer<typeof countsSchema>;

/** What all sealed rows of one table of the database amount to. A row's tag is the end of its seal. */
export const rowTotalsSchema = z.strictObject({
  rows: z.int().min(0),
  /** Sum of the last eight bytes of every tag, modulo 2^64, as hexadecimal digits. */
  tagSum: z.string().regex(/^[0-9a-f]{16}$/),
  /** The newest change set that wrote to the table. */
  lastSeq: seq,
});
export type RowTotals = z.infer<typeof rowTotalsSchema>;

export const storeTotalsSchema = z.strictObject({
  dossiers: rowTotalsSchema,
  catalogue: rowTotalsSchema,
  audit: rowTotalsSchema,
});
export type StoreTotals = z.infer<typeof storeTotalsSchema>;

export const preferencesSchema = z.strictObject({
  language: z.enum(['zh-CN', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  textSizePercent: z.int().min(90).max(150),
  density: z.enum(['compact', 'normal', 'roomy']),
  autoLockMinutes: z.int().min(0).max(240),
  /** Opens the line for a new customer from any program; `null` when no keys do. */
  newCustomerKeys: globalKeysSchema.nullable().default(null),
  /** How the lists lie that are not saved under a name of their own. */
  listLayout: listLayoutSchema.optional(),
});
export type Preferences = z.infer<typeof preferencesSchema>;

/** How an archive or a backup is opened. */
export const unlockSchema = z.discriminatedUnion('with', [
  z.strictObject({ with: z.literal('passphrase'), passphrase }),
  z.strictObject({ with: z.literal('paper-key'), paperKey: z.string().min(1).max(400) }),
  z.strictObject({ with: z.literal('keychain') }),
]);
export type Unlock = z.infer<typeof unlockSchema>;

/** An open archive: the key with which the engine seals and opens its rows. Never stored by the window. */
export const openedSchema = z.strictObject({
  archiveId: z.string().min(8).max(64),
  /** Grows with each restore; a database of another generation is rebuilt. */
  generation: z.int().min(1),
  recordKey: z.instanceof(Uint8Array),
});
export type Opened = z.infer<typeof openedSchema>;

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

export const restorePreviewSchema = z.strictObject({
  restoreId: token,
  name: z.string(),
  sizeBytes: z.int(),
  createdAt: instantSchema,
  appVersion: z.string(),
  seq,
  /** Without the persons that were erased since. */
  counts: countsSchema,
  /** Persons in the backup that were erased here and stay so. */
  erasedPersons: z.int().min(0),
});
export type RestorePreview = z.infer<typeof restorePreviewSchema>;

/**
 * Channel → what goes in, what comes out. Both sides parse with these schemas; a channel without schema does not compile.
 */
export const contract = {
  'app/info': {
    input: nothing,
    output: z.strictObject({
      version: z.string(),
      platform: z.string(),
      /** True behind an installed browser instead of Electron. */
      standIn: z.boolean(),
      archive: z.enum(['none', 'locked', 'open', 'damaged']),
      hasPassphrase: z.boolean(),
      paperKeyConfirmed: z.boolean(),
      keychain: z.enum(['unavailable', 'off', 'on']),
      preferences: preferencesSchema,
      /** The window of the last run was not closed properly. */
      uncleanExit: z.boolean(),
    }),
  },
  /**
   * The disk on which the archive lies, as it will be once so many more bytes are written. `low`: the user should know.
   * `full`: nothing can be written until there is room. `freeBytes` is `null` for a disk that does not tell.
   */
  'app/space': {
    input: z.strictObject({ neededBytes: z.int().min(0) }),
    output: z.strictObject({ freeBytes: z.number().nullable(), state: z.enum(['ample', 'low', 'full']) }),
  },
  'app/set-preferences': { input: preferencesSchema, output: nothing },
  /** `taken`: another program has the combination, or the system wants it for itself. */
  'app/global-keys': { input: nothing, output: z.strictObject({ state: z.enum(globalKeysStates) }) },
  /** Opens mailto:, tel: and https: after a question asked by main. */
  'app/open-external': {
    input: z.strictObject({ url: z.string().max(2000) }),
    output: z.strictObject({ opened: z.boolean() }),
  },
  /** After `quit-requested`: the window still does or says something, and is waited for. */
  'app/stay': { input: nothing, output: nothing },
  'app/quit': { input: nothing, output: nothing },

  /** Creates identity, keys and an empty journal. The paper key is shown once here and again on request. */
  'keys/create': {
    input: z.strictObject({ passphrase: passphrase.nullable() }),
    output: z.strictObject({ opened: openedSchema, paperKey: z.string() }),
  },
  /** Two groups of the paper key typed back. `index` counts groups from 0. */
  'keys/confirm-paper-key': {
    input: z.strictObject({
      groups: z.array(z.strictObject({ index: z.int().min(0).max(40), text: z.string().max(10) })).length(2),
    }),
    output: nothing,
  },
  'keys/unlock': { input: unlockSchema, output: openedSchema },
  'keys/lock': { input: nothing, output: nothing },
  'keys/change-passphrase': { input: z.strictObject({ current: unlockSchema, next: passphrase }), output: nothing },
  'keys/show-paper-key': { input: unlockSchema, output: z.strictObject({ paperKey: z.string() }) },
  'keys/set-keychain': { input: z.strictObject({ enabled: z.boolean() }), output: nothing },

  'journal/status': {
    input: nothing,
    output: z.strictObject({
      generation: z.int().min(1),
      /** Sequence number of the last frame of the last complete change set; 0 when nothing was ever written. */
      headSeq: seq,
      /** When that frame was written; `null` when nothing ever was. */
      headAt: instantSchema.nullable(),
      /** First frame still in the journal. */
      firstSeq: seq,
      /** What the writer said the archive held after `headSeq`. */
      counts: countsSchema,
      /** The snapshot from which a rebuild starts, if there is one; it holds everything up to `seq`. */
      snapshot: z.strictObject({ name: z.string(), seq, counts: countsSchema }).nullable(),
      /** Damage found when the journal was opened; the bytes after it were kept aside. */
      damage: z.strictObject({ lastGoodSeq: seq, keptBytes: z.int() }).nullable(),
      readOnlyReason: z.string().nullable(),
      /** What the database's rows amounted to when the window last said so; `null` when that was never or is unreadable. */
      totals: z.strictObject({ generation: z.int().min(1), seq, tables: storeTotalsSchema }).nullable(),
      /** Kebu was exchanged since its last local snapshot: one is due before anything is written. */
      snapshotDue: z.boolean(),
    }),
  },
  /**
   * Asks for a place and puts the journal there as it lies on the disk, sealed, with what was cut off from it. Reads nothing of
   * it, so that it works for a damaged and for a closed archive. `null` when the user thought better of it.
   */
  'journal/save-copy': { input: nothing, output: z.strictObject({ savedAs: z.string().nullable() }) },
  /** Keeps outside the database what its rows amount to, so that a row which comes back altered is noticed. */
  'journal/keep-totals': {
    input: z.strictObject({ generation: z.int().min(1), seq, tables: storeTotalsSchema }),
    output: nothing,
  },
  /**
   * Appends one frame: a change set, or a part of a large one. Acknowledged after fdatasync.
   * `afterSeq` is the head that the writer knows; anything else is refused.
   */
  'journal/append': {
    input: z.strictObject({
      afterSeq: seq,
      changeSetId: token,
      last: z.boolean(),
      payload: bytes,
      counts: countsSchema,
    }),
    output: z.strictObject({ seq }),
  },
  /** Frames from `fromSeq`, as many as fit into one message. */
  'journal/read': {
    input: z.strictObject({ fromSeq: seq }),
    output: z.strictObject({
      frames: z.array(
        z.strictObject({ seq, changeSetId: token, last: z.boolean(), payload: z.instanceof(Uint8Array) }),
      ),
      nextSeq: seq.nullable(),
    }),
  },

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

  /** Asks for a file, or takes a known backup; reads only what is in clear. `null` when the user thought better of it. */
  'restore/choose': {
    input: z.strictObject({ knownBackupId: token.optional() }),
    output: z.strictObject({
      chosen: z
        .strictObject({
          restoreId: token,
          name: z.string(),
          sizeBytes: z.int(),
          createdAt: instantSchema,
          sameArchive: z.boolean(),
        })
        .nullable(),
    }),
  },
  /** Decrypts and verifies the whole file. `unlock` is left out when the open archive's own key will do. */
  'restore/open': {
    input: z.strictObject({ restoreId: token, unlock: unlockSchema.optional() }),
    output: restorePreviewSchema,
  },
  /**
   * Makes the backup the base of the archive (all or nothing) and returns its keys; the window then rebuilds its database.
   * Without an archive here the backup's own keys are taken over.
   */
  'restore/apply': { input: z.strictObject({ restoreId: token }), output: openedSchema },
  'restore/cancel': { input: z.strictObject({ restoreId: token }), output: nothing },
  /** Reads an opened backup piece by piece with `snapshot/read`, to take a single customer out of it. */
  'restore/read': {
    input: z.strictObject({ restoreId: token }),
    output: z.strictObject({ readId: token, sizeBytes: z.int() }),
  },
  /** The snapshot made before the last restore, for as long as it is kept. */
  'restore/undoable': {
    input: nothing,
    output: z.strictObject({
      undo: z
        .strictObject({ backupId: token, madeAt: instantSchema, until: instantSchema, counts: countsSchema })
        .nullable(),
    }),
  },

  /**
   * Reads the base snapshot as the gzip-compressed content tar, piece by piece; `chunk: null` at the end. With `upToSeq`
   * the newest snapshot that holds nothing after it, and from which the journal goes on.
   */
  'snapshot/open': {
    input: z.strictObject({ upToSeq: seq.optional() }),
    output: z.strictObject({ readId: token, sizeBytes: z.int(), seq, counts: countsSchema }),
  },
  'snapshot/read': {
    input: z.strictObject({ readId: token }),
    output: z.strictObject({ chunk: z.instanceof(Uint8Array).nullable() }),
  },
  'snapshot/close': { input: z.strictObject({ readId: token }), output: nothing },
  /** Snapshots from which the journal goes on to the present, oldest first. */
  'snapshot/list': {
    input: nothing,
    output: z.strictObject({ snapshots: z.array(z.strictObject({ seq, createdAt: instantSchema })) }),
  },

  /** Whom the archive has forgotten for good, whether an erasure is still under way, and the proofs of earlier ones. */
  'erasure/status': {
    input: nothing,
    output: z.strictObject({
      erased: erasedListSchema,
      pending: z.strictObject({ begunAt: instantSchema, persons: z.int() }).nullable(),
      certificates: z.array(certificateSchema),
    }),
  },
  /** Puts customers on the list before anything is removed: from here on no restore brings them back. */
  'erasure/begin': {
    input: z.strictObject({
      customerIds: z.array(token).min(1).max(10_000).refine(areDifferent),
      /** The files of these customers, which go with them unless somebody else has them too; absent when they have none. */
      theirs: z.array(sha256Schema).min(1).max(10_000).refine(areDifferent).optional(),
    }),
    output: z.strictObject({ tombstones: z.array(z.string()) }),
  },
  /**
   * Removes them from journal and local snapshots, after a verified snapshot that holds everything up to `seq`, the change
   * set that removed them. `records` are what was removed per table.
   */
  'erasure/finish': {
    input: z.strictObject({ seq, records: countsSchema, keptSales: z.int().min(0) }),
    output: z.strictObject({ certificate: certificateSchema }),
  },

  /** Writes down what the window did that main cannot see. */
  'audit/note': {
    input: z.strictObject({ event: z.enum(reportedEvents), count: z.int().min(0) }),
    output: nothing,
  },
  /** Entries before number `before`, newest first. */
  'audit/read': {
    input: z.strictObject({ before: z.int().min(1).optional(), limit: z.int().min(1).max(500) }),
    output: z.strictObject({ entries: z.array(auditEntrySchema) }),
  },
  'audit/check': { input: nothing, output: auditCheckSchema },
  /** Asks where to save the whole log. */
  'audit/export': {
    input: z.strictObject({ format: z.enum(['csv', 'ndjson']) }),
    output: z.strictObject({ savedAs: z.string().nullable() }),
  },

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
  /** Brings files of an opened backup back into the archive, before a record names them again. */
  'restore/take-files': {
    input: z.strictObject({ restoreId: token, wanted: z.array(sha256Schema).min(1).max(10_000).refine(areDifferent) }),
    output: nothing,
  },

  /** Asks where to save and writes atomically. */
  'files/save': {
    input: z.strictObject({
      suggestedName: z.string().min(1).max(120),
      content: bytes,
      /** How many customers, or rows of them, leave Kebu with it; absent where it is about none in particular. */
      exported: z.int().min(1).optional(),
    }),
    output: z.strictObject({ savedAs: z.string().nullable() }),
  },
} as const satisfies Record<Channel, { input: z.ZodType; output: z.ZodType }>;

export type Input<C extends Channel> = z.input<(typeof contract)[C]['input']>;
export type Output<C extends Channel> = z.output<(typeof contract)[C]['output']>;

/** What crosses back: the output, or an expected error. No raw exception crosses. */
export type Reply<C extends Channel> = Result<Output<C>, AppError>;

export type Handlers = {
  [C in Channel]: (input: z.output<(typeof contract)[C]['input']>) => Promise<Output<C>> | Output<C>;
};

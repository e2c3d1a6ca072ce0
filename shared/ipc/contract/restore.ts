import * as z from 'zod';
import { instantSchema } from '../../domain/record.ts';
import { sha256Schema } from '../../domain/attachment/attachment.ts';
import { unlockSchema, openedSchema } from './keys.ts';
import { countsSchema, token, nothing, seq, areDifferent } from './terms.ts';

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

export const restoreChannels = {
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
  /** Brings files of an opened backup back into the archive, before a record names them again. */
  'restore/take-files': {
    input: z.strictObject({ restoreId: token, wanted: z.array(sha256Schema).min(1).max(10_000).refine(areDifferent) }),
    output: nothing,
  },
} as const;

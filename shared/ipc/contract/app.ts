import * as z from 'zod';
import { listLayoutSchema } from '../../domain/list-view/list-view.ts';
import { envelopeIds, labelSheetIds, sheetSizeIds } from '../../print/paper-sizes.ts';
import { globalKeysSchema, globalKeysStates } from '../global-keys.ts';
import { nothing } from './terms.ts';

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
  /** What is asked for in the list of what is missed, by the keys of the fields; what is usual when absent. */
  gapKeys: z.array(z.string().max(80)).max(600).optional(),
  /** What lies in the printer, and whether envelopes say who sends them; they do when that is absent. */
  paper: z
    .strictObject({
      /** As is usual in the region when absent. */
      size: z.enum(sheetSizeIds).optional(),
      labels: z.enum(labelSheetIds),
      envelope: z.enum(envelopeIds),
      saysSender: z.boolean().optional(),
    })
    .optional(),
});
export type Preferences = z.infer<typeof preferencesSchema>;

export const appChannels = {
  'app/info': {
    input: nothing,
    output: z.strictObject({
      version: z.string(),
      platform: z.string(),
      /** True behind an installed browser instead of Electron. */
      standIn: z.boolean(),
      /** Where the system says that it is (ISO 3166); empty when it does not. */
      region: z.string(),
      archive: z.enum(['none', 'locked', 'open', 'damaged']),
      /** Of the archive that is there; `null` when there is none, or none that tells. */
      archiveId: z.string().nullable(),
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
  /** The browser can neither read nor delete its database: it is taken away before the next window opens it. */
  'app/replace-store': { input: nothing, output: nothing },
  'app/quit': { input: nothing, output: nothing },
} as const;

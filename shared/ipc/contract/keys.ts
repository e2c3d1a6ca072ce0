import * as z from 'zod';
import { nothing } from './terms.ts';

const passphrase = z.string().min(1).max(1024);

/** How an archive or a backup is opened. */
export const unlockSchema = z.discriminatedUnion('with', [
  z.strictObject({ with: z.literal('passphrase'), passphrase }),
  z.strictObject({ with: z.literal('paper-key'), paperKey: z.string().min(1).max(400) }),
  z.strictObject({ with: z.literal('keychain') }),
]);
export type Unlock = z.infer<typeof unlockSchema>;

/** An open archive: the keys with which the engine seals and opens its rows and knows its own forms. Never stored by the window. */
export const openedSchema = z.strictObject({
  archiveId: z.string().min(8).max(64),
  /** Grows with each restore; a database of another generation is rebuilt. */
  generation: z.int().min(1),
  recordKey: z.instanceof(Uint8Array),
  replyKey: z.instanceof(Uint8Array),
});
export type Opened = z.infer<typeof openedSchema>;

export const keysChannels = {
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
} as const;

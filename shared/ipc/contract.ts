import type * as z from 'zod';
import type { AppError } from '../errors/app-error.ts';
import type { Result } from '../lib/result.ts';
import type { Channel } from './channels.ts';
import { appChannels } from './contract/app.ts';
import { keysChannels } from './contract/keys.ts';
import { journalChannels } from './contract/journal.ts';
import { backupChannels } from './contract/backup.ts';
import { restoreChannels } from './contract/restore.ts';
import { snapshotChannels } from './contract/snapshot.ts';
import { erasureChannels } from './contract/erasure.ts';
import { auditChannels } from './contract/audit.ts';
import { attachmentsChannels } from './contract/attachments.ts';
import { filesChannels } from './contract/files.ts';

export { countsSchema, maxChunkBytes, type Counts } from './contract/terms.ts';
export { preferencesSchema, type Preferences } from './contract/app.ts';
export type { Opened, Unlock } from './contract/keys.ts';
export { storeTotalsSchema, type RowTotals, type StoreTotals } from './contract/journal.ts';
export { drillSchema, type BackupEntry, type BackupFolder, type Drill } from './contract/backup.ts';
export type { RestorePreview } from './contract/restore.ts';

/**
 * Channel → what goes in, what comes out. Both sides parse with these schemas; a channel without schema does not compile.
 */
export const contract = {
  ...appChannels,
  ...keysChannels,
  ...journalChannels,
  ...backupChannels,
  ...restoreChannels,
  ...snapshotChannels,
  ...erasureChannels,
  ...auditChannels,
  ...attachmentsChannels,
  ...filesChannels,
} as const satisfies Record<Channel, { input: z.ZodType; output: z.ZodType }>;

export type Input<C extends Channel> = z.input<(typeof contract)[C]['input']>;
export type Output<C extends Channel> = z.output<(typeof contract)[C]['output']>;

/** What crosses back: the output, or an expected error. No raw exception crosses. */
export type Reply<C extends Channel> = Result<Output<C>, AppError>;

export type Handlers = {
  [C in Channel]: (input: z.output<(typeof contract)[C]['input']>) => Promise<Output<C>> | Output<C>;
};

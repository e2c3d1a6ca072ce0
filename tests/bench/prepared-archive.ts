import type { ContentEntry } from '#shared/archive/content.ts';
import { packContent } from '#shared/archive/pack-content.ts';
import type { ChangeSet } from '#shared/changes/change-set.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import type { CatalogueTable } from '#shared/domain/tables.ts';
import type { Counts } from '#shared/ipc/contract.ts';
import { encodeChangeSet } from '../../renderer/engine/archive/journal/journal-codec.ts';
import { generateCatalogue, generateDossiers } from './generator.ts';
import { groupsOfPaperKey } from '#shared/crypto/paper-key.ts';
import { ask, benchPassphrase, openArchive, startMainProcess, type MainProcess } from './main-process.ts';

const at = '2026-11-21T01:00:00.000Z';

/**
 * An archive of so many customers in a folder, as it lies there after a restore: keys, and the journal based on a
 * verified snapshot. Whoever opens it first builds the database from it.
 */
export async function prepareArchive(
  dataDir: string,
  customers: number,
): Promise<{ counts: Counts; snapshotBytes: number }> {
  const main = await startMainProcess(dataDir);
  const { archiveId, generation } = await openArchive(main);
  await confirmPaperKey(main);
  const counts: Counts = {};
  for (const group of contentOf(customers)) for (const { table } of group) counts[table] = (counts[table] ?? 0) + 1;

  const set: ChangeSet = { id: 'bench', at, reason: 'import/customers', changes: [] };
  for await (const { payload, last } of encodeChangeSet(set)) {
    await ask(main, 'journal/append', { afterSeq: 0, changeSetId: set.id, last, payload, counts });
  }
  const { backupId } = await ask(main, 'backup/begin', { seq: 1, counts });
  const origin = { archiveId, generation, seq: 1, createdAt: at, appVersion: '0.1.0' };
  for await (const chunk of packContent(contentOf(customers), origin))
    await ask(main, 'backup/write', { backupId, chunk });
  const { backup } = await ask(main, 'backup/finish', { backupId });
  await main.close();
  return { counts, snapshotBytes: backup.sizeBytes };
}

/** Types the paper key back, so that the window does not ask for it. */
async function confirmPaperKey(main: MainProcess): Promise<void> {
  const { paperKey } = await ask(main, 'keys/show-paper-key', { with: 'passphrase', passphrase: benchPassphrase });
  const groups = groupsOfPaperKey(paperKey);
  await ask(main, 'keys/confirm-paper-key', { groups: [0, 1].map((index) => ({ index, text: groups[index] ?? '' })) });
}

/** Every record as a backup holds it, whole dossiers together. */
export function* contentOf(customers: number): Generator<ContentEntry[]> {
  const catalogue = generateCatalogue();
  for (const table of Object.keys(catalogue) as (keyof typeof catalogue & CatalogueTable)[]) {
    yield catalogue[table].map((record) => ({ table, record }) as ContentEntry);
  }
  for (const dossier of generateDossiers(customers)) yield entriesOf(dossier);
}

function entriesOf({ customer, contact, interaction, followUp, order }: Dossier): ContentEntry[] {
  return [
    { table: 'customer', record: customer },
    ...contact.map((record) => ({ table: 'contact' as const, record })),
    ...interaction.map((record) => ({ table: 'interaction' as const, record })),
    ...followUp.map((record) => ({ table: 'followUp' as const, record })),
    ...order.map((record) => ({ table: 'order' as const, record })),
  ];
}

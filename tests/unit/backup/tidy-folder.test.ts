import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { localFolderId } from '../../../electron/backup/targets.ts';
import { tidyFolder } from '../../../electron/backup/tidy-folder.ts';
import { createBackupTools } from '../../../electron/backup/tools.ts';
import type { VerifiedBackup } from '../../../electron/backup/verified-backups.ts';
import { testPorts } from '../../helpers/ports.ts';
import { aTempDir } from '../../helpers/temp-dir.ts';

/** Snapshots of one hour, of which the oldest is one too many. */
async function tidied(oldest: Partial<VerifiedBackup>, protectedNames: string[] = []): Promise<string[]> {
  const tools = createBackupTools(testPorts({ dataDir: aTempDir() }));
  const dir = tools.paths.snapshots;
  mkdirSync(dir, { recursive: true });
  const backups = ['08:00', '08:10', '08:20'].map((time, seq): VerifiedBackup => {
    const createdAt = `2026-11-21T${time}:00.000Z`;
    const about = { folderId: localFolderId, name: `${seq}.kebu`, sizeBytes: 1, generation: 1, seq, counts: {} };
    return { ...about, createdAt, verifiedAt: createdAt, proof: 'decrypted', ...(seq === 0 && oldest) };
  });
  for (const backup of backups) {
    writeFileSync(join(dir, backup.name), '');
    await tools.verified.put(backup);
  }
  await tidyFolder(tools, { id: localFolderId, dir }, backups.at(-1)!, new Set(protectedNames));
  const left = readdirSync(dir).filter((name) => name.endsWith('.kebu'));
  expect((await tools.verified.read()).map(({ name }) => name).sort()).toEqual(left.sort());
  return left;
}

it('lets the one go that is too many, with its place in the list', async () => {
  expect(await tidied({})).toEqual(['1.kebu', '2.kebu']);
});

it('keeps what a restore is undone by until its days are over', async () => {
  expect(await tidied({ keepUntil: '2026-12-21T08:00:00.000Z' })).toEqual(['0.kebu', '1.kebu', '2.kebu']);
  expect(await tidied({ keepUntil: '2026-11-21T08:19:00.000Z' })).toEqual(['1.kebu', '2.kebu']);
});

it('keeps what it is told to keep', async () => {
  expect(await tidied({}, ['0.kebu'])).toEqual(['0.kebu', '1.kebu', '2.kebu']);
});

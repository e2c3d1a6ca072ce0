import { join } from 'node:path';
import * as z from 'zod';
import { folderPolicy, localPolicy, selectExpired } from '#shared/backup/retention.ts';
import { auditEndSchema, type AuditEnd } from '../audit/chain.ts';
import type { FileSystem } from '../files/file-system.ts';
import { unfinishedSuffix } from '../files/write-atomically.ts';
import { prefixOf } from './file-name.ts';
import type { Folder } from './find-backups.ts';
import { readJsonIfGood, writeJson } from '../files/json-file.ts';
import { localFolderId } from './targets.ts';
import type { BackupTools } from './tools.ts';
import type { VerifiedBackup } from './verified-backups.ts';

/**
 * Points people and other programs to the newest backup; Kebu itself looks at the backups. It also carries where the audit log
 * ended, so that a log which was rolled back together with all that lies beside it is noticed.
 */
const latestName = 'latest.json';
const latestSchema = z.looseObject({ audit: auditEndSchema });

/** Where the audit log ended when the newest backup was put into these folders, as far as they tell. */
export async function readWitnesses(files: FileSystem, dirs: readonly string[]): Promise<AuditEnd[]> {
  const found = await Promise.all(dirs.map((dir) => readJsonIfGood(files, join(dir, latestName), latestSchema)));
  return found.flatMap((latest) => latest?.audit ?? []);
}

/** After a new verified backup: says which one is the latest and lets at most one old one go. */
export async function tidyFolder(
  { ports: { files }, paths, verified }: BackupTools,
  folder: Folder,
  newest: VerifiedBackup,
  protectedNames: ReadonlySet<string>,
): Promise<void> {
  const { name, sizeBytes, generation, seq, createdAt, verifiedAt } = newest;
  const audit = await readJsonIfGood(files, paths.auditEnd, auditEndSchema);
  const latest = { name, sizeBytes, generation, seq, createdAt, verifiedAt, ...(audit && { audit }) };
  await writeJson(files, join(folder.dir, latestName), latest);
  const present = new Set(await files.list(folder.dir));
  const candidates = (await verified.read()).filter(
    (backup) => backup.folderId === folder.id && present.has(backup.name),
  );
  const kept = candidates.filter(({ keepUntil = '' }) => keepUntil > createdAt).map((backup) => backup.name);
  const policy = folder.id === localFolderId ? localPolicy : folderPolicy;
  const expired = selectExpired(candidates, policy, new Set([...protectedNames, ...kept]));
  if (expired === null) return;
  await files.remove(join(folder.dir, expired));
  await files.syncDir(folder.dir);
  await verified.remove({ folderId: folder.id, name: expired });
}

/**
 * Removes what an interrupted backup of this archive left in a folder. Only what was begun more than a day ago: in a
 * synced folder another machine may be at work.
 */
export async function removeLeftovers(files: FileSystem, dir: string, archiveId: string, now: Date): Promise<void> {
  const dayAgo = new Date(now.getTime() - 24 * 60 * 60 * 1000).toISOString().replaceAll(/[-:.]/g, '');
  const names = await files.list(dir).catch(() => []);
  for (const name of names) {
    if (!name.startsWith(prefixOf(archiveId)) || !name.endsWith(unfinishedSuffix)) continue;
    const [, begunAt] = /-(\d{8}T\d{9}Z)\.kebu\./.exec(name) ?? [];
    if (begunAt !== undefined && begunAt < dayAgo) await files.remove(join(dir, name)).catch(() => undefined);
  }
}

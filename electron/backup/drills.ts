import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import { byAge, type BackupAge } from '#shared/backup/by-age.ts';
import { verifyContent } from '#shared/archive/unpack-content.ts';
import { AppFailure, failWith } from '#shared/errors/app-error.ts';
import { drillSchema, type Drill } from '#shared/ipc/contract.ts';
import type { AttachmentStore } from '../attachments/attachment-store.ts';
import { errnoOf } from '../files/file-system.ts';
import { unfinishedSuffix } from '../files/write-atomically.ts';
import type { ArchiveSession, OpenArchive } from '../keys/archive-session.ts';
import type { Keychain } from '../ports.ts';
import { findBackups, reachableFolders } from './find-backups.ts';
import { readJsonIfGood, writeJson } from '../files/json-file.ts';
import { forgetBackup, openChosen, type OpenedBackup } from './open-chosen.ts';
import { openSnapshot } from './open-snapshot.ts';
import { restoreFresh } from './restore-fresh.ts';
import { labelOf, readTargets } from './targets.ts';
import { createBackupTools, type BackupTools } from './tools.ts';
import { recordCounts } from './verified-backups.ts';

const fileSchema = z.strictObject({ drills: z.array(drillSchema) });
/** Two years of them. */
const keptDrills = 24;

/** Restores the newest backup outside this computer into an empty archive beside the real one, and throws that away. */
export interface Drills {
  /** Fails with `backup/nothing-to-try` or `keys/locked`; a restore that goes wrong is a result and no failure. */
  run(): Promise<Drill>;
  isRunning(): boolean;
  /** The newest one; `null` when there was none yet. */
  last(): Promise<Drill | null>;
}

export function createDrills(tools: BackupTools, session: ArchiveSession, elapsedMs: () => number): Drills {
  const { ports, paths } = tools;
  const { files, clock, log, notify } = ports;
  const path = join(paths.dir, 'drills.json');
  let running: Promise<Drill> | null = null;

  async function readAll(): Promise<Drill[]> {
    return (await readJsonIfGood(files, path, fileSchema))?.drills ?? [];
  }

  async function drill(): Promise<Drill> {
    const archive = session.require();
    const backup = (await newestOutside(tools, archive.archiveId)) ?? failWith('backup/nothing-to-try');
    const startedMs = elapsedMs();
    const tried = await restoreAside(tools, archive, backup).then(
      (counts) => ({ counts, failure: null }),
      (error: unknown) => ({ counts: null, failure: codeOf(error) }),
    );
    // Locking ends a drill without a result.
    if (tried.failure !== null && session.current() !== archive) failWith('keys/locked');
    const { name, folder, folderId, createdAt } = backup;
    // Nobody vouches for it any more, so that the next round brings another.
    if (tried.failure === 'restore/damaged') await tools.verified.remove({ folderId, name });
    const done: Drill = {
      at: clock.now().toISOString(),
      name,
      folder,
      createdAt,
      elapsedMs: Math.round(elapsedMs() - startedMs),
      ...tried,
    };
    if (done.failure !== null) log('request-failed', { channel: 'backup/drill', error: done.failure });
    await writeJson(files, path, { drills: [...(await readAll()), done].slice(-keptDrills) });
    return done;
  }

  return {
    run() {
      running ??= drill().finally(() => {
        running = null;
        notify('backup-targets-changed');
      });
      return running;
    },
    isRunning: () => running !== null,
    last: async () => (await readAll()).at(-1) ?? null,
  };
}

/** A backup outside this computer. */
interface Candidate extends BackupAge {
  name: string;
  path: string;
  folderId: string;
  /** The folder it lies in, as the user calls it. */
  folder: string;
}

/**
 * The newest one that is there, by what was verified as well as by what can be read: one that was good and no longer is
 * must fail its drill and not be passed over.
 */
async function newestOutside(tools: BackupTools, archiveId: string): Promise<Candidate | null> {
  const { ports, paths, verified } = tools;
  const { files } = ports;
  const targets = await readTargets({ ...ports, paths });
  const known = await verified.read();
  const candidates: Candidate[] = [];
  for (const { id, dir } of await reachableFolders(tools, archiveId)) {
    const target = targets.find((each) => each.id === id);
    if (!target) continue;
    const folder = labelOf(target);
    const found = (await findBackups(files, { id, dir }, archiveId)).map(({ name, manifest }) => ({
      ...manifest,
      name,
    }));
    for (const { name, generation, seq, createdAt } of [...found, ...known.filter(({ folderId }) => folderId === id)]) {
      const path = join(dir, name);
      if (await files.stat(path)) candidates.push({ name, path, folderId: id, folder, generation, seq, createdAt });
    }
  }
  return candidates.sort(byAge).at(-1) ?? null;
}

/**
 * The whole way of a restore onto a new machine: verify, make an archive with new keys, write, open, read every record back
 * and compare. Returns the records per table.
 */
async function restoreAside(
  { ports, patience }: BackupTools,
  archive: OpenArchive,
  { path }: Candidate,
): Promise<NonNullable<Drill['counts']>> {
  const { files } = ports;
  const dataDir = join(ports.dataDir, `drill.${randomBytes(4).toString('hex')}${unfinishedSuffix}`);
  const aside = createBackupTools({ ...ports, dataDir, keychain: noKeychain }, patience);
  const opened = await openChosen(files, path, archive);
  try {
    await files.makeDir(dataDir);
    const restored = await restoreFresh(aside, opened);
    try {
      const snapshot = await openSnapshot(aside, restored);
      try {
        const { summary } = await verifyContent(snapshot.content, 'check');
        const isSame =
          restored.archiveId === archive.archiveId &&
          summary.sha256 === opened.summary.sha256 &&
          JSON.stringify(summary.counts) === JSON.stringify(opened.summary.counts);
        if (!isSame) failWith('restore/damaged');
        await readFiles(restored.attachments, opened);
        return recordCounts(summary);
      } finally {
        await snapshot.close();
      }
    } finally {
      await restored.close();
    }
  } finally {
    forgetBackup(opened);
    await files.removeTree(dataDir).catch(() => undefined);
  }
}

/** Every file of a customer comes out of the restored archive as it went in. */
async function readFiles(store: AttachmentStore, { named, summary }: OpenedBackup): Promise<void> {
  const lost = new Set(summary.files?.lost);
  for (const sha256 of named) {
    if (lost.has(sha256)) continue;
    const { body, close } = await store.open(sha256);
    try {
      for await (const _ of body);
    } finally {
      await close();
    }
  }
}

/** What a drill that was interrupted left beside the archive. */
export async function removeOldDrills({ ports: { files, dataDir } }: BackupTools): Promise<void> {
  const names = await files.list(dataDir).catch(() => []);
  for (const name of names) {
    if (!name.startsWith('drill.') || !name.endsWith(unfinishedSuffix)) continue;
    await files.removeTree(join(dataDir, name)).catch(() => undefined);
  }
}

/** A drill asks nobody for anything. */
const noKeychain: Keychain = {
  isAvailable: () => Promise.resolve(false),
  encrypt: () => Promise.reject(new Error('A drill has no keychain')),
  decrypt: () => Promise.reject(new Error('A drill has no keychain')),
};

function codeOf(error: unknown): string {
  return error instanceof AppFailure ? error.error.code : errnoOf(error);
}

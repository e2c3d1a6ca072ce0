import { cpSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ContentEntry } from '#shared/archive/content.ts';
import { unpackContent } from '#shared/archive/unpack-content.ts';
import { AppFailure } from '#shared/errors/app-error.ts';
import type { Unlock } from '#shared/ipc/contract.ts';
import { applyRestore } from '../../electron/backup/apply-restore.ts';
import { openChosen } from '../../electron/backup/open-chosen.ts';
import { openSnapshot } from '../../electron/backup/open-snapshot.ts';
import { createBackupTools } from '../../electron/backup/tools.ts';
import { createArchiveSession } from '../../electron/keys/archive-session.ts';
import { nodeFileSystem } from '../../electron/files/file-system.ts';
import { aBackupFile, aSmallArchive, backUp, backupPassphrase } from '../helpers/backups.ts';
import { aDossier, inOneOrder } from '../helpers/content.ts';
import { failingFileSystem, type FaultKind } from '../helpers/failing-file-system.ts';
import { goodPassphrase, startMachine, type Machine } from '../helpers/machine.ts';
import { testPorts } from '../helpers/ports.ts';
import { aTempDir } from '../helpers/temp-dir.ts';

/** Every other kind is a matter of single files, which the backup's own fault test covers. */
const kinds: FaultKind[] = ['ENOSPC', 'kill'];
/** A hundred archives are made, restored, locked and opened again. */
const slowMs = 180_000;
const noPatience = { forMs: 0, pauseMs: 1 };
const ownPassphrase: Unlock = { with: 'passphrase', passphrase: goodPassphrase };
const present: ContentEntry[][] = [aDossier(7)];

async function baseRecords(machine: Machine): Promise<ContentEntry[]> {
  const snapshot = await openSnapshot(createBackupTools(machine.ports), machine.session.require());
  const entries: ContentEntry[] = [];
  for await (const batch of unpackContent(snapshot.content)) entries.push(...batch);
  await snapshot.close();
  return inOneOrder(entries);
}

/**
 * A data folder with an archive at sequence number 1 and a verified snapshot of it, and a backup of another archive.
 */
async function aTemplate() {
  const dataDir = aTempDir();
  const machine = await startMachine({ dataDir });
  await machine.ask('keys/create', { passphrase: goodPassphrase });
  const payload = new TextEncoder().encode('one');
  await machine.ask('journal/append', { afterSeq: 0, changeSetId: 'set', last: true, payload, counts: {} });
  await backUp(machine, 'local', present, 1);
  await machine.ask('keys/lock', {});
  return { dataDir, path: await aBackupPath() };
}

async function aBackupPath(): Promise<string> {
  const path = join(aTempDir(), 'other.kebu');
  writeFileSync(path, await aBackupFile());
  return path;
}

describe('a restore into an archive of which one call to the disk fails', () => {
  it.each(kinds)(
    'with %s leaves the archive as it was, or restored',
    async (kind) => {
      const template = await aTemplate();
      const attempt = async (atCall: number): Promise<number> => {
        const dataDir = join(aTempDir(), 'data');
        cpSync(template.dataDir, dataDir, { recursive: true });
        const files = failingFileSystem(nodeFileSystem);
        const machine = await startMachine({ dataDir, files });
        await machine.ask('keys/unlock', ownPassphrase);
        const opened = await openChosen(nodeFileSystem, template.path, {
          with: 'passphrase',
          passphrase: backupPassphrase,
        });
        files.plan({ atCall, kind });
        const outcome = await applyRestore(createBackupTools(machine.ports, noPatience), machine.session, opened).catch(
          (error: unknown) => error,
        );
        const calls = files.calls();
        files.plan(null);
        await machine.ask('keys/lock', {});

        const next = await startMachine({ dataDir });
        await next.ask('keys/unlock', ownPassphrase);
        const { generation, damage } = await next.ask('journal/status', {});
        const at = `call ${atCall}`;
        if (outcome instanceof Error) expect(outcome, at).toBeInstanceOf(AppFailure);
        else expect(generation, at).toBe(2);
        if (kind !== 'kill') expect(damage, at).toBeNull();
        const expected = generation === 2 ? aSmallArchive.flat() : present.flat();
        expect(await baseRecords(next), at).toEqual(inOneOrder(expected));
        await next.ask('keys/lock', {});
        return calls;
      };
      const calls = await attempt(Number.MAX_SAFE_INTEGER);
      expect(calls).toBeGreaterThan(30);
      for (let atCall = 1; atCall <= calls; atCall += 1) await attempt(atCall);
    },
    slowMs,
  );
});

describe('a restore into a fresh profile of which one call to the disk fails', () => {
  it.each(kinds)(
    'with %s leaves no archive, or the restored one',
    async (kind) => {
      const path = await aBackupPath();
      const passphrase: Unlock = { with: 'passphrase', passphrase: backupPassphrase };
      const opened = await openChosen(nodeFileSystem, path, passphrase);
      const attempt = async (atCall: number): Promise<number> => {
        const dataDir = aTempDir();
        const files = failingFileSystem(nodeFileSystem, { atCall, kind });
        const session = createArchiveSession();
        const ports = testPorts({ dataDir, files });
        const outcome = await applyRestore(createBackupTools(ports, noPatience), session, opened).catch(
          (error: unknown) => error,
        );
        const at = `call ${atCall}`;
        const calls = files.calls();
        files.plan(null);
        await session.end();
        if (outcome instanceof Error) expect(outcome, at).toBeInstanceOf(AppFailure);
        if (outcome instanceof Error && kind !== 'kill') {
          expect(
            readdirSync(dataDir).filter((name) => name !== 'archive'),
            at,
          ).toEqual([]);
        }
        if (existsSync(join(dataDir, 'archive'))) {
          // A lock file that was being written counts as held for two seconds.
          rmSync(join(dataDir, 'archive', 'lock'), { force: true });
          const next = await startMachine({ dataDir });
          await next.ask('keys/unlock', passphrase);
          expect(await next.ask('journal/status', {}), at).toMatchObject({ generation: 2, headSeq: 43, damage: null });
          expect(await baseRecords(next), at).toEqual(inOneOrder(aSmallArchive.flat()));
          await next.ask('keys/lock', {});
        } else expect(outcome, at).toBeInstanceOf(Error);
        return calls;
      };
      const calls = await attempt(Number.MAX_SAFE_INTEGER);
      expect(calls).toBeGreaterThan(30);
      for (let atCall = 1; atCall <= calls; atCall += 1) await attempt(atCall);
    },
    slowMs,
  );
});

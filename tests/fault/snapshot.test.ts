import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packContent } from '#shared/archive/pack-content.ts';
import { unpackContent } from '#shared/archive/unpack-content.ts';
import type { Handlers } from '#shared/ipc/contract.ts';
import { openSnapshot } from '../../electron/backup/open-snapshot.ts';
import { createBackupParts } from '../../electron/backup/parts.ts';
import { createBackupTools } from '../../electron/backup/tools.ts';
import { nodeFileSystem } from '../../electron/files/file-system.ts';
import { createBackupHandlers } from '../../electron/handlers/backup.ts';
import { aSmallArchive, backUp, countsOf } from '../helpers/backups.ts';
import { anOrigin, collect } from '../helpers/content.ts';
import { failingFileSystem, type FaultKind } from '../helpers/failing-file-system.ts';
import { goodPassphrase, startMachine, type Machine } from '../helpers/machine.ts';
import { aTempDir } from '../helpers/temp-dir.ts';

const kinds: FaultKind[] = ['EIO', 'kill'];
const slowMs = 180_000;
const unlock = { with: 'passphrase', passphrase: goodPassphrase } as const;

async function writeFrame(machine: Machine): Promise<void> {
  const { headSeq: afterSeq } = await machine.ask('journal/status', {});
  const frame = { afterSeq, changeSetId: `set-${afterSeq}`, last: true, counts: countsOf(aSmallArchive) };
  await machine.ask('journal/append', { ...frame, payload: new Uint8Array(100) });
}

/**
 * An archive at sequence number 3 with snapshots at 1 and 2: the next one lets the first one go and shortens the
 * journal.
 */
async function aTemplate(): Promise<string> {
  const dataDir = aTempDir();
  const machine = await startMachine({ dataDir });
  await machine.ask('keys/create', { passphrase: goodPassphrase });
  for (const seq of [1, 2, 3]) {
    await writeFrame(machine);
    if (seq < 3) await backUp(machine, 'local', aSmallArchive, seq);
  }
  await machine.ask('keys/lock', {});
  return dataDir;
}

async function finishSnapshot(
  handlers: Pick<Handlers, 'backup/begin' | 'backup/write' | 'backup/finish'>,
  archiveId: string,
) {
  const begin = { seq: 3, counts: countsOf(aSmallArchive) };
  const { backupId } = await handlers['backup/begin'](begin);
  for await (const chunk of packContent(aSmallArchive, { ...anOrigin, archiveId, seq: 3 })) {
    await handlers['backup/write']({ backupId, chunk });
  }
  return handlers['backup/finish']({ backupId });
}

describe('a local snapshot of which one call to the disk fails, from its first byte to the tidied folder', () => {
  it.each(kinds)(
    'with %s leaves an archive that can be rebuilt, and verified backups',
    async (kind) => {
      const template = await aTemplate();
      const attempt = async (atCall: number): Promise<number> => {
        const dataDir = join(aTempDir(), 'data');
        cpSync(template, dataDir, { recursive: true });
        const files = failingFileSystem(nodeFileSystem);
        const machine = await startMachine({ dataDir, files });
        const { archiveId } = await machine.ask('keys/unlock', unlock);
        const tools = createBackupTools(machine.ports, { forMs: 0, pauseMs: 1 });
        const handlers = createBackupHandlers(
          createBackupParts(tools, machine.session, () => 0),
          machine.session,
        );
        files.plan({ atCall, kind });
        const outcome = await finishSnapshot(handlers, archiveId).catch((error: unknown) => error);
        const calls = files.calls();
        files.plan(null);
        await machine.ask('keys/lock', {});

        const next = await startMachine({ dataDir });
        await next.ask('keys/unlock', unlock);
        const at = `call ${atCall}`;
        const { headSeq, firstSeq, damage } = await next.ask('journal/status', {});
        expect(headSeq, at).toBe(3);
        if (kind !== 'kill') expect(damage, at).toBeNull();
        const snapshot = await openSnapshot(createBackupTools(next.ports), next.session.require());
        expect(firstSeq, at).toBeLessThanOrEqual(snapshot.seq + 1);
        const records = (await collect(unpackContent(snapshot.content))).flat();
        await snapshot.close();
        expect(records, at).toHaveLength(aSmallArchive.flat().length);
        const { backups } = await next.ask('backup/status', {});
        expect(backups.filter(({ verifiedAt }) => verifiedAt !== null).length, at).toBeGreaterThanOrEqual(1);
        const names = readdirSync(join(dataDir, 'archive', 'snapshots')).filter((name) => name.endsWith('.kebu'));
        expect(names.length, at).toBe(backups.length);
        if (!(outcome instanceof Error)) {
          const { backup } = outcome as Awaited<ReturnType<typeof finishSnapshot>>;
          expect(existsSync(join(dataDir, 'archive', 'snapshots', backup.name)), at).toBe(true);
        }
        await next.ask('keys/lock', {});
        return calls;
      };
      const calls = await attempt(Number.MAX_SAFE_INTEGER);
      expect(calls).toBeGreaterThan(60);
      for (let atCall = 1; atCall <= calls; atCall += 1) await attempt(atCall);
    },
    slowMs,
  );
});

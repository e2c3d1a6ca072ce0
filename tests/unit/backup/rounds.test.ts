import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem } from '../../../electron/files/file-system.ts';
import { aBackupFile, aSmallArchive, backUp } from '../../helpers/backups.ts';
import type { VerifiedBackup } from '../../../electron/backup/verified-backups.ts';
import type { Machine } from '../../helpers/machine.ts';
import { minute, unlock, finished, aDesk, addStick, change, followPlan } from '../../helpers/backup-desk.ts';

/** Rewrites the list of what this machine has verified. */
function editVerified(machine: Machine, edit: (known: VerifiedBackup[]) => VerifiedBackup[]): void {
  const path = join(machine.ports.dataDir, 'archive', 'verified-backups.json');
  const { verified } = JSON.parse(readFileSync(path, 'utf8')) as { verified: VerifiedBackup[] };
  writeFileSync(path, JSON.stringify({ verified: edit(verified) }));
}

describe('the schedule', () => {
  it('asks the window for a snapshot after a change, once it is quiet, and not again', async () => {
    const { machine, wait } = await aDesk();
    await wait(minute);
    await change(machine);
    expect(await wait(1000)).not.toContain('backup-due');
    expect(await wait(minute)).toContain('backup-due');
    expect(await followPlan(machine)).toEqual({ needsSnapshot: true, folderIds: [] });
    expect(await wait(10 * minute)).not.toContain('backup-due');
  });

  it('asks again only after a while when the snapshot failed', async () => {
    const { machine, wait } = await aDesk();
    await change(machine);
    await wait(0);
    expect(await wait(minute)).toContain('backup-due');
    const { backupId } = await machine.ask('backup/begin', { seq: 1, counts: {} });
    await machine.ask('backup/cancel', { backupId });
    expect(await wait(minute)).not.toContain('backup-due');
    expect(await wait(5 * minute)).toContain('backup-due');
  });

  it('gives a stick its copy within the hour, and at once when it is plugged in', async () => {
    const { machine, wait, stick, unplug, plugIn } = await aDesk();
    const folderId = await addStick(machine);
    await change(machine);
    await wait(0);
    await wait(minute);
    expect(await followPlan(machine)).toEqual({ needsSnapshot: true, folderIds: [folderId] });
    expect(finished(stick)).toHaveLength(1);
    await change(machine);
    await wait(0);
    expect(await wait(10 * minute)).toContain('backup-due');
    expect(await followPlan(machine)).toEqual({ needsSnapshot: true, folderIds: [] });
    expect(await wait(30 * minute)).not.toContain('backup-due');

    unplug();
    expect(await wait(minute)).toEqual(['backup-targets-changed']);
    const elsewhere = plugIn('KINGSTON 1');
    expect(await wait(5000)).toEqual(['backup-targets-changed', 'backup-due']);
    expect(await followPlan(machine)).toEqual({ needsSnapshot: false, folderIds: [folderId] });
    expect(finished(elsewhere)).toHaveLength(2);
    const { folders, backups } = await machine.ask('backup/status', {});
    expect(folders).toMatchObject([{ id: folderId, kind: 'drive', reachable: true, failure: null }]);
    expect(backups.filter((backup) => backup.folderId === folderId)).toHaveLength(2);
  });

  it('knows a stick by its marker, not by its place: another one there is left alone', async () => {
    const { machine, stick, wait, unplug, desk, media } = await aDesk();
    const folderId = await addStick(machine);
    unplug();
    const other = join(media, 'KINGSTON', '客簿备份');
    mkdirSync(other, { recursive: true });
    writeFileSync(join(other, '.kebu-target.json'), JSON.stringify({ id: 'another', archiveIds: ['x'] }));
    desk.drives = [join(media, 'KINGSTON')];
    await backUp(machine, 'local', aSmallArchive, 0);
    await wait(minute);
    expect(await machine.refusal('backup/copy', { folderId })).toEqual({ code: 'backup/target-missing' });
    expect(finished(stick)).toEqual([]);
    expect(readdirSync(other)).toEqual(['.kebu-target.json']);
  });

  it('copies the newest snapshot by itself while the archive is locked, without a secret', async () => {
    const { machine, wait, unplug, plugIn } = await aDesk();
    const folderId = await addStick(machine);
    const seq = await change(machine);
    const { name } = await backUp(machine, 'local', aSmallArchive, seq);
    unplug();
    await wait(minute);
    await machine.ask('keys/lock', {});
    const stick = plugIn('E');
    expect(await wait(5000)).not.toContain('backup-due');
    expect(finished(stick)).toEqual([name]);
    const { backups } = await machine.ask('backup/status', {});
    expect(backups.find((backup) => backup.folderId === folderId)).toMatchObject({ name, proof: 'compared' });
    await machine.ask('keys/unlock', unlock);
    await machine.ask('backup/copy', { folderId });
    const again = (await machine.ask('backup/status', {})).backups.find((backup) => backup.folderId === folderId);
    expect(again).toMatchObject({ name, proof: 'decrypted' });
  });

  it('is started with timers from outside, and stops', async () => {
    const { machine } = await aDesk();
    const timers: { periodMs: number; isRunning: boolean }[] = [];
    const stop = machine.schedule.start((periodMs) => {
      const timer = { periodMs, isRunning: true };
      timers.push(timer);
      return () => {
        timer.isRunning = false;
      };
    });
    expect(timers).toEqual([{ periodMs: 5000, isRunning: true }]);
    stop();
    expect(timers[0]?.isRunning).toBe(false);
  });
});

describe('a plan', () => {
  it('by hand makes a new backup in every folder that is there, changed or not', async () => {
    const { machine } = await aDesk();
    const folderId = await addStick(machine);
    expect(await followPlan(machine, 'hand')).toEqual({ needsSnapshot: true, folderIds: [folderId] });
    expect(await followPlan(machine, 'hand')).toEqual({ needsSnapshot: true, folderIds: [folderId] });
    expect((await machine.ask('backup/status', {})).backups).toHaveLength(4);
  });

  it('before quitting takes only what lacks something', async () => {
    const { machine } = await aDesk();
    const folderId = await addStick(machine);
    expect(await machine.ask('backup/plan', { by: 'quit' })).toEqual({ needsSnapshot: false, folderIds: [folderId] });
    await change(machine);
    expect(await followPlan(machine, 'quit')).toEqual({ needsSnapshot: true, folderIds: [folderId] });
    expect(await followPlan(machine, 'quit')).toEqual({ needsSnapshot: false, folderIds: [] });
  });
});

describe('what was made before a restore', () => {
  it('counts for nothing, however far it went', async () => {
    const { machine } = await aDesk();
    const folderId = await addStick(machine);
    await change(machine);
    await followPlan(machine, 'quit');
    editVerified(machine, (known) => known.map((each) => ({ ...each, generation: 0, seq: 99 })));
    expect(await machine.ask('backup/plan', { by: 'quit' })).toEqual({ needsSnapshot: true, folderIds: [folderId] });
  });
});

describe('a copy', () => {
  /** A desk whose stick does something wrong while it is written to. */
  async function aFaultyDesk(onWrite: (desk: Awaited<ReturnType<typeof aDesk>>, path: string) => void) {
    const later: { desk?: Awaited<ReturnType<typeof aDesk>> } = {};
    const desk = await aDesk({
      async open(path, mode) {
        const file = await nodeFileSystem.open(path, mode);
        const isCopy = later.desk && path.startsWith(later.desk.media) && path.includes('.kebu') && mode === 'create';
        if (!isCopy) return file;
        return {
          ...file,
          write(bytes, position) {
            if (later.desk) onWrite(later.desk, path);
            return file.write(bytes, position);
          },
        };
      },
    });
    const folderId = await addStick(desk.machine);
    const { name } = await backUp(desk.machine, 'local', aSmallArchive, 0);
    later.desk = desk;
    return { ...desk, folderId, name };
  }

  it('is the snapshot byte for byte, under its name, with a pointer to it', async () => {
    const { machine, stick } = await aDesk();
    const { name } = await backUp(machine, await addStick(machine), aSmallArchive, 0);
    const { snapshots } = machine.session.require().paths;
    expect(readFileSync(join(stick, name))).toEqual(readFileSync(join(snapshots, name)));
    expect(JSON.parse(readFileSync(join(stick, 'latest.json'), 'utf8'))).toMatchObject({ name });
    expect(readdirSync(stick).sort()).toEqual(['.kebu-target.json', name, 'latest.json'].sort());
  });

  it('onto a stick that is pulled out leaves the snapshot here and says what comes next', async () => {
    const { machine, folderId, name } = await aFaultyDesk(({ unplug }) => {
      unplug();
      throw Object.assign(new Error('gone'), { code: 'EIO' });
    });
    expect(await machine.refusal('backup/copy', { folderId })).toEqual({ code: 'backup/target-gone' });
    const { folders, backups } = await machine.ask('backup/status', {});
    expect(folders).toMatchObject([{ reachable: false, failure: { code: 'backup/target-gone' } }]);
    expect(backups).toMatchObject([{ name, folderId: 'local' }]);
  });

  it('that does not read back as it was written is thrown away', async () => {
    const { machine, folderId, stick } = await aFaultyDesk(() => undefined);
    const files = { ...machine.ports.files };
    machine.ports.files.open = async (path, mode) => {
      const file = await files.open(path, mode);
      if (!path.startsWith(stick) || mode !== 'read') return file;
      return {
        ...file,
        async read(into, position) {
          const length = await file.read(into, position);
          if (position > 3000 && length > 0) into[0]! ^= 1;
          return length;
        },
      };
    };
    expect(await machine.refusal('backup/copy', { folderId })).toEqual({ code: 'backup/verify-failed' });
    expect(finished(stick)).toEqual([]);
    expect(readdirSync(stick).filter((file) => file.includes('unfinished'))).toEqual([]);
  });

  it('is stopped by hand, and leaves nothing', async () => {
    const { machine, folderId, stick } = await aFaultyDesk(({ machine: at }) => void at.ask('backup/stop-copy', {}));
    expect(await machine.refusal('backup/copy', { folderId })).toEqual({ code: 'backup/cancelled' });
    expect(finished(stick)).toEqual([]);
    expect((await machine.ask('backup/status', {})).folders).toMatchObject([{ failure: null }]);
  });

  it('tells how far it is, and that the machine is not to be quit', async () => {
    const seen: unknown[] = [];
    const { machine, folderId } = await aFaultyDesk(({ machine: at }) => {
      seen.push(at.isBackingUp());
      void at.ask('backup/progress', {}).then(({ copy }) => seen.push(copy));
    });
    const { backup } = await machine.ask('backup/copy', { folderId });
    expect(seen[0]).toBe(true);
    expect(seen[1]).toMatchObject({ folderId, step: 'writing', totalBytes: backup.sizeBytes });
    expect(await machine.ask('backup/progress', {})).toEqual({ copy: null, isDrilling: false });
    expect(machine.isBackingUp()).toBe(false);
  });

  it.each([
    ['backup/disk-full', { freeBytes: () => Promise.resolve(4000) }],
    ['backup/too-large', { maxFileBytes: () => Promise.resolve(4000) }],
  ] as const)('is refused with %s before a byte is written', async (code, files) => {
    const { machine, stick } = await aDesk();
    const folderId = await addStick(machine);
    await backUp(machine, 'local', aSmallArchive, 0);
    Object.assign(machine.ports.files, files);
    expect(await machine.refusal('backup/copy', { folderId })).toEqual({ code });
    expect(finished(stick)).toEqual([]);
    expect((await machine.ask('backup/status', {})).folders).toMatchObject([{ failure: { code } }]);
  });

  it('of a snapshot that went bad is refused, and the next round makes another', async () => {
    const { machine, stick } = await aDesk();
    const folderId = await addStick(machine);
    const seq = await change(machine);
    const { name } = await backUp(machine, 'local', aSmallArchive, seq);
    const path = join(machine.session.require().paths.snapshots, name);
    const bytes = readFileSync(path);
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(path, bytes);
    expect(await machine.refusal('backup/copy', { folderId })).toEqual({ code: 'backup/no-snapshot' });
    expect(finished(stick)).toEqual([]);
    expect(await followPlan(machine, 'quit')).toEqual({ needsSnapshot: true, folderIds: [folderId] });
    expect(finished(stick)).toHaveLength(1);
  });

  it('of a snapshot that was exchanged for another one is refused, also while locked', async () => {
    const { machine, stick } = await aDesk();
    const folderId = await addStick(machine);
    const { snapshots } = machine.session.require().paths;
    const older = await backUp(machine, 'local', aSmallArchive, 0);
    const { name } = await backUp(machine, 'local', aSmallArchive, await change(machine));
    copyFileSync(join(snapshots, older.name), join(snapshots, name));
    await machine.ask('keys/lock', {});
    expect(await machine.refusal('backup/copy', { folderId })).toEqual({ code: 'backup/no-snapshot' });
    expect(finished(stick)).toEqual([]);
  });

  it('of a snapshot for which nobody vouches is not made', async () => {
    const { machine, stick } = await aDesk();
    const folderId = await addStick(machine);
    const first = await backUp(machine, folderId, aSmallArchive, 0);
    rmSync(join(machine.ports.dataDir, 'archive', 'verified-backups.json'));
    expect(await machine.refusal('backup/copy', { folderId })).toEqual({ code: 'backup/no-snapshot' });
    expect(finished(stick)).toEqual([first.name]);
  });

  describe('that lies there already', () => {
    async function aForgottenCopy() {
      const desk = await aDesk();
      const folderId = await addStick(desk.machine);
      const { name } = await backUp(desk.machine, folderId, aSmallArchive, 0);
      editVerified(desk.machine, (known) => known.filter((each) => each.folderId !== folderId));
      return { ...desk, folderId, path: join(desk.stick, name) };
    }

    it('is not written again but proved again', async () => {
      const { machine, folderId, path } = await aForgottenCopy();
      const { mtimeMs } = statSync(path);
      expect((await machine.ask('backup/copy', { folderId })).backup).toMatchObject({ proof: 'decrypted' });
      expect(statSync(path).mtimeMs).toBe(mtimeMs);
    });

    it('is told as bad when it is another backup by now, with the archive open or locked', async () => {
      const { machine, folderId, path } = await aForgottenCopy();
      writeFileSync(path, await aBackupFile());
      expect(await machine.refusal('backup/copy', { folderId })).toEqual({ code: 'backup/verify-failed' });
      await machine.ask('keys/lock', {});
      expect(await machine.refusal('backup/copy', { folderId })).toEqual({ code: 'backup/verify-failed' });
    });

    it('is compared to its last byte while the archive is locked', async () => {
      const { machine, folderId, path } = await aForgottenCopy();
      const whole = readFileSync(path);
      const bad = Uint8Array.from(whole);
      bad[bad.length >> 1]! ^= 1;
      writeFileSync(path, bad);
      await machine.ask('keys/lock', {});
      expect(await machine.refusal('backup/copy', { folderId })).toEqual({ code: 'backup/verify-failed' });
      writeFileSync(path, whole);
      expect((await machine.ask('backup/copy', { folderId })).backup).toMatchObject({ proof: 'compared' });
    });
  });
});

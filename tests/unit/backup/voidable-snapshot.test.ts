import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aSmallArchive, backUp, countsOf } from '../../helpers/backups.ts';
import { aDossier } from '../../helpers/content.ts';
import { goodPassphrase, startMachine, type Machine } from '../../helpers/machine.ts';
import { testPorts } from '../../helpers/ports.ts';

async function aMachine() {
  const { dataDir, dialogs } = testPorts();
  const machine = await startMachine({ dataDir, dialogs });
  await machine.ask('keys/create', { passphrase: goodPassphrase });
  return { machine, archiveDir: join(dataDir, 'archive'), snapshots: join(dataDir, 'archive', 'snapshots') };
}

async function writeFrame(machine: Machine): Promise<void> {
  const { headSeq: afterSeq, counts } = await machine.ask('journal/status', {});
  const payload = new Uint8Array([afterSeq]);
  await machine.ask('journal/append', { afterSeq, changeSetId: `set-${afterSeq}`, last: true, counts, payload });
}

async function readAll(machine: Machine, readId: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for (;;) {
    const { chunk } = await machine.ask('snapshot/read', { readId });
    if (!chunk) break;
    chunks.push(chunk);
  }
  await machine.ask('snapshot/close', { readId });
  return Buffer.concat(chunks);
}

const isVoidable = true;

describe('a local snapshot that is not verified first', () => {
  it('is the same, and fails when what is read of it is bad', async () => {
    const { machine, snapshots } = await aMachine();
    await writeFrame(machine);
    const { name } = await backUp(machine, 'local', aSmallArchive, 1);
    const whole = await readAll(machine, (await machine.ask('snapshot/open', {})).readId);
    const opened = await machine.ask('snapshot/open', { isVoidable });
    expect(opened).toMatchObject({ seq: 1, counts: countsOf(aSmallArchive) });
    expect((await readAll(machine, opened.readId)).equals(whole)).toBe(true);
    const { readId } = await machine.ask('snapshot/open', { isVoidable });
    const bytes = readFileSync(join(snapshots, name));
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(join(snapshots, name), bytes);
    await expect(readAll(machine, readId)).rejects.toThrow('restore/damaged');
  });

  it('is none where it was exchanged for another, or nobody noted that it was verified when it was written', async () => {
    const { machine, archiveDir, snapshots } = await aMachine();
    await writeFrame(machine);
    const older = await backUp(machine, 'local', [aDossier(1)], 1);
    await writeFrame(machine);
    const { name } = await backUp(machine, 'local', [aDossier(1), aDossier(2)], 2);
    const newer = readFileSync(join(snapshots, name));
    copyFileSync(join(snapshots, older.name), join(snapshots, name));
    expect(await machine.ask('snapshot/open', { isVoidable })).toMatchObject({ seq: 1, counts: { customer: 1 } });
    newer[newer.length >> 1]! ^= 1;
    writeFileSync(join(snapshots, name), newer);
    rmSync(join(archiveDir, 'verified-backups.json'));
    expect(await machine.refusal('snapshot/open', { isVoidable })).toEqual({ code: 'restore/damaged' });
  });
});

import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createErasedCheck, mergeErased, tombstoneOf } from '#shared/archive/erased.ts';
import type { ContentEntry } from '#shared/archive/content.ts';
import { packContent } from '#shared/archive/pack-content.ts';
import { unpackContent } from '#shared/archive/unpack-content.ts';
import { aBackupFile, backUp, countsOf, testIdentity } from '../../helpers/backups.ts';
import { aCatalogue, aDossier, anOrigin } from '../../helpers/content.ts';
import { goodPassphrase, startMachine, type Machine } from '../../helpers/machine.ts';
import { testPorts } from '../../helpers/ports.ts';
import { aTempDir } from '../../helpers/temp-dir.ts';

const gone = 'customer-1';
const all = [aCatalogue(), aDossier(1), aDossier(2)];
const without = [aCatalogue(), aDossier(2)];

async function append(machine: Machine, groups: typeof all): Promise<number> {
  const { headSeq: afterSeq } = await machine.ask('journal/status', {});
  const payload = new Uint8Array([1]);
  const frame = { afterSeq, changeSetId: `set-${afterSeq}`, last: true, payload, counts: countsOf(groups) };
  return (await machine.ask('journal/append', frame)).seq;
}

/** Two dossiers, a snapshot and a backup on a stick with both of them. */
async function anArchive() {
  const folder = aTempDir();
  const { dialogs } = testPorts();
  const picked = { path: '' };
  // Two hours between any two looks at the clock, so that no snapshot is let go as one too many of its hour.
  let nowMs = Date.parse('2026-03-01T08:00:00.000Z');
  const machine = await startMachine({
    clock: { now: () => new Date((nowMs += 7_200_000)) },
    dialogs: {
      ...dialogs,
      chooseFolder: () => Promise.resolve(folder),
      chooseBackupFile: () => Promise.resolve(picked.path),
    },
  });
  const { paperKey } = await machine.ask('keys/create', { passphrase: goodPassphrase });
  const added = await machine.ask('backup/add-folder', {});
  const seq = await append(machine, all);
  const old = await backUp(machine, 'local', all, seq);
  const { backup: elsewhere } = await machine.ask('backup/copy', { folderId: added.folder!.id });
  return { machine, folder, paperKey, picked, old, elsewhere };
}

/** What the engine does: puts the person on the list, removes the records, makes a snapshot, and has the rest cleared. */
async function erase(machine: Machine) {
  await machine.ask('erasure/begin', { customerIds: [gone] });
  const seq = await append(machine, without);
  await backUp(machine, 'local', without, seq);
  return machine.ask('erasure/finish', { seq, records: { customer: 1 }, keptSales: 0 });
}

/** The one pair of different people there is names the erased. */
const { distinctPair: _pair, ...left } = countsOf(without);
/** What older content becomes: the figures of the one order of the erased stay. */
const withKeptSale = { ...left, keptSale: (left['keptSale'] ?? 0) + 1 };

async function idsIn(machine: Machine): Promise<string[]> {
  const { readId } = await machine.ask('snapshot/open', {});
  async function* chunks() {
    for (;;) {
      const { chunk } = await machine.ask('snapshot/read', { readId });
      if (!chunk) return;
      yield chunk;
    }
  }
  const entries: ContentEntry[] = [];
  for await (const batch of unpackContent(chunks())) entries.push(...batch);
  return entries.flatMap(({ table, record }) => (table === 'customer' ? record.id : []));
}

async function restore(machine: Machine, knownBackupId?: string, paperKey?: string) {
  const { chosen } = await machine.ask('restore/choose', knownBackupId === undefined ? {} : { knownBackupId });
  const restoreId = chosen!.restoreId;
  const unlock = paperKey === undefined ? {} : { unlock: { with: 'paper-key', paperKey } as const };
  const preview = await machine.ask('restore/open', { restoreId, ...unlock });
  await machine.ask('restore/apply', { restoreId });
  return preview;
}

describe('erasing', () => {
  it('is on the list before anything is removed, and the list names nobody', async () => {
    const { machine } = await anArchive();
    const { tombstones } = await machine.ask('erasure/begin', { customerIds: [gone] });
    const { erased, pending } = await machine.ask('erasure/status', {});
    expect(pending?.persons).toBe(1);
    expect(createErasedCheck(erased)(gone)).toBe(true);
    expect(createErasedCheck(erased)('customer-2')).toBe(false);
    expect(tombstones).toEqual([tombstoneOf(erased.rings[0]!.key, gone)]);
    expect(JSON.stringify(erased)).not.toContain(gone);
  });

  it('is refused an end without a snapshot made after it, and before it began', async () => {
    const { machine } = await anArchive();
    expect(await machine.refusal('erasure/finish', { seq: 1, records: {}, keptSales: 0 })).toEqual({
      code: 'erasure/not-covered',
    });
    await machine.ask('erasure/begin', { customerIds: [gone] });
    const seq = await append(machine, without);
    expect(await machine.refusal('erasure/finish', { seq, records: {}, keptSales: 0 })).toEqual({
      code: 'erasure/not-covered',
    });
    expect((await machine.ask('erasure/status', {})).pending).not.toBeNull();
  });

  it('empties the journal, writes the snapshots anew, and tells which backups still hold the person', async () => {
    const { machine, folder, old, elsewhere } = await anArchive();
    const dir = join(machine.ports.dataDir, 'archive');
    writeFileSync(join(dir, 'kept-aside', 'damage.bin'), 'x');
    const { certificate } = await erase(machine);
    const { firstSeq, headSeq, snapshot } = await machine.ask('journal/status', {});
    expect(firstSeq).toBe(headSeq + 1);
    expect(certificate).toMatchObject({
      persons: 1,
      records: { customer: 1 },
      journalUpTo: snapshot?.seq,
      snapshotsRewritten: 1,
      snapshotsRemoved: 0,
      keptAsideRemoved: 1,
    });
    expect(certificate.elsewhere.map(({ name }) => name)).toEqual([elsewhere.name]);
    expect(readdirSync(folder)).toContain(elsewhere.name);
    expect(existsSync(join(dir, 'snapshots', old.name))).toBe(false);
    expect(readdirSync(join(dir, 'snapshots')).filter((name) => name.endsWith('.kebu'))).toHaveLength(2);
    expect((await machine.ask('erasure/status', {})).certificates).toEqual([certificate]);
    expect((await machine.ask('audit/read', { limit: 1 })).entries[0]).toMatchObject({
      event: 'erased',
      detail: { count: 1, certificate: certificate.sha256 },
    });
  });

  it('goes on after a crash where it ended', async () => {
    const { machine } = await anArchive();
    await machine.ask('erasure/begin', { customerIds: [gone] });
    await machine.ask('keys/lock', {});
    await machine.ask('keys/unlock', { with: 'passphrase', passphrase: goodPassphrase });
    expect((await machine.ask('erasure/status', {})).pending?.persons).toBe(1);
    const { certificate } = await erase(machine);
    expect(certificate.persons).toBe(1);
    expect((await machine.ask('erasure/status', {})).pending).toBeNull();
  });

  it('removes a snapshot that cannot be read, for it may hold the person', async () => {
    const { machine, old } = await anArchive();
    const path = join(machine.ports.dataDir, 'archive', 'snapshots', old.name);
    writeFileSync(path, new Uint8Array(10_000));
    expect((await erase(machine)).certificate.snapshotsRemoved).toBe(1);
    expect(existsSync(path)).toBe(false);
  });

  it('refuses to go on with a list that is damaged', async () => {
    const { machine } = await anArchive();
    await erase(machine);
    writeFileSync(join(machine.ports.dataDir, 'archive', 'erased.sealed'), new Uint8Array(80));
    expect(await machine.refusal('erasure/status', {})).toEqual({ code: 'erasure/list-damaged' });
    expect(await machine.refusal('erasure/begin', { customerIds: ['x'] })).toEqual({
      code: 'erasure/list-damaged',
    });
  });
});

describe('an erased person', () => {
  it('does not come back with an older backup from a stick', async () => {
    const { machine, elsewhere } = await anArchive();
    await erase(machine);
    const { headSeq } = await machine.ask('journal/status', {});
    await backUp(machine, 'local', without, headSeq);
    const preview = await restore(machine, elsewhere.id);
    expect(preview).toMatchObject({ erasedPersons: 1, counts: withKeptSale });
    expect(await idsIn(machine)).toEqual(['customer-2']);
    expect((await machine.ask('journal/status', {})).counts).toEqual(withKeptSale);
  });

  it('does not come back with any of ten older snapshots', async () => {
    const { machine } = await anArchive();
    for (let number = 0; number < 9; number += 1) await backUp(machine, 'local', all, await append(machine, all));
    await erase(machine);
    const { backups } = await machine.ask('backup/status', {});
    const local = backups.filter(({ folderId }) => folderId === 'local');
    expect(local).toHaveLength(11);
    const base = (await machine.ask('journal/status', {})).snapshot?.name;
    for (const { id, name } of local) {
      const { chosen } = await machine.ask('restore/choose', { knownBackupId: id });
      const preview = await machine.ask('restore/open', { restoreId: chosen!.restoreId });
      // The base was made by the engine, which here kept nothing of the order.
      expect(preview.counts).toEqual(name === base ? left : withKeptSale);
    }
  });

  it('stays erased on another machine that takes over a later backup, and meets an older one there', async () => {
    const { machine, folder, paperKey, elsewhere } = await anArchive();
    await erase(machine);
    const { erased } = await machine.ask('erasure/status', {});
    const { archiveId, generation } = machine.session.require().opened();
    const { headSeq: seq } = await machine.ask('journal/status', {});
    // The later backup carries the list, as the engine packs it.
    const { backupId } = await machine.ask('backup/begin', { seq, counts: countsOf(without) });
    for await (const chunk of packContent(without, { ...anOrigin, archiveId, generation, seq }, erased)) {
      await machine.ask('backup/write', { backupId, chunk });
    }
    const { backup } = await machine.ask('backup/finish', { backupId });
    const later = join(machine.ports.dataDir, 'archive', 'snapshots', backup.name);

    const { dialogs } = testPorts();
    const picked = { path: later };
    const other = await startMachine({
      dialogs: { ...dialogs, chooseBackupFile: () => Promise.resolve(picked.path) },
    });
    await restore(other, undefined, paperKey);
    expect(mergeErased((await other.ask('erasure/status', {})).erased, { rings: [] })).toEqual(erased);
    const head = await other.ask('journal/status', {});
    await backUp(other, 'local', without, head.headSeq);
    picked.path = join(folder, elsewhere.name);
    const preview = await restore(other, undefined, paperKey);
    expect(preview.erasedPersons).toBe(1);
    expect(await idsIn(other)).toEqual(['customer-2']);
  });

  it('of another archive is not mistaken: the same id under another key is another person', async () => {
    const { machine, picked } = await anArchive();
    await erase(machine);
    const list = (await machine.ask('erasure/status', {})).erased;
    expect(createErasedCheck({ rings: [{ key: 'f'.repeat(64), tombstones: list.rings[0]!.tombstones }] })(gone)).toBe(
      false,
    );
    const dir = aTempDir();
    mkdirSync(dir, { recursive: true });
    picked.path = join(dir, 'other.kebu');
    writeFileSync(picked.path, await aBackupFile({}, [aCatalogue(), aDossier(7)]));
    const { headSeq } = await machine.ask('journal/status', {});
    await backUp(machine, 'local', without, headSeq);
    expect((await restore(machine, undefined, testIdentity)).erasedPersons).toBe(0);
    expect(await idsIn(machine)).toEqual(['customer-7']);
  });
});

describe('the snapshot made before a restore', () => {
  it('is offered still once it was written anew without somebody', async () => {
    const { machine, elsewhere } = await anArchive();
    await restore(machine, elsewhere.id);
    const { undo } = await machine.ask('restore/undoable', {});
    expect(undo).toMatchObject({ counts: countsOf(all) });
    expect((await erase(machine)).certificate.snapshotsRewritten).toBeGreaterThan(0);
    const { undo: left } = await machine.ask('restore/undoable', {});
    expect(left).toMatchObject({ until: undo!.until, counts: withKeptSale });
  });

  it('is offered for thirty days', async () => {
    const at = { now: new Date('2026-03-01T08:00:00.000Z') };
    const machine = await startMachine({ clock: { now: () => at.now } });
    await machine.ask('keys/create', { passphrase: goodPassphrase });
    const first = await backUp(machine, 'local', without, await append(machine, without));
    const seq = await append(machine, all);
    at.now = new Date('2026-03-02T08:00:00.000Z');
    await backUp(machine, 'local', all, seq);
    expect((await machine.ask('restore/undoable', {})).undo).toBeNull();
    await restore(machine, first.id);
    const { undo } = await machine.ask('restore/undoable', {});
    expect(undo).toMatchObject({ until: '2026-04-01T08:00:00.000Z', counts: countsOf(all) });
    const { headSeq } = await machine.ask('journal/status', {});
    at.now = new Date('2026-03-02T08:01:00.000Z');
    await backUp(machine, 'local', without, headSeq);
    await restore(machine, undo!.backupId);
    expect(await idsIn(machine)).toEqual([gone, 'customer-2']);
    at.now = new Date('2026-04-02T08:01:00.000Z');
    expect((await machine.ask('restore/undoable', {})).undo).toBeNull();
  });
});

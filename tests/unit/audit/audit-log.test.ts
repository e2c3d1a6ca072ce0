import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { send } from '../../helpers/attachments.ts';
import { aSmallArchive, backUp } from '../../helpers/backups.ts';
import { anId, putCustomer } from '../../helpers/builders.ts';
import { goodPassphrase, startMachine, type Machine } from '../../helpers/machine.ts';
import { testPorts } from '../../helpers/ports.ts';
import { aTempDir } from '../../helpers/temp-dir.ts';
import { aWholeKebu } from '../../helpers/whole-kebu.ts';

const right = { with: 'passphrase', passphrase: goodPassphrase } as const;

async function anArchive(change: Parameters<typeof startMachine>[0] = {}): Promise<Machine> {
  const machine = await startMachine(change);
  await machine.ask('keys/create', { passphrase: goodPassphrase });
  return machine;
}

const pathOf = (machine: Machine, name = 'audit.ndjson') => join(machine.ports.dataDir, 'archive', name);
const linesOf = (machine: Machine) => readFileSync(pathOf(machine), 'utf8').trimEnd().split('\n');
const eventsOf = async (machine: Machine) =>
  (await machine.ask('audit/read', { limit: 100 })).entries.map((e) => e.event).reverse();
const checkOf = (machine: Machine) => machine.ask('audit/check', {});

describe('the audit log', () => {
  it('tells of unlocking, refusals, keys, exports, reports of the window and refused requests, in order', async () => {
    const saved = join(aTempDir(), 'list.csv');
    const { dialogs } = testPorts();
    const machine = await anArchive({ dialogs: { ...dialogs, chooseSavePath: () => Promise.resolve(saved) } });
    await machine.ask('keys/lock', {});
    await machine.refusal('keys/unlock', { with: 'passphrase', passphrase: 'not the one' });
    await machine.ask('keys/unlock', right);
    await machine.ask('keys/show-paper-key', right);
    await machine.ask('keys/change-passphrase', { current: right, next: 'seven maps of a lake' });
    await machine.ask('files/save', { suggestedName: '张三.csv', content: new Uint8Array([1]) });
    await machine.ask('files/save', { suggestedName: '客户.csv', content: new Uint8Array([1]), exported: 12 });
    await machine.ask('audit/note', { event: 'bulk-read', count: 817 });
    await machine.reply('journal/read', { fromSeq: -1 });
    expect(await eventsOf(machine)).toEqual([
      'archive-created',
      'locked',
      'unlock-refused',
      'unlocked',
      'paper-key-shown',
      'passphrase-changed',
      'file-saved',
      'exported',
      'bulk-read',
      'request-refused',
    ]);
    const [, bulkRead, list, file] = (await machine.ask('audit/read', { limit: 4 })).entries;
    expect(bulkRead?.detail).toEqual({ count: 817 });
    expect(list?.detail).toEqual({ count: 12 });
    expect(file?.detail).toEqual({});
    expect(await checkOf(machine)).toEqual({ entries: 10, broken: null });
    expect(readFileSync(pathOf(machine), 'utf8')).not.toMatch(/张三|list\.csv|river|AGE/);
  });

  it('tells of the files of customers that left, and of nothing when the person thought better of it', async () => {
    const place: { save: string | null; yes: boolean } = { save: null, yes: false };
    const { dialogs } = testPorts();
    const machine = await anArchive({
      dialogs: {
        ...dialogs,
        chooseSavePath: () => Promise.resolve(place.save),
        confirm: () => Promise.resolve(place.yes),
      },
    });
    const { sha256 } = await send(machine, new TextEncoder().encode('合同'), '张三.txt');
    const leave = async () => {
      await machine.ask('attachments/save-as', { sha256, suggestedName: '张三.txt' });
      await machine.ask('attachments/open-with-system', { sha256, name: '张三.txt' });
      await machine.ask('files/save', { suggestedName: '客户.csv', content: new Uint8Array([1]), exported: 3 });
    };
    await leave();
    expect(await eventsOf(machine)).toEqual(['archive-created']);
    Object.assign(place, { save: join(aTempDir(), 'a'), yes: true });
    await leave();
    expect(await eventsOf(machine)).toEqual(['archive-created', 'file-saved', 'file-opened', 'exported']);
    expect(await checkOf(machine)).toEqual({ entries: 4, broken: null });
  });

  it('tells of restores, of a customer brought back, of imports, bulk changes and a database built anew', async () => {
    const kebu = await aWholeKebu();
    const engine = await kebu.openEngine();
    await engine.commit('import/customers', [putCustomer({ id: 'zhang', name: '张三' })]);
    kebu.wait(70);
    const { backupId } = await engine.backup();
    kebu.wait(70);
    await engine.commit('customer/bulk-edit', [putCustomer({ id: 'zhang', name: '张三丰' })]);
    await engine.backup();
    const { chosen } = await kebu.call('restore/choose', { knownBackupId: backupId });
    const { restoreId } = await kebu.call('restore/open', { restoreId: chosen!.restoreId });
    await engine.bringBack(restoreId, anId('zhang'));
    kebu.wait(70);
    await engine.backup();
    const opened = await kebu.call('restore/apply', { restoreId });
    const again = await kebu.openEngine(opened);
    await again.rebuild({ ...opened, recordKey: opened.recordKey.slice() }, '2026-03-01');
    const seen = (await kebu.call('audit/read', { limit: 100 })).entries.map(({ event, detail }) => [
      event,
      detail.count,
    ]);
    const expected = [
      ['database-rebuilt', 1],
      ['restored', undefined],
      ['customer-brought-back', 1],
      ['backup-opened', undefined],
      ['bulk-changed', 1],
      ['imported', 1],
    ];
    expect(seen.filter(([event]) => expected.some(([name]) => name === event))).toEqual(expected);
    await again.close();
  });

  it('is saved as CSV and as lines of JSON', async () => {
    const dir = aTempDir();
    const { dialogs } = testPorts();
    const machine = await anArchive({
      dialogs: { ...dialogs, chooseSavePath: (name) => Promise.resolve(join(dir, name)) },
    });
    const csv = await machine.ask('audit/export', { format: 'csv' });
    const ndjson = await machine.ask('audit/export', { format: 'ndjson' });
    const rows = readFileSync(join(dir, csv.savedAs!), 'utf8').trimEnd().split('\r\n');
    expect(rows[0]).toMatch(/^\uFEFFn,at,event,/);
    expect(rows[1]).toMatch(/^1,.*,archive-created,/);
    expect(readFileSync(join(dir, ndjson.savedAs!), 'utf8')).toContain('"event":"log-exported"');
  });

  it('is closed while the archive is locked', async () => {
    const machine = await anArchive();
    await machine.ask('keys/lock', {});
    for (const refusal of [
      machine.refusal('audit/read', { limit: 1 }),
      machine.refusal('audit/check', {}),
      machine.refusal('audit/export', { format: 'csv' }),
      machine.refusal('audit/note', { event: 'bulk-read', count: 1 }),
    ]) {
      expect(await refusal).toEqual({ code: 'keys/locked' });
    }
  });

  it('goes on after a line that a power cut left unfinished, and says so', async () => {
    const machine = await anArchive();
    appendFileSync(pathOf(machine), '{"n":2,"at":"20');
    await machine.ask('audit/note', { event: 'imported', count: 3 });
    expect(await eventsOf(machine)).toEqual(['archive-created', 'log-torn', 'imported']);
    expect(await checkOf(machine)).toEqual({ entries: 3, broken: null });
  });
});

describe('a log that somebody changed', () => {
  async function withEntries(): Promise<Machine> {
    const machine = await anArchive();
    for (const count of [1, 2, 3, 4]) await machine.ask('audit/note', { event: 'bulk-read', count });
    return machine;
  }

  it('shows which entry is not what was written', async () => {
    for (const index of [0, 2, 4]) {
      const machine = await withEntries();
      const lines = linesOf(machine);
      lines[index] = lines[index]!.replace(/"event":"[a-z-]+"/, '"event":"unlocked"');
      writeFileSync(pathOf(machine), `${lines.join('\n')}\n`);
      expect(await checkOf(machine)).toEqual({ entries: 5, broken: { n: index + 1, why: 'changed' } });
    }
  });

  it('shows a change at every byte of an entry', async () => {
    const machine = await withEntries();
    const whole = readFileSync(pathOf(machine));
    const start = whole.indexOf('\n') + 1;
    const end = whole.indexOf('\n', start);
    for (let at = start; at < end; at += 1) {
      const changed = Buffer.from(whole);
      changed[at] = changed[at]! ^ 1;
      writeFileSync(pathOf(machine), changed);
      expect([at, (await checkOf(machine)).broken !== null]).toEqual([at, true]);
    }
  });

  it('shows an entry that was taken out, put in twice or moved, and a shortened end', async () => {
    const tricks: ((lines: string[]) => string[])[] = [
      (lines) => lines.toSpliced(1, 1),
      (lines) => lines.toSpliced(1, 0, lines[1]!),
      (lines) => [lines[0]!, lines[2]!, lines[1]!, lines[3]!, lines[4]!],
      (lines) => lines.slice(0, -1),
      () => [],
    ];
    for (const trick of tricks) {
      const machine = await withEntries();
      const lines = trick(linesOf(machine));
      writeFileSync(pathOf(machine), lines.map((line) => `${line}\n`).join(''));
      expect((await checkOf(machine)).broken?.why).toBe('missing');
    }
  });

  it('shows a chain that was computed anew without the key, and an end that was removed', async () => {
    const machine = await withEntries();
    const other = await withEntries();
    writeFileSync(pathOf(machine), readFileSync(pathOf(other)));
    expect((await checkOf(machine)).broken).toEqual({ n: 1, why: 'changed' });
    rmSync(pathOf(other, 'audit-end.json'));
    expect((await checkOf(other)).broken).toEqual({ n: 6, why: 'missing' });
  });

  it('shows a log that was put back together with its end, by what a backup elsewhere says', async () => {
    const folder = aTempDir();
    const { dialogs } = testPorts();
    const machine = await anArchive({ dialogs: { ...dialogs, chooseFolder: () => Promise.resolve(folder) } });
    const early = ['audit.ndjson', 'audit-end.json'].map(
      (name) => [name, readFileSync(pathOf(machine, name))] as const,
    );
    const { folder: target } = await machine.ask('backup/add-folder', {});
    await machine.ask('audit/note', { event: 'bulk-read', count: 99 });
    const payload = new Uint8Array([1]);
    await machine.ask('journal/append', { afterSeq: 0, changeSetId: 'a', last: true, payload, counts: {} });
    await backUp(machine, target!.id, aSmallArchive, 1);
    expect((await checkOf(machine)).broken).toBeNull();

    for (const [name, bytes] of early) writeFileSync(pathOf(machine, name), bytes);
    expect((await checkOf(machine)).broken).toMatchObject({ why: 'missing' });
    // What a folder says is believed only under the key of this log.
    for (const latest of [join(folder, 'latest.json'), pathOf(machine, 'snapshots/latest.json')]) {
      writeFileSync(latest, readFileSync(latest, 'utf8').replace(/"mac":\s*"[0-9a-f]{4}/, '"mac":"0000'));
    }
    expect((await checkOf(machine)).broken).toBeNull();
  });
});

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateX25519Identity } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { groupsOfPaperKey } from '#shared/crypto/paper-key.ts';
import { nodeFileSystem } from '../../../electron/files/file-system.ts';
import { failingFileSystem } from '../../helpers/failing-file-system.ts';
import { goodPassphrase, startMachine, type Machine } from '../../helpers/machine.ts';
import { aKeychain, noKeychain } from '../../helpers/ports.ts';

const passphrase = goodPassphrase;
const inArchive = (machine: Machine, name: string) => join(machine.ports.dataDir, 'archive', name);

async function aLockedMachine(change: Parameters<typeof startMachine>[0] = {}) {
  const machine = await startMachine(change);
  const created = await machine.ask('keys/create', { passphrase });
  await machine.ask('keys/lock', {});
  return { machine, ...created };
}

describe('creating an archive', () => {
  it('refuses a weak passphrase and leaves nothing behind', async () => {
    const machine = await startMachine();
    expect(await machine.refusal('keys/create', { passphrase: 'password1234' })).toEqual({
      code: 'keys/weak-passphrase',
    });
    expect(readdirSync(machine.ports.dataDir)).toEqual([]);
  });

  it('refuses to do without a passphrase where there is no keychain', async () => {
    const machine = await startMachine({ keychain: noKeychain });
    expect(await machine.refusal('keys/create', { passphrase: null })).toEqual({ code: 'keys/keychain-unavailable' });
    expect(readdirSync(machine.ports.dataDir)).toEqual([]);
  });

  it('refuses when there is one, locked or open, and leaves it as it is', async () => {
    const { machine, opened } = await aLockedMachine();
    expect(await machine.refusal('keys/create', { passphrase })).toEqual({ code: 'keys/already-exists' });
    expect(await machine.ask('keys/unlock', { with: 'passphrase', passphrase })).toEqual(opened);
    expect(await machine.refusal('keys/create', { passphrase })).toEqual({ code: 'keys/already-exists' });
    await machine.ask('keys/lock', {});
  });

  it('makes a new identity, key and id each time', async () => {
    const [a, b] = [await aLockedMachine(), await aLockedMachine()];
    expect(a.opened.archiveId).not.toBe(b.opened.archiveId);
    expect(a.opened.recordKey).not.toEqual(b.opened.recordKey);
    expect(a.opened.replyKey).not.toEqual(b.opened.replyKey);
    expect(a.paperKey).not.toBe(b.paperKey);
  });
});

describe('unlocking', () => {
  it('needs an archive', async () => {
    const machine = await startMachine();
    expect(await machine.refusal('keys/unlock', { with: 'passphrase', passphrase })).toEqual({
      code: 'keys/no-archive',
    });
  });

  it('refuses a wrong passphrase and a wrong paper key, and says which', async () => {
    const { machine, paperKey } = await aLockedMachine();
    expect(await machine.refusal('keys/unlock', { with: 'passphrase', passphrase: 'wrong' })).toEqual({
      code: 'keys/wrong-passphrase',
    });
    const typo = paperKey.slice(0, -1) + (paperKey.endsWith('Q') ? 'P' : 'Q');
    for (const wrong of [await generateX25519Identity(), typo, 'nonsense']) {
      expect(await machine.refusal('keys/unlock', { with: 'paper-key', paperKey: wrong })).toEqual({
        code: 'keys/wrong-paper-key',
      });
    }
    expect((await machine.ask('app/info', {})).archive).toBe('locked');
  });

  it('makes whoever guesses wait longer and longer, and forgets it after the right answer', async () => {
    let now = Date.parse('2026-11-21T08:00:00.000Z');
    const { machine, opened } = await aLockedMachine({ clock: { now: () => new Date(now) } });
    const guess = () => machine.refusal('keys/unlock', { with: 'passphrase', passphrase: 'wrong' });
    for (let attempt = 1; attempt <= 4; attempt++) expect((await guess()).code).toBe('keys/wrong-passphrase');
    expect(await guess()).toEqual({ code: 'keys/too-many-attempts', data: { seconds: 2 } });
    // Not even the right one is looked at.
    expect((await machine.refusal('keys/unlock', { with: 'passphrase', passphrase })).code).toBe(
      'keys/too-many-attempts',
    );
    for (const seconds of [4, 8, 16, 32, 64, 128, 256, 300, 300]) {
      now += 300_000;
      expect((await guess()).code).toBe('keys/wrong-passphrase');
      expect(await guess()).toEqual({ code: 'keys/too-many-attempts', data: { seconds } });
    }
    // A clock that was set back by years must not lock anybody out.
    now -= 10 * 365 * 86_400_000;
    expect(await guess()).toEqual({ code: 'keys/too-many-attempts', data: { seconds: 300 } });
    now += 300_000;
    expect(await machine.ask('keys/unlock', { with: 'passphrase', passphrase })).toEqual(opened);
    await machine.ask('keys/lock', {});
    for (let attempt = 1; attempt <= 4; attempt++) expect((await guess()).code).toBe('keys/wrong-passphrase');
  });

  it('counts guesses that are sent together', async () => {
    const { machine } = await aLockedMachine();
    const guesses = await Promise.all(
      Array.from({ length: 20 }, () => machine.refusal('keys/unlock', { with: 'passphrase', passphrase: 'wrong' })),
    );
    expect(guesses.filter(({ code }) => code === 'keys/wrong-passphrase')).toHaveLength(4);
  });

  it('hands the same archive to a window that was reloaded', async () => {
    const { machine, opened } = await aLockedMachine();
    await machine.ask('keys/unlock', { with: 'passphrase', passphrase });
    expect(await machine.ask('keys/unlock', { with: 'passphrase', passphrase })).toEqual(opened);
    expect((await machine.refusal('keys/unlock', { with: 'passphrase', passphrase: 'wrong' })).code).toBe(
      'keys/wrong-passphrase',
    );
    await machine.ask('keys/lock', {});
  });

  it('is refused while another Kebu has the archive, and works when that one is gone', async () => {
    const { machine } = await aLockedMachine();
    const other = await startMachine({ dataDir: machine.ports.dataDir });
    await other.ask('keys/unlock', { with: 'passphrase', passphrase });
    expect(await machine.refusal('keys/unlock', { with: 'passphrase', passphrase })).toEqual({
      code: 'journal/in-use',
    });
    await other.ask('keys/lock', {});
    await machine.ask('keys/unlock', { with: 'passphrase', passphrase });
    await machine.ask('keys/lock', {});
  });

  it('leaves an archive of a newer Kebu untouched and names its format', async () => {
    const { machine } = await aLockedMachine();
    const about = inArchive(machine, 'archive.json');
    const newer = JSON.stringify({ format: 2, somethingNew: true });
    writeFileSync(about, newer);
    expect(await machine.refusal('keys/unlock', { with: 'passphrase', passphrase })).toEqual({
      code: 'archive/newer-version',
      data: { version: 2 },
    });
    expect(readFileSync(about, 'utf8')).toBe(newer);
    expect((await machine.ask('app/info', {})).archive).toBe('locked');
  });

  it('says so when a key file is damaged, and opens by paper key as long as the archive key is whole', async () => {
    const { machine, paperKey, opened } = await aLockedMachine();
    writeFileSync(inArchive(machine, 'identity.age'), 'not an age file');
    expect(await machine.refusal('keys/unlock', { with: 'passphrase', passphrase })).toEqual({ code: 'keys/damaged' });
    expect(await machine.ask('keys/unlock', { with: 'paper-key', paperKey })).toEqual(opened);
    await machine.ask('keys/lock', {});
    const sealed = readFileSync(inArchive(machine, 'archive-key.age'));
    sealed[sealed.length - 1]! ^= 1;
    writeFileSync(inArchive(machine, 'archive-key.age'), sealed);
    expect(await machine.refusal('keys/unlock', { with: 'paper-key', paperKey })).toEqual({ code: 'keys/damaged' });
    rmSync(inArchive(machine, 'archive-key.age'));
    expect((await machine.ask('app/info', {})).archive).toBe('damaged');
  });

  it('clears away what a crash left half-written, and nothing else', async () => {
    const { machine } = await aLockedMachine();
    const { dataDir } = machine.ports;
    mkdirSync(join(dataDir, 'archive.12345678.unfinished', 'journal'), { recursive: true });
    for (const name of ['identity.age.12345678.unfinished', 'kept-aside/x.unfinished']) {
      writeFileSync(inArchive(machine, name), 'half');
    }
    writeFileSync(join(dataDir, 'preferences.json.12345678.unfinished'), 'being written');
    await machine.ask('keys/unlock', { with: 'passphrase', passphrase });
    await machine.ask('keys/lock', {});
    expect(readdirSync(dataDir).sort()).toEqual(['archive', 'preferences.json.12345678.unfinished']);
    expect(readdirSync(join(dataDir, 'archive')).sort()).toEqual([
      'archive-key.age',
      'archive.json',
      'audit-end.json',
      'audit.ndjson',
      'identity.age',
      'journal',
      'kept-aside',
      'snapshots',
      'written-by.json',
    ]);
    expect(readdirSync(inArchive(machine, 'kept-aside'))).toEqual(['x.unfinished']);
  });

  it('makes archive.json again when it is lost or torn', async () => {
    const { machine, opened, paperKey } = await aLockedMachine();
    for (const content of [null, '', '{"format":', '{"format":1}', '[]']) {
      if (content === null) rmSync(inArchive(machine, 'archive.json'));
      else writeFileSync(inArchive(machine, 'archive.json'), content);
      expect(await machine.ask('keys/unlock', { with: 'paper-key', paperKey })).toEqual(opened);
      await machine.ask('keys/lock', {});
      expect(JSON.parse(readFileSync(inArchive(machine, 'archive.json'), 'utf8'))).toMatchObject({
        format: 1,
        archiveId: opened.archiveId,
        paperKeyConfirmed: false,
      });
    }
  });
});

describe('locking', () => {
  it('fills every key in memory with zeros and closes the journal', async () => {
    const machine = await startMachine();
    const { opened } = await machine.ask('keys/create', { passphrase });
    const archive = machine.session.require();
    await machine.ask('keys/lock', {});
    expect(archive.archiveKey).toEqual(new Uint8Array(32));
    expect(archive.opened()).toMatchObject({ recordKey: new Uint8Array(32), replyKey: new Uint8Array(32) });
    expect(archive.identity()).toBe('\0'.repeat(74));
    expect(opened.recordKey).not.toEqual(new Uint8Array(32));
    for (const [channel, input] of [
      ['journal/status', {}],
      ['journal/read', { fromSeq: 1 }],
      ['keys/set-keychain', { enabled: true }],
    ] as const) {
      expect(await machine.refusal(channel, input)).toEqual({ code: 'keys/locked' });
    }
    expect(existsSync(inArchive(machine, 'lock'))).toBe(false);
  });

  it('works also on a disk that fails', async () => {
    const files = failingFileSystem(nodeFileSystem);
    const machine = await startMachine({ files });
    await machine.ask('keys/create', { passphrase });
    const archive = machine.session.require();
    files.plan({ atCall: 1, kind: 'EIO', lasting: true });
    expect(await machine.ask('keys/lock', {})).toEqual({});
    expect(archive.archiveKey).toEqual(new Uint8Array(32));
    files.plan(null);
    await machine.ask('keys/unlock', { with: 'passphrase', passphrase });
    await machine.ask('keys/lock', {});
  });

  it('is no error when nothing is open', async () => {
    const machine = await startMachine();
    expect(await machine.ask('keys/lock', {})).toEqual({});
  });

  it('tells those who hold something of the session, whatever becomes of them', async () => {
    const machine = await startMachine();
    await machine.ask('keys/create', { passphrase });
    const heard: string[] = [];
    machine.session.onEnd(() => Promise.reject(new Error('cannot')));
    machine.session.onEnd(() => void heard.push('told'));
    await machine.ask('keys/lock', {});
    expect(heard).toEqual(['told']);
    expect(machine.session.current()).toBeNull();
  });
});

describe('the paper key', () => {
  it('is confirmed by two different groups of it', async () => {
    const machine = await startMachine();
    const { paperKey } = await machine.ask('keys/create', { passphrase });
    const groups = groupsOfPaperKey(paperKey);
    const group = (index: number, text = groups[index]!) => ({ index, text });
    expect((await machine.refusal('keys/confirm-paper-key', { groups: [group(2), group(2)] })).code).toBe(
      'ipc/bad-input',
    );
    expect(await machine.refusal('keys/confirm-paper-key', { groups: [group(2), group(5, 'XXXX')] })).toEqual({
      code: 'keys/paper-key-mismatch',
      data: { group: 6 },
    });
    expect((await machine.ask('app/info', {})).paperKeyConfirmed).toBe(false);
    await machine.ask('keys/confirm-paper-key', { groups: [group(2), group(14)] });
    expect((await machine.ask('app/info', {})).paperKeyConfirmed).toBe(true);
    await machine.ask('keys/lock', {});
    expect((await machine.ask('app/info', {})).paperKeyConfirmed).toBe(true);
    expect((await machine.refusal('keys/confirm-paper-key', { groups: [group(2), group(14)] })).code).toBe(
      'keys/locked',
    );
  });

  it('is shown again to whoever can open the archive', async () => {
    const { machine, paperKey } = await aLockedMachine();
    expect(await machine.ask('keys/show-paper-key', { with: 'passphrase', passphrase })).toEqual({ paperKey });
    expect((await machine.refusal('keys/show-paper-key', { with: 'passphrase', passphrase: 'wrong' })).code).toBe(
      'keys/wrong-passphrase',
    );
  });
});

describe('changing the passphrase', () => {
  const next = 'seven maps of a lake';

  it('takes the old one away and leaves keys and paper as they are', async () => {
    const { machine, opened, paperKey } = await aLockedMachine();
    const sealedBefore = readFileSync(inArchive(machine, 'archive-key.age'));
    await machine.ask('keys/change-passphrase', { current: { with: 'passphrase', passphrase }, next });
    expect(readFileSync(inArchive(machine, 'archive-key.age'))).toEqual(sealedBefore);
    expect((await machine.refusal('keys/unlock', { with: 'passphrase', passphrase })).code).toBe(
      'keys/wrong-passphrase',
    );
    expect(await machine.ask('keys/unlock', { with: 'passphrase', passphrase: next })).toEqual(opened);
    await machine.ask('keys/lock', {});
    expect(await machine.ask('keys/unlock', { with: 'paper-key', paperKey })).toEqual(opened);
    await machine.ask('keys/lock', {});
  });

  it('works with the paper key when the passphrase was forgotten', async () => {
    const { machine, paperKey, opened } = await aLockedMachine();
    await machine.ask('keys/change-passphrase', { current: { with: 'paper-key', paperKey }, next });
    expect(await machine.ask('keys/unlock', { with: 'passphrase', passphrase: next })).toEqual(opened);
    await machine.ask('keys/lock', {});
  });

  it('refuses a weak one and whoever cannot open the archive', async () => {
    const { machine } = await aLockedMachine();
    const current = { with: 'passphrase', passphrase } as const;
    expect((await machine.refusal('keys/change-passphrase', { current, next: '12345678901234' })).code).toBe(
      'keys/weak-passphrase',
    );
    const stranger = { with: 'passphrase', passphrase: 'wrong' } as const;
    expect((await machine.refusal('keys/change-passphrase', { current: stranger, next })).code).toBe(
      'keys/wrong-passphrase',
    );
  });
});

describe('the keychain', () => {
  it('opens an archive that has no passphrase, and cannot be switched off before there is one', async () => {
    const machine = await startMachine({ keychain: aKeychain() });
    const { opened } = await machine.ask('keys/create', { passphrase: null });
    expect(await machine.ask('app/info', {})).toMatchObject({ hasPassphrase: false, keychain: 'on' });
    expect(await machine.refusal('keys/set-keychain', { enabled: false })).toEqual({ code: 'keys/passphrase-needed' });
    await machine.ask('keys/lock', {});
    expect(await machine.ask('keys/unlock', { with: 'keychain' })).toEqual(opened);
    await machine.ask('keys/change-passphrase', { current: { with: 'keychain' }, next: passphrase });
    await machine.ask('keys/set-keychain', { enabled: false });
    expect(await machine.ask('app/info', {})).toMatchObject({ hasPassphrase: true, keychain: 'off' });
    await machine.ask('keys/lock', {});
    expect((await machine.refusal('keys/unlock', { with: 'keychain' })).code).toBe('keys/keychain-unavailable');
    expect((await machine.refusal('keys/unlock', { with: 'passphrase', passphrase: 'wrong' })).code).toBe(
      'keys/wrong-passphrase',
    );
    expect(await machine.ask('keys/unlock', { with: 'passphrase', passphrase })).toEqual(opened);
    await machine.ask('keys/lock', {});
  });

  it('locks nobody out when it is lost, changed or lies', async () => {
    const { machine, opened } = await aLockedMachine({ keychain: aKeychain() });
    await machine.ask('keys/unlock', { with: 'passphrase', passphrase });
    await machine.ask('keys/set-keychain', { enabled: true });
    await machine.ask('keys/lock', {});
    const lying = (answer: () => Promise<string>) => ({ ...aKeychain(), decrypt: answer });
    for (const keychain of [
      noKeychain,
      lying(() => Promise.reject(new Error('user 张三 denied'))),
      lying(() => Promise.resolve('')),
      lying(() => Promise.resolve('AGE-SECRET-KEY-1NONSENSE')),
    ]) {
      const later = await startMachine({ keychain, dataDir: machine.ports.dataDir });
      expect(await later.refusal('keys/unlock', { with: 'keychain' })).toEqual({ code: 'keys/keychain-unavailable' });
      expect(await later.ask('keys/unlock', { with: 'passphrase', passphrase })).toEqual(opened);
      await later.ask('keys/lock', {});
    }
    const another = await startMachine({ keychain: lying(generateX25519Identity), dataDir: machine.ports.dataDir });
    expect(await another.refusal('keys/unlock', { with: 'keychain' })).toEqual({ code: 'keys/damaged' });
  });

  it('is refused where there is none', async () => {
    const { machine } = await aLockedMachine();
    await machine.ask('keys/unlock', { with: 'passphrase', passphrase });
    expect((await machine.refusal('keys/set-keychain', { enabled: true })).code).toBe('keys/keychain-unavailable');
    await machine.ask('keys/set-keychain', { enabled: false });
    await machine.ask('keys/lock', {});
  });
});

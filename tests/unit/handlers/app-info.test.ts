import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Preferences } from '#shared/ipc/contract.ts';
import { nodeFileSystem } from '../../../electron/files/file-system.ts';
import { keysOfTheSystem } from '../../helpers/global-keys.ts';
import { failingFileSystem } from '../../helpers/failing-file-system.ts';
import { goodPassphrase, startMachine } from '../../helpers/machine.ts';
import { testPorts } from '../../helpers/ports.ts';

const preferences = {
  language: 'en',
  theme: 'dark',
  textSizePercent: 120,
  density: 'compact',
  autoLockMinutes: 30,
  newCustomerKeys: null,
  listLayout: { order: ['phone', 'name'], shown: { phone: false }, widths: { name: 240 }, pinned: ['name'] },
} satisfies Preferences;

describe('preferences', () => {
  it.each([
    [['en-GB', 'zh-CN'], 'en'],
    [['zh-TW'], 'zh-CN'],
    [['ZH-Hans'], 'zh-CN'],
    [['fr-FR', 'en-US'], 'en'],
    [['fr-FR'], 'zh-CN'],
    [[], 'zh-CN'],
  ])('begin in the language of the system: %j is %s', async (locales, language) => {
    const machine = await startMachine({ app: { ...testPorts().app, locales } });
    expect((await machine.ask('app/info', {})).preferences.language).toBe(language);
  });

  it('are kept, and begin anew when their file is damaged', async () => {
    const machine = await startMachine();
    await machine.ask('app/set-preferences', preferences);
    const again = await startMachine({ dataDir: machine.ports.dataDir });
    expect((await again.ask('app/info', {})).preferences).toEqual(preferences);
    for (const content of ['', '{', '[]', JSON.stringify({ ...preferences, theme: 'pink' })]) {
      writeFileSync(join(machine.ports.dataDir, 'preferences.json'), content);
      expect((await again.ask('app/info', {})).preferences.theme).toBe('system');
    }
  });

  it.each([
    ['ENOSPC', { code: 'files/disk-full' }],
    ['EACCES', { code: 'files/no-permission' }],
    ['EIO', { code: 'files/write-failed', data: { reason: 'EIO' } }],
  ] as const)('that cannot be written for %s are refused in words, and the old ones stay', async (kind, refusal) => {
    const files = failingFileSystem(nodeFileSystem);
    const machine = await startMachine({ files });
    await machine.ask('app/set-preferences', preferences);
    files.plan({ atCall: 1, kind, lasting: true });
    expect(await machine.refusal('app/set-preferences', { ...preferences, theme: 'light' })).toEqual(refusal);
    files.plan(null);
    expect((await machine.ask('app/info', {})).preferences).toEqual(preferences);
  });
});

describe('keys that work in any program', () => {
  const keys = 'Control+Alt+N';

  it('are off until they are chosen, are held from the next start on, and are given back', async () => {
    const globalKeys = keysOfTheSystem();
    const asked: string[] = [];
    const machine = await startMachine({ globalKeys, notify: (event) => void asked.push(event) });
    expect(await machine.ask('app/global-keys', {})).toEqual({ state: 'off' });
    await machine.ask('app/set-preferences', { ...preferences, newCustomerKeys: keys });
    expect(await machine.ask('app/global-keys', {})).toEqual({ state: 'held' });
    globalKeys.press();
    expect(asked).toEqual(['new-customer-requested']);

    const later = keysOfTheSystem();
    const again = await startMachine({ dataDir: machine.ports.dataDir, globalKeys: later });
    expect(later.held()).toBe(keys);
    await again.ask('app/set-preferences', { ...preferences, newCustomerKeys: null });
    expect(later.held()).toBeNull();
    expect(await again.ask('app/global-keys', {})).toEqual({ state: 'off' });
  });

  it('that another program has are told, and tried again with every setting', async () => {
    const globalKeys = keysOfTheSystem();
    globalKeys.takenByOthers.add(keys);
    const machine = await startMachine({ globalKeys });
    await machine.ask('app/set-preferences', { ...preferences, newCustomerKeys: keys });
    expect(await machine.ask('app/global-keys', {})).toEqual({ state: 'taken' });
    globalKeys.takenByOthers.clear();
    await machine.ask('app/set-preferences', { ...preferences, newCustomerKeys: keys });
    expect(await machine.ask('app/global-keys', {})).toEqual({ state: 'held' });
  });

  it('are none where the system gives none', async () => {
    const globalKeys = { ...keysOfTheSystem(), isAvailable: false };
    const machine = await startMachine({ globalKeys });
    await machine.ask('app/set-preferences', { ...preferences, newCustomerKeys: keys });
    expect(await machine.ask('app/global-keys', {})).toEqual({ state: 'unavailable' });
    expect(globalKeys.held()).toBeNull();
  });

  it('are nothing that a window could not choose', async () => {
    const machine = await startMachine();
    const answer = await machine.refusal('app/set-preferences', { ...preferences, newCustomerKeys: 'Control+C' });
    expect(answer.code).toBe('ipc/bad-input');
  });
});

describe('leaving for another program', () => {
  function aMachine(answer: boolean) {
    const asked: string[] = [];
    const opened: string[] = [];
    const ports = testPorts();
    const app = { ...ports.app, openExternal: (url: string) => Promise.resolve(void opened.push(url)) };
    const dialogs = {
      ...ports.dialogs,
      confirm: (question: string) => Promise.resolve((asked.push(question), answer)),
    };
    return startMachine({ app, dialogs }).then((machine) => ({ machine, asked, opened }));
  }

  it('is asked first, naming where it goes', async () => {
    const { machine, asked, opened } = await aMachine(true);
    for (const url of ['https://example.com/a?b=c', 'mailto:li@example.com', 'tel:+8613800138000']) {
      expect(await machine.ask('app/open-external', { url })).toEqual({ opened: true });
    }
    expect(asked.map((question) => /打开 (\S+) 吗/.exec(question)?.[1])).toEqual([
      'example.com',
      'mailto:li@example.com',
      'tel:+8613800138000',
    ]);
    expect(opened).toEqual(['https://example.com/a?b=c', 'mailto:li@example.com', 'tel:+8613800138000']);
  });

  it('does not happen when the answer is no', async () => {
    const { machine, opened } = await aMachine(false);
    expect(await machine.ask('app/open-external', { url: 'https://example.com' })).toEqual({ opened: false });
    expect(opened).toEqual([]);
  });

  it('is refused for anything but https, mail and telephone, without a question', async () => {
    const { machine, asked, opened } = await aMachine(true);
    for (const url of [
      'http://example.com',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'app://kebu/',
      'smb://x/y',
      'ms-settings:',
      'data:text/html,x',
      '',
      'no address',
      'C:\\x.exe',
      'vbscript:x',
      'JavaScript:alert(1)',
      ' javascript:alert(1)',
      'java\tscript:alert(1)',
      'file://server/share/x.exe',
      'file:///C:/Windows/System32/calc.exe',
      '\\\\server\\share',
      'search-ms:query=x',
      'ms-msdt:/id x',
      'ms-word:ofe|u|https://x/y.docx',
      'ssh://x',
      'ftp://x/y',
      'ldap://x',
      'jar:https://x!/y',
      'view-source:https://x',
      'chrome://settings',
      'devtools://x',
      'about:blank',
      'blob:app://kebu/x',
      'filesystem:https://x/y',
      'ws://x',
      'intent://x',
      'steam://run/1',
      '//elsewhere.example',
      '/etc/passwd',
      'mailto',
      'https',
    ]) {
      expect((await machine.refusal('app/open-external', { url })).code).toBe('ipc/bad-input');
    }
    expect([asked, opened]).toEqual([[], []]);
  });
});

describe('what the window learns of the last run', () => {
  it('is whether it ended while the archive was open', async () => {
    const machine = await startMachine();
    const { dataDir } = machine.ports;
    expect((await machine.ask('app/info', {})).uncleanExit).toBe(false);
    await machine.ask('keys/create', { passphrase: goodPassphrase });
    await machine.ask('keys/lock', {});
    expect((await (await startMachine({ dataDir })).ask('app/info', {})).uncleanExit).toBe(false);
    const left = JSON.stringify({ pid: 4_000_000, host: (await import('node:os')).hostname(), token: 'x' });
    writeFileSync(join(dataDir, 'archive', 'lock'), left);
    const next = await startMachine({ dataDir });
    expect((await next.ask('app/info', {})).uncleanExit).toBe(true);
    await next.ask('keys/unlock', { with: 'passphrase', passphrase: goodPassphrase });
    await next.ask('keys/lock', {});
  });
});

describe('quitting', () => {
  it('closes the archive first', async () => {
    let wasLockedAtQuit: boolean | null = null;
    const machine = await startMachine({
      app: { ...testPorts().app, quit: () => void (wasLockedAtQuit = machine.session.current() === null) },
    });
    await machine.ask('keys/create', { passphrase: goodPassphrase });
    await machine.ask('app/quit', {});
    expect(wasLockedAtQuit).toBe(true);
  });
});

describe('saving a file', () => {
  const content = new TextEncoder().encode('a,b');
  const savingTo = (path: string | null, suggested: string[] = []) => {
    const { dialogs } = testPorts();
    const chooseSavePath = (name: string) => Promise.resolve((suggested.push(name), path));
    return startMachine({ dialogs: { ...dialogs, chooseSavePath } });
  };

  it('goes where the user chose, and tells the window the name only', async () => {
    const dir = testPorts().dataDir;
    const machine = await savingTo(join(dir, 'list.csv'));
    expect(await machine.ask('files/save', { suggestedName: 'x.csv', content })).toEqual({ savedAs: 'list.csv' });
    expect(readFileSync(join(dir, 'list.csv'), 'utf8')).toBe('a,b');
  });

  it('puts the pieces of a large file together, and only those of one file, once', async () => {
    const path = join(testPorts().dataDir, 'large.csv');
    const machine = await savingTo(path);
    const piece = (text: string) => new TextEncoder().encode(text);
    await machine.ask('files/gather', { gatherId: 'given-up', content: piece('x') });
    await machine.ask('files/gather', { gatherId: 'g', content: piece('1,') });
    await machine.ask('files/gather', { gatherId: 'g', content: piece('2,') });
    const last = { suggestedName: 'x.csv', content: piece('3'), gatherId: 'g' };
    await machine.ask('files/save', last);
    expect(readFileSync(path, 'utf8')).toBe('1,2,3');
    expect(await machine.refusal('files/save', last)).toEqual({
      code: 'files/write-failed',
      data: { reason: 'incomplete' },
    });
    expect(readFileSync(path, 'utf8')).toBe('1,2,3');
  });

  it('does nothing when the user thought better of it', async () => {
    const machine = await savingTo(null);
    expect(await machine.ask('files/save', { suggestedName: 'x.csv', content })).toEqual({ savedAs: null });
  });

  it('draws a PDF of what would be printed, and says where only the browser can', async () => {
    const { dialogs, dataDir } = testPorts();
    const path = join(dataDir, '张三.pdf');
    const printToPdf = () => Promise.resolve(new TextEncoder().encode('%PDF-1.7'));
    const savePdf = async (chosen: string | null, printer: typeof printToPdf | null) => {
      const machine = await startMachine({
        dialogs: { ...dialogs, chooseSavePath: () => Promise.resolve(chosen) },
        printToPdf: printer,
      });
      return machine.ask('files/save-pdf', { suggestedName: '张三.pdf', exported: 1 });
    };
    expect(await savePdf(path, null)).toEqual({ outcome: 'unavailable' });
    expect(await savePdf(null, printToPdf)).toEqual({ outcome: 'cancelled' });
    expect(existsSync(path)).toBe(false);
    expect(await savePdf(path, printToPdf)).toEqual({ outcome: 'saved' });
    expect(readFileSync(path, 'utf8')).toBe('%PDF-1.7');
  });

  it('is refused in words when the folder is not there, and leaves no half file', async () => {
    const machine = await savingTo('/nowhere/at/all.csv');
    expect(await machine.refusal('files/save', { suggestedName: 'x.csv', content })).toEqual({
      code: 'files/write-failed',
      data: { reason: 'ENOENT' },
    });
  });

  it('suggests names that every system takes and that lead nowhere', async () => {
    const suggested: string[] = [];
    const machine = await savingTo(null, suggested);
    const names = [
      '客户 2026.csv',
      '../../etc/passwd',
      'C:\\x\\y.csv',
      'a\u0000b\u202Ecsv',
      '...',
      'CON',
      'nul.txt',
      ' .hidden ',
      'a?b*c|d<e>f"g:h',
    ];
    for (const suggestedName of names) await machine.ask('files/save', { suggestedName, content });
    expect(suggested).toEqual([
      '客户 2026.csv',
      '-..-etc-passwd',
      'C--x-y.csv',
      'a-b-csv',
      'kebu',
      'kebu-CON',
      'kebu-nul.txt',
      'hidden',
      'a-b-c-d-e-f-g-h',
    ]);
  });
});

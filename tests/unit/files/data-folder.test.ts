import { describe, expect, it } from 'vitest';
import { followMoved, judgeDataFolder, moveDataFolder } from '../../../electron/files/data-folder.ts';
import { FolderNotMoved, settleDataFolder, type FolderWorld } from '../../../electron/files/settle-data-folder.ts';
import { failingFileSystem } from '../../helpers/failing-file-system.ts';
import { memoryFileSystem } from '../../helpers/memory-file-system.ts';

const mounts = [
  'overlay / overlay rw 0 0',
  '/dev/sda1 /home ext4 rw 0 0',
  'nas:/share /home/wang/nas nfs4 rw 0 0',
  '//nas/office /mnt/office\\040files cifs rw 0 0',
  'me@host: /home/wang/far fuse.sshfs rw 0 0',
  'gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0',
  '/dev/sdb1 /home/wang/nas/local ext4 rw 0 0',
].join('\n');

describe('a data folder', () => {
  it.each([
    String.raw`\\nas\share\Kebu\data`,
    '//nas/share/Kebu/data',
    String.raw`\\?\UNC\nas\share\Kebu`,
    '/home/wang/nas/Kebu/data',
    '/home/wang/nas',
    '/mnt/office files/Kebu/data',
    '/home/wang/far/Kebu',
    '/run/user/1000/gvfs/smb-share:server=nas/Kebu',
  ])('on a network is refused: %s', (path) => {
    expect(judgeDataFolder(path, mounts)).toEqual({ kind: 'network' });
  });

  it.each([
    [String.raw`C:\Users\wang\OneDrive\Kebu\data`, 'OneDrive'],
    [String.raw`C:\Users\wang\OneDrive - 某某公司\文档\Kebu`, 'OneDrive'],
    ['/home/wang/Dropbox/Kebu/data', 'Dropbox'],
    ['/Users/wang/Dropbox (Personal)/Kebu', 'Dropbox'],
    ['/Users/wang/Library/Mobile Documents/com~apple~CloudDocs/Kebu', 'iCloud'],
    [String.raw`C:\Users\wang\iCloudDrive\Kebu`, 'iCloud'],
    [String.raw`D:\我的坚果云\Kebu`, '坚果云'],
    [String.raw`C:\Users\wang\Nutstore Files\Kebu`, '坚果云'],
    [String.raw`D:\BaiduSyncdisk\Kebu`, '百度网盘'],
    [String.raw`D:\百度网盘同步空间\Kebu`, '百度网盘'],
    ['/Users/wang/Google Drive/Kebu', 'Google Drive'],
    [String.raw`G:\我的云端硬盘\Kebu`, 'Google Drive'],
    [String.raw`C:\Users\wang\WPS云盘\Kebu`, 'WPS 云盘'],
    [String.raw`C:\Users\wang\WPSDrive\123\Kebu`, 'WPS 云盘'],
    ['/Users/wang/Library/CloudStorage/Whatever/Kebu', 'CloudStorage'],
    ['/home/wang/Nextcloud/Kebu/data', 'Nextcloud'],
    [String.raw`D:\阿里云盘\Kebu`, '阿里云盘'],
  ])('that a program synchronises is refused: %s', (path, service) => {
    expect(judgeDataFolder(path, mounts)).toEqual({ kind: 'synced', service });
  });

  it.each([
    '/home/wang/.config/Kebu/data',
    '/home/wang/nas/local/Kebu',
    '/home/wang/nasty/Kebu',
    '/home/wang/Dropbox-old/Kebu',
    String.raw`C:\Users\wang\AppData\Roaming\Kebu\data`,
    String.raw`\\?\C:\Users\wang\Kebu`,
    String.raw`\\.\pipe`,
    '/tmp/kebu-e2e-x/Kebu/data',
  ])('of this machine alone is taken: %s', (path) => {
    expect(judgeDataFolder(path, mounts)).toBeNull();
  });

  it('is judged by its names where mounts are not told', () => {
    expect(judgeDataFolder('/home/wang/nas/Kebu', null)).toBeNull();
    expect(judgeDataFolder('/home/wang/Dropbox/Kebu', null)).toMatchObject({ kind: 'synced' });
  });
});

const from = '/home/wang/Dropbox/Kebu/data';
const to = '/home/wang/.local/share/Kebu/data';

async function aDisk() {
  const disk = memoryFileSystem();
  await disk.makeDir(`${from}/archive/journal`);
  disk.set(`${from}/archive/journal/00000001.journal`, new Uint8Array(3_000_000).fill(7));
  disk.set(`${from}/archive/archive.json`, new Uint8Array([1, 2, 3]));
  disk.set(`${from}/window.lock`, new Uint8Array([9]));
  return disk;
}

describe('moving the data folder', () => {
  it('copies everything, leaves the old files, and is found again', async () => {
    const disk = await aDisk();
    expect(await followMoved(disk, from)).toBe(from);
    await moveDataFolder(disk, from, to);
    const copied = disk.get(`${to}/archive/journal/00000001.journal`);
    expect(Buffer.compare(copied, new Uint8Array(3_000_000).fill(7))).toBe(0);
    expect(disk.get(`${to}/archive/archive.json`)).toEqual(new Uint8Array([1, 2, 3]));
    expect(disk.get(`${from}/archive/archive.json`)).toEqual(new Uint8Array([1, 2, 3]));
    expect(await disk.stat(`${to}/window.lock`)).toBeNull();
    expect(await followMoved(disk, from)).toBe(to);
  });

  it('puts nothing over an archive that is there', async () => {
    const disk = await aDisk();
    await disk.makeDir(to);
    disk.set(`${to}/archive.json`, new Uint8Array([5]));
    await expect(moveDataFolder(disk, from, to)).rejects.toMatchObject({ code: 'EEXIST' });
    expect(await followMoved(disk, from)).toBe(from);
  });

  it.each(['not JSON', '{"to":""}'])(
    'starts nothing where the note of a move says nothing sensible: %s',
    async (note) => {
      const disk = await aDisk();
      await moveDataFolder(disk, from, to);
      disk.set(`${from}/moved.json`, new TextEncoder().encode(note));
      await expect(followMoved(disk, from)).rejects.toThrow();
      await expect(followMoved(failingFileSystem(disk, { atCall: 1, kind: 'EIO' }), from)).rejects.toMatchObject({
        code: 'EIO',
      });
    },
  );

  it('is done wholly or not at all, whichever call to the disk fails', async () => {
    const counting = failingFileSystem(await aDisk());
    await moveDataFolder(counting, from, to);
    for (let atCall = 1; atCall <= counting.calls(); atCall += 1) {
      for (const kind of ['ENOSPC', 'kill'] as const) {
        const disk = await aDisk();
        await moveDataFolder(failingFileSystem(disk, { atCall, kind }), from, to).catch(() => undefined);
        const at = await followMoved(disk, from);
        expect(disk.get(`${at}/archive/journal/00000001.journal`), `${kind} at ${atCall}`).toHaveLength(3_000_000);
        expect(disk.get(`${at}/archive/archive.json`)).toHaveLength(3);
        if (kind === 'kill' || at === to) continue;
        await moveDataFolder(disk, from, to);
        expect(await followMoved(disk, from)).toBe(to);
      }
    }
  });
});

describe('settling where the archive lies', () => {
  const world = (change: Partial<FolderWorld> & Pick<FolderWorld, 'files'>): FolderWorld => ({
    localDir: to,
    ask: () => Promise.reject(new Error('nobody should be asked')),
    resolve: (path) => Promise.resolve(path),
    mounts,
    ...change,
  });

  it('asks nothing about a folder of this machine', async () => {
    const files = memoryFileSystem();
    expect(await settleDataFolder('/home/wang/Kebu/data', world({ files }))).toBe('/home/wang/Kebu/data');
  });

  it('moves when the user says so, says where to, and asks no second time', async () => {
    const files = await aDisk();
    const asked: unknown[] = [];
    const ask: FolderWorld['ask'] = async (...question) => {
      asked.push(question);
      return true;
    };
    expect(await settleDataFolder(from, world({ files, ask }))).toBe(to);
    expect(asked).toEqual([['machine.folder-synced', { folder: to, service: 'Dropbox' }]]);
    expect(await settleDataFolder(from, world({ files }))).toBe(to);
  });

  it('says when it could not be moved, and why', async () => {
    const files = await aDisk();
    await files.makeDir(to);
    files.set(`${to}/archive.json`, new Uint8Array([5]));
    const settling = settleDataFolder(from, world({ files, ask: () => Promise.resolve(true) }));
    await expect(settling).rejects.toBeInstanceOf(FolderNotMoved);
    await expect(settling).rejects.toMatchObject({ cause: { code: 'EEXIST' } });
    expect(await followMoved(files, from)).toBe(from);
  });

  it('does not start and changes nothing when the user does not want to move', async () => {
    const files = await aDisk();
    const before = files.paths();
    const ask = () => Promise.resolve(false);
    expect(await settleDataFolder('/home/wang/nas/Kebu', world({ files, ask }))).toBeNull();
    expect(await settleDataFolder(from, world({ files, ask }))).toBeNull();
    expect(files.paths()).toEqual(before);
  });

  it('follows a link to where it really leads', async () => {
    const files = await aDisk();
    const resolve = () => Promise.resolve('/home/wang/nas/Kebu');
    const ask = () => Promise.resolve(false);
    expect(await settleDataFolder('/home/wang/Kebu', world({ files, ask, resolve }))).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { cloudServiceOf } from '#shared/backup/cloud-service.ts';
import { nameStranger } from '#shared/backup/name-stranger.ts';

const stem = 'kebu-0b28341e-000000000042-20260301T093000123Z';
const file = (name: string, change = {}) => ({ name, sizeBytes: 9000, storedBytes: 12_288, ...change });

describe('nameStranger', () => {
  it.each([
    [`${stem} (1).kebu`, 'numbered-copy'],
    [`${stem}(2).kebu`, 'numbered-copy'],
    [`${stem} - Copy.kebu`, 'numbered-copy'],
    [`${stem} - 副本.kebu`, 'numbered-copy'],
    [`${stem} 副本.kebu`, 'numbered-copy'],
    [`${stem} (conflicted copy 2026-03-01).kebu`, 'conflicted-copy'],
    [`${stem} (Li Na's conflicted copy).kebu`, 'conflicted-copy'],
    [`${stem} (冲突副本 2026-03-01).kebu`, 'conflicted-copy'],
    [`${stem}-DESKTOP-7Q2K的电脑.kebu`, 'conflicted-copy'],
    [`${stem}.sync-conflict-20260301-093012-ABCDEFG.kebu`, 'conflicted-copy'],
    [`.${stem}.kebu.icloud`, 'placeholder'],
    [`${stem}.kebu.baiduyun.p.downloading`, 'arriving'],
    [`${stem}.kebu.crdownload`, 'arriving'],
    [`${stem}.kebu.part`, 'arriving'],
    [`.${stem}.kebu.XjM3aZ`, 'arriving'],
    [`${stem}.kebu`, 'half-synced'],
  ] as const)('knows %s', (name, kind) => {
    expect(nameStranger(file(name), false)).toBe(kind);
  });

  it('knows empty files, and files whose content is not on this computer', () => {
    expect(nameStranger(file(`${stem}.kebu`, { sizeBytes: 0, storedBytes: 0 }), false)).toBe('empty');
    expect(nameStranger(file(`${stem}.kebu`, { storedBytes: 0 }), false)).toBe('placeholder');
  });

  it('has nothing against a whole backup, or against files that are none of ours', () => {
    expect(nameStranger(file(`${stem}.kebu`), true)).toBeNull();
    for (const name of ['photo (1).jpg', 'kebu.txt', 'latest.json', '.kebu-target.json', 'kebu-notes.docx']) {
      expect(nameStranger(file(name), false)).toBeNull();
    }
  });
});

describe('cloudServiceOf', () => {
  it.each([
    ['C:\\Users\\li\\OneDrive - 永兴五金\\备份', 'OneDrive'],
    ['/Users/li/Library/Mobile Documents/com~apple~CloudDocs/kebu', 'iCloud'],
    ['/home/li/Nutstore Files/备份', '坚果云'],
    ['D:\\BaiduSyncdisk\\kebu', '百度网盘'],
    ['/home/li/Dropbox', 'Dropbox'],
  ])('knows %s', (path, service) => {
    expect(cloudServiceOf(path)).toBe(service);
  });

  it.each(['/home/li/Documents/backup', 'E:\\客簿备份', '/media/li/dropbox-stick', '/home/li/megaphone'])(
    'takes %s for no cloud',
    (path) => {
      expect(cloudServiceOf(path)).toBeNull();
    },
  );
});

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { storeMarkerIn } from '../../../electron/files/archive-paths.ts';
import { guardStoreKind } from '../../../electron/window/guard-store-kind.ts';
import { aTempDir } from '../../helpers/temp-dir.ts';

function aProfile() {
  const dir = aTempDir();
  const happened: string[] = [];
  const store = join(dir, 'IndexedDB');
  const copy = join(dir, 'IndexedDB-kept-aside');
  const guard = (browser: string) =>
    guardStoreKind({ profileDir: dir, dataDir: dir, browser, log: (happening) => happened.push(happening) });
  return {
    happened,
    store,
    copy,
    guard,
    levelDb() {
      rmSync(store, { recursive: true, force: true });
      mkdirSync(join(store, 'app_kebu_0.indexeddb.leveldb'), { recursive: true });
      writeFileSync(join(store, 'app_kebu_0.indexeddb.leveldb', '000003.log'), 'sealed rows');
    },
    sqlite() {
      rmSync(store, { recursive: true, force: true });
      mkdirSync(join(store, 'app_kebu_0'), { recursive: true });
      writeFileSync(join(store, 'app_kebu_0', 'db'), 'SQLite format 3\0 and pages');
    },
  };
}

describe('a database that the browser can neither read nor delete', () => {
  it('is copied and taken away once, before the window opens', async () => {
    const profile = aProfile();
    profile.levelDb();
    await profile.guard('45').afterClosing();
    writeFileSync(storeMarkerIn(join(profile.store, '..')), '');
    await profile.guard('45').beforeOpening();
    expect(profile.happened).toEqual(['store-kept-aside', 'store-replaced']);
    expect([existsSync(profile.store), existsSync(profile.copy)]).toEqual([false, true]);
    profile.levelDb();
    await profile.guard('45').beforeOpening();
    expect(existsSync(profile.store)).toBe(true);
  });
});

describe('the database of an updated browser', () => {
  it('is opened as it is by the browser that wrote it', async () => {
    const profile = aProfile();
    profile.levelDb();
    await profile.guard('45').afterClosing();
    await profile.guard('45').beforeOpening();
    expect(profile.happened).toEqual([]);
    expect(existsSync(profile.copy)).toBe(false);
  });

  it('is copied before another version may convert or drop it', async () => {
    const profile = aProfile();
    profile.levelDb();
    await profile.guard('45').afterClosing();
    await profile.guard('46').beforeOpening();
    expect(profile.happened).toEqual(['store-kept-aside']);
    const row = join(profile.copy, 'app_kebu_0.indexeddb.leveldb', '000003.log');
    expect(readFileSync(row, 'utf8')).toBe('sealed rows');
    expect(existsSync(profile.store)).toBe(true);
  });

  it.each([
    ['SQLite after LevelDB', 'levelDb', 'sqlite'],
    ['LevelDB after SQLite', 'sqlite', 'levelDb'],
  ] as const)('is copied and taken away when it is of another kind than was left: %s', async (_what, left, found) => {
    const profile = aProfile();
    profile[left]();
    await profile.guard('45').afterClosing();
    profile[found]();
    await profile.guard('45').beforeOpening();
    expect(profile.happened).toEqual(['store-kept-aside', 'store-replaced']);
    expect(existsSync(profile.copy)).toBe(true);
    expect(existsSync(profile.store)).toBe(false);
  });

  it('is nobody’s concern where there is none, or nothing is known of it yet', async () => {
    const profile = aProfile();
    await profile.guard('45').beforeOpening();
    await profile.guard('45').afterClosing();
    await profile.guard('46').beforeOpening();
    profile.levelDb();
    rmSync(join(profile.store, '..', 'store-kind.json'));
    await profile.guard('46').beforeOpening();
    expect(profile.happened).toEqual([]);
  });
});

import { access, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { storeMarkerIn } from '../files/archive-paths.ts';
import { errnoOf } from '../files/file-system.ts';
import type { Log } from '../log/log.ts';
import { keepStoreAside } from './keep-store-aside.ts';

/** What Chromium keeps its databases in. It is moving from one to the other, and throws away what it finds of the other. */
type StoreKind = 'leveldb' | 'sqlite' | 'both' | 'none';

const noteSchema = z.strictObject({
  kind: z.enum(['leveldb', 'sqlite', 'both', 'none']),
  /** Version of the browser that wrote it. */
  browser: z.string().max(40),
});

export interface StoreGuard {
  /**
   * Before the window opens the database. One that the browser can neither read nor delete is taken away. One that another version of the browser wrote is copied first; one that is not of
   * the kind that was left here is copied and taken away, and the window builds it anew from the journal.
   */
  beforeOpening(): Promise<void>;
  /** After the window closed: remembers what it left. */
  afterClosing(): Promise<void>;
}

/** `profileDir` is Chromium's folder, in which `IndexedDB` lies. What goes wrong here stops nothing. */
export function guardStoreKind(options: {
  profileDir: string;
  dataDir: string;
  browser: string;
  log: Log;
}): StoreGuard {
  const { profileDir, dataDir, browser, log } = options;
  const store = join(profileDir, 'IndexedDB');
  const notePath = join(dataDir, 'store-kind.json');

  async function readNote() {
    try {
      return noteSchema.parse(JSON.parse(await readFile(notePath, 'utf8')));
    } catch {
      return null;
    }
  }

  async function replaceStore(): Promise<boolean> {
    try {
      await rm(store, { recursive: true, force: true });
      log('store-replaced');
      return true;
    } catch (error) {
      log('error-uncaught', { errno: errnoOf(error) });
      return false;
    }
  }

  return {
    async beforeOpening() {
      const marker = storeMarkerIn(dataDir);
      if (await isThere(marker)) {
        await keepStoreAside(profileDir, log);
        if (await replaceStore()) await rm(marker, { force: true });
        return;
      }
      const note = await readNote();
      if (!note) return;
      const found = await kindOf(store);
      if (found === 'none' || (found === note.kind && browser === note.browser)) return;
      await keepStoreAside(profileDir, log);
      if (found !== note.kind) await replaceStore();
    },
    async afterClosing() {
      try {
        const kind = await kindOf(store);
        await writeFile(notePath, JSON.stringify({ kind, browser }), { mode: 0o600 });
      } catch (error) {
        log('error-uncaught', { errno: errnoOf(error) });
      }
    },
  };
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function kindOf(store: string): Promise<StoreKind> {
  const entries = await readdir(store, { recursive: true, withFileTypes: true }).catch(() => []);
  const hasLevelDb = entries.some((entry) => entry.isDirectory() && entry.name.endsWith('.indexeddb.leveldb'));
  let hasSqlite = false;
  for (const entry of entries) {
    if (!hasSqlite && entry.isFile()) hasSqlite = await isSqlite(join(entry.parentPath, entry.name));
  }
  if (hasLevelDb) return hasSqlite ? 'both' : 'leveldb';
  return hasSqlite ? 'sqlite' : 'none';
}

const sqliteMagic = 'SQLite format 3\0';

async function isSqlite(path: string): Promise<boolean> {
  const file = await open(path, 'r').catch(() => null);
  if (!file) return false;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(sqliteMagic.length), 0, sqliteMagic.length, 0);
    return bytesRead === sqliteMagic.length && buffer.toString('latin1') === sqliteMagic;
  } finally {
    await file.close();
  }
}

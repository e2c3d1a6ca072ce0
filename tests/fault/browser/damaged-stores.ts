import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../../../electron/stand-in/find-browser.ts';
import { Random } from '../../samples/random.ts';
import { Tally, type Depth, type FaultRow } from '../table/tally.ts';
import { damageStore, injuries } from './damage-store.ts';
import {
  open,
  openAgain,
  prepareKebu,
  quitAndRead,
  rebuildByKey,
  storeOf,
  withCopy,
  type PreparedKebu,
} from './prepared-kebu.ts';

type StoreKind = 'leveldb' | 'sqlite';

/** A browser believes the last of several lists of features, so that the one of its caller is made longer. */
const script = (browser: string, features: string): string => `#!/bin/sh
for argument do
  shift
  case "$argument" in --enable-features=*) argument="$argument,${features}" ;; esac
  set -- "$@" "$argument"
done
exec "${browser}" "$@"
`;

/** While `work` runs, Kebu's windows open in a browser that keeps its databases in this way. */
export async function inBrowserWith<T>(kind: StoreKind, work: () => Promise<T>): Promise<T> {
  const before = process.env['KEBU_BROWSER'];
  const dir = mkdtempSync(join(tmpdir(), 'kebu-browser-'));
  const wrapper = join(dir, `browser-${kind}`);
  writeFileSync(wrapper, script(findBrowser() ?? '', kind === 'sqlite' ? 'IdbSqliteBackingStore' : ''));
  chmodSync(wrapper, 0o755);
  process.env['KEBU_BROWSER'] = wrapper;
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env['KEBU_BROWSER'];
    else process.env['KEBU_BROWSER'] = before;
    rmSync(dir, { recursive: true });
  }
}

/**
 * Starts Kebu on a copy of which something is damaged. Either everything is there afterwards, as it was written, or the
 * window says what is wrong; then what it offers must give everything back. Tells whether the window noticed anything.
 */
export async function startDamaged(
  prepared: PreparedKebu,
  tally: Tally,
  injure: (userDataDir: string) => Promise<string>,
): Promise<boolean> {
  return withCopy(prepared, async (app) => {
    const where = await injure(app.userDataDir);
    try {
      const refusal = await open(app);
      if (refusal !== null) {
        tally.expect(where, /安全|日志|恢复/.test(refusal), `the refusal does not say what is safe: ${refusal}`);
        // What a disk did to the database's word of itself is damage: no newer Kebu was here, and the journal lost nothing.
        const isOfAnotherTime = /日志缺了一段|由较新的客簿/.test(refusal);
        tally.expect(where, !isOfAnotherTime, `damage is taken for another time: ${refusal}`);
        let left = await rebuildByKey(app.page);
        if (left?.includes('退出客簿再打开')) left = await openAgain(app);
        tally.expect(where, left === null, `it cannot be built anew either: ${left}`);
      }
      const isTold = refusal !== null || (await app.page.getByRole('alert').count()) > 0;
      tally.judge(where, prepared.records, await quitAndRead(app, prepared.paperKey));
      return isTold;
    } catch (error) {
      tally.judge(where, prepared.records, []);
      tally.complain(where, String(error).slice(0, 300));
      return false;
    }
  });
}

const points: Record<StoreKind, Record<Depth, number>> = {
  leveldb: { quick: 11, whole: 150, long: 600 },
  sqlite: { quick: 11, whole: 60, long: 600 },
};

async function damagedStore(kind: StoreKind, depth: Depth): Promise<FaultRow> {
  const tally = new Tally(`store damaged: flipped, cut, deleted, older (${kind === 'sqlite' ? 'SQLite' : 'LevelDB'})`);
  return inBrowserWith(kind, async () => {
    const prepared = await prepareKebu(300);
    try {
      const random = new Random(`store-${kind}`);
      let noticed = 0;
      for (let point = 0; point < points[kind][depth]; point += 1) {
        const injury = injuries[point % injuries.length] ?? 'a bit flipped';
        const isTold = await startDamaged(prepared, tally, (userDataDir) =>
          damageStore(storeOf(userDataDir), injury, random, prepared.olderStore),
        );
        if (isTold) noticed += 1;
      }
      tally.expect('all of them', noticed > 0, 'no injury hurt anything');
    } finally {
      await rm(prepared.userDataDir, { recursive: true, force: true });
    }
    return tally.row();
  });
}

export const damagedLevelDb = (depth: Depth): Promise<FaultRow> => damagedStore('leveldb', depth);
export const damagedSqlite = (depth: Depth): Promise<FaultRow> => damagedStore('sqlite', depth);

/** The browser comes back as one that keeps its databases in another way, which throws away what it finds. */
export async function flippedStoreKind(_depth: Depth): Promise<FaultRow> {
  const tally = new Tally('store: its kind flipped by another browser, the profile emptied');
  const turns: [StoreKind, StoreKind][] = [
    ['leveldb', 'sqlite'],
    ['sqlite', 'leveldb'],
  ];
  for (const [before, after] of turns) {
    const prepared = await inBrowserWith(before, () => prepareKebu(60));
    const untouched = (): Promise<string> => Promise.resolve(`${before}, then ${after}`);
    const isTold = await inBrowserWith(after, () => startDamaged(prepared, tally, untouched));
    tally.expect(`${before}, then ${after}`, isTold, 'nobody is told that the database was built anew');
    for (const [what, folder] of [
      ['the profile deleted', 'stand-in'],
      ['all of its site data deleted', join('stand-in', 'Default')],
    ] as const) {
      await inBrowserWith(before, () =>
        startDamaged(prepared, tally, async (userDataDir) => {
          await rm(join(userDataDir, folder), { recursive: true, force: true });
          return `${before}: ${what}`;
        }),
      );
    }
    await rm(prepared.userDataDir, { recursive: true, force: true });
  }
  return tally.row();
}

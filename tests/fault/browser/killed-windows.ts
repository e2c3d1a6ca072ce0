import { rm } from 'node:fs/promises';
import { Random } from '../../samples/random.ts';
import { Tally, type Depth, type FaultRow } from '../table/tally.ts';
import { killDuring } from './kill-window.ts';
import { longActs } from './long-acts.ts';
import { anUpgrade, olderVersions, prepareOlder } from './older-archives.ts';
import { prepareKebu } from './prepared-kebu.ts';

const killsAt: Readonly<Record<Depth, number>> = { quick: 2, whole: 20, long: 100 };

/** The browser is killed at some moment of what takes long. */
export async function killedWindows(depth: Depth): Promise<FaultRow[]> {
  const rows: FaultRow[] = [];
  const prepared = await prepareKebu(300);
  const random = new Random('killed-windows');
  for (const act of longActs) {
    const tally = new Tally(`browser killed during ${act.name}`);
    for (let kill = 0; kill < killsAt[depth]; kill += 1) {
      await killDuring(act, prepared, tally, random.int(0, act.takesMs));
    }
    rows.push(tally.row());
  }
  await rm(prepared.userDataDir, { recursive: true, force: true });
  return [...rows, await killedUpgrades(depth, random)];
}

/** Archives of every older version in turn. */
async function killedUpgrades(depth: Depth, random: Random): Promise<FaultRow> {
  const tally = new Tally('browser killed during an upgrade of an older archive');
  const versions = olderVersions.slice(0, killsAt[depth]);
  for (const [index, version] of versions.entries()) {
    const older = await prepareOlder(version);
    const act = anUpgrade(version);
    for (let kill = index; kill < killsAt[depth]; kill += versions.length) {
      await killDuring(act, older, tally, random.int(0, act.takesMs));
    }
    await rm(older.userDataDir, { recursive: true, force: true });
  }
  return tally.row();
}

import type { Depth, FaultRow } from '../table/tally.ts';
import { damagedLevelDb, damagedSqlite, flippedStoreKind } from './damaged-stores.ts';
import { killedWindows } from './killed-windows.ts';
import { movedClocks } from './moved-clocks.ts';
import { fullDiskUnderProfile, windowPowerCuts } from './window-disks.ts';

/** The faults for which a real window is opened. */
export const windowScenarios: Readonly<Record<string, (depth: Depth) => Promise<FaultRow | FaultRow[]>>> = {
  damagedLevelDb,
  damagedSqlite,
  flippedStoreKind,
  killedWindows,
  windowPowerCuts,
  fullDiskUnderProfile,
  movedClocks,
};

import { modelLives } from '../model/lives.ts';
import { backupCalls } from './backup-calls.ts';
import { exchangedBackups } from './exchanged-backups.ts';
import { flippedBackups, flippedLargeBackup } from './flipped-backups.ts';
import { journalCalls, journalPowerCuts, journalPowerCutsUnsynced } from './journal-calls.ts';
import { machineCalls } from './machine-calls.ts';
import { oddCircumstances } from './odd-circumstances.ts';
import { goldenArchives, independentReader } from './other-readers.ts';
import {
  fullDiskUnderBackup,
  fullDiskUnderJournal,
  imagePowerCuts,
  imagePowerCutsUnsynced,
  injectedCalls,
} from './system-faults.ts';
import type { Depth, FaultRow } from './tally.ts';
import { tornJournals } from './torn-journals.ts';
import { yankedStick } from './yanked-stick.ts';

/** Every fault that Kebu must survive, by the name under which it can be asked for. */
export const scenarios: Readonly<Record<string, (depth: Depth) => Promise<FaultRow | FaultRow[]>>> = {
  journalCalls,
  journalPowerCuts,
  journalPowerCutsUnsynced,
  tornJournals,
  backupCalls,
  flippedBackups,
  flippedLargeBackup,
  exchangedBackups,
  machineCalls,
  injectedCalls,
  imagePowerCuts,
  imagePowerCutsUnsynced,
  fullDiskUnderJournal,
  fullDiskUnderBackup,
  yankedStick,
  oddCircumstances,
  goldenArchives,
  independentReader,
  modelLives,
};

import { openNoted } from '../../helpers/watch-backups.ts';
import type { FaultRow } from './tally.ts';

/** The last line: what was made of all backups by those before. */
export function backupsOpened(): FaultRow {
  const fault = "every backup made above, opened with Debian's age and tar";
  try {
    const opened = openNoted();
    return { fault, points: opened, acknowledged: opened, lost: 0, wrong: [] };
  } catch (error) {
    return { fault, points: 1, acknowledged: 1, lost: 1, wrong: [String(error)] };
  }
}

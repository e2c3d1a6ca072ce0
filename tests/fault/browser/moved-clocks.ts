import { rm } from 'node:fs/promises';
import type { LocalDate } from '#shared/domain/record.ts';
import { Tally, type Depth, type FaultRow } from '../table/tally.ts';
import { open, prepareKebu, quitAndRead, withCopy } from './prepared-kebu.ts';

/** Where and when the archive is opened again: other zones, both ends of summer time, leap days, years off. */
const journeys: readonly (readonly [zone: string, day: LocalDate])[] = [
  ['America/New_York', '2026-11-21'],
  ['Pacific/Kiritimati', '2026-11-21'],
  ['Pacific/Niue', '2026-11-21'],
  ['Europe/Berlin', '2027-03-28'],
  ['Europe/Berlin', '2026-10-25'],
  ['Asia/Kathmandu', '2028-02-29'],
  ['Asia/Shanghai', '2099-12-31'],
  ['Asia/Shanghai', '2019-06-01'],
];

async function inZone<T>(zone: string, work: () => Promise<T>): Promise<T> {
  const before = process.env['TZ'];
  process.env['TZ'] = zone;
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
}

/** The window is opened in another zone, on another day: nothing that was written down is another day because of it. */
export async function movedClocks(_depth: Depth): Promise<FaultRow> {
  const tally = new Tally('window: zone changed, summer time, 29 February, years ahead and back');
  const prepared = await inZone('Asia/Shanghai', () => prepareKebu(40));
  for (const [zone, day] of journeys) {
    const where = `${zone} ${day}`;
    await withCopy(
      prepared,
      (app) =>
        inZone(zone, async () => {
          const refusal = await open(app);
          tally.expect(where, refusal === null, `it does not open: ${refusal}`);
          tally.judge(where, prepared.records, await quitAndRead(app, prepared.paperKey));
        }),
      day,
    );
  }
  await rm(prepared.userDataDir, { recursive: true, force: true });
  return tally.row();
}

import type { EpochDay } from '#shared/calendar/day.ts';
import { purgeFiles } from '../archive/edits/purge-files.ts';
import { emptyBin } from './erasure-run.ts';
import type { Desk } from './desk.ts';
import { erasureParts } from './erasure.ts';
import type { OpenArchive } from './open-archive.ts';

/** Customers whose class changes one change set notes. */
const movesAtOnce = 2_000;

/**
 * Who has not asked for so long is doing something else. Reading every row is as much work as the machine can do, and must not
 * lie between the opening of the archive and the first things that are looked for in it.
 */
const awayMs = 30_000;
/** Once it goes on: as short as a person thinks before the next question. */
const pauseMs = 5_000;

/** What can wait until nobody waits. */
export class QuietWork {
  readonly #desk: Desk;
  /** The day on which the bin was last looked through. */
  #binSeenOn = '';
  /** The day on which every row was last verified. */
  #checkedOn: EpochDay | null = null;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Another archive, or the same anew: its rows are verified again. */
  begin(): void {
    this.#checkedOn = null;
  }

  /** The class history, then the image, then a look at every row. */
  async run(open: OpenArchive): Promise<void> {
    const { archive, keeper, precautions } = open;
    const desk = this.#desk;
    try {
      await keeper.ready();
      await precautions.inQuiet();
      if (await keeper.noteMoves(archive, movesAtOnce)) desk.changed('many');
      if (this.#binSeenOn !== keeper.todayText && archive.readOnlyReason === null) {
        this.#binSeenOn = keeper.todayText;
        await emptyBin(erasureParts(desk));
        desk.committed(await purgeFiles(archive, () => desk.ports.now()));
      }
      if (keeper.index.classifier.hasMoves) desk.scheduleQuietWork();
      else {
        await desk.lull.wait();
        keeper.index.relations.prepare(keeper.index.today);
        await archive.queue.run(() => keeper.saveSometimes(archive));
        await archive.queue.run(() => archive.keepTotals());
        await this.#check(open);
      }
    } catch {
      // Neither is needed: the next write finds out what is wrong, and the next start makes up for the image.
    }
  }

  /** Once a day: a row that the browser gives back altered is found before it is needed, and put right. */
  async #check({ archive, keeper }: OpenArchive): Promise<void> {
    const { today } = keeper.index;
    if (this.#checkedOn === today || archive.readOnlyReason !== null) return;
    const { lull } = this.#desk;
    await lull.wait(awayMs);
    const findings = await archive.check({ wait: () => lull.wait(pauseMs) });
    if (findings.found === 'interrupted') {
      this.#desk.scheduleQuietWork();
      return;
    }
    this.#checkedOn = today;
    const { ports } = this.#desk;
    if (findings.found === 'other-rows') ports.emit({ type: 'store-damaged' });
    if (findings.found !== 'damaged-dossiers') return;
    await archive.queue.settled();
    await archive.queue.run(() => archive.keepTotals());
    ports.emit({ type: 'repaired', customers: findings.customerIds.size });
  }
}

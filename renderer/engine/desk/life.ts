import { toEpochDay } from '#shared/calendar/day.ts';
import type { Opened } from '#shared/ipc/contract.ts';
import type { LocalDate } from '#shared/domain/record.ts';
import type { LifeApi, OpenReport } from '../api.ts';
import { Archive } from '../archive/archive.ts';
import { UnsavedTexts } from '../archive/unsaved-texts.ts';
import type { Asynchronous } from '../client-types.ts';
import { IndexKeeper } from '../index-keeper.ts';
import { Precautions } from '../precautions.ts';
import type { Desk } from './desk.ts';
import { QuietWork } from './quiet-work.ts';

export function life(desk: Desk): Asynchronous<LifeApi> {
  const { ports } = desk;
  const quietWork = new QuietWork(desk);

  const close = async (): Promise<void> => {
    const open = desk.openedOrNull;
    if (!open) return;
    desk.forget();
    const { archive, keeper, unsaved } = open;
    try {
      await unsaved.settled();
      await keeper.noteMoves(archive, Number.MAX_SAFE_INTEGER);
      await archive.queue.run(() => keeper.save(archive));
      await archive.queue.run(() => archive.keepTotals());
    } finally {
      archive.close();
    }
  };

  const open = async (opened: Opened, today: LocalDate): Promise<OpenReport> => {
    const started = performance.now();
    await close();
    const keeper = new IndexKeeper(ports, toEpochDay(today));
    const { archive, report } = await Archive.open(ports, opened, keeper);
    const precautions = new Precautions(ports.main, archive, () => desk.backups.run('snapshot'));
    let unsaved: UnsavedTexts;
    try {
      await keeper.finish(archive);
      await precautions.begin();
      unsaved = await UnsavedTexts.open(archive);
    } catch (error) {
      archive.close();
      throw error;
    }
    quietWork.begin();
    desk.place({ archive, keeper, precautions, unsaved }, (placed) => void quietWork.run(placed));
    return { ...report, elapsedMs: Math.round(performance.now() - started) };
  };

  return {
    open,
    close,

    async rebuild() {
      const { archive, keeper, unsaved } = desk.opened();
      const { recordKey, ...opened } = archive.opened;
      const copy = { ...opened, recordKey: recordKey.slice() };
      const { todayText } = keeper;
      await archive.queue.run(() => archive.distrust());
      desk.forget();
      await unsaved.settled();
      archive.close();
      return open(copy, todayText);
    },

    async setToday(today) {
      const { archive, keeper } = desk.opened();
      await archive.queue.run(() => keeper.setToday(archive, toEpochDay(today)));
      desk.changed('many');
    },
  };
}

import { toEpochDay } from '#shared/calendar/day.ts';
import type { LocalDate } from '#shared/domain/record.ts';
import { failWith } from '#shared/errors/app-error.ts';
import type { Opened } from '#shared/ipc/contract.ts';
import type { LifeApi, OpenReport } from '../api.ts';
import { isStoreDamaged } from '../../db/storage-failure.ts';
import { Archive } from '../archive/archive.ts';
import { StoreAhead } from '../archive/rows/store-ahead.ts';
import { UnsavedTexts } from '../archive/unsaved-texts.ts';
import { createVault } from '../archive/rows/vault.ts';
import type { Asynchronous } from '../client-types.ts';
import { IndexKeeper } from '../index-keeper.ts';
import { Precautions } from './precautions.ts';
import type { EnginePorts } from '../ports.ts';
import type { Desk } from './desk.ts';
import { QuietWork } from './quiet-work.ts';

export function life(desk: Desk): Asynchronous<LifeApi> {
  const { ports } = desk;
  const quietWork = new QuietWork(desk);
  const ahead = new StoreAhead(ports);

  const close = async (): Promise<void> => {
    const open = desk.openedOrNull;
    if (!open) return;
    desk.forget();
    const { archive, keeper, unsaved, replyKey } = open;
    replyKey.fill(0);
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
    const { archive, report } = await Archive.open(ports, opened, keeper, (archiveId, onLost) =>
      ahead.open(archiveId, onLost),
    );
    const precautions = new Precautions(ports.main, archive, () => desk.backups.run('snapshot'));
    let unsaved: UnsavedTexts;
    try {
      [unsaved] = await Promise.all([
        UnsavedTexts.open(archive),
        precautions.begin(),
        keeper.finish(archive, desk.lull),
      ]);
    } catch (error) {
      archive.close();
      throw error;
    }
    // Without it they come as they are asked for, later: a failure is told by whoever asks then.
    keeper.prepareAnswers(archive, desk.lull).catch(() => undefined);
    quietWork.begin();
    const replyKey = opened.replyKey.slice();
    desk.place({ archive, keeper, precautions, unsaved, replyKey }, (placed) => void quietWork.run(placed));
    const { currency } = keeper.index.columns;
    return { ...report, currency, elapsedMs: Math.round(performance.now() - started) };
  };

  /** Leaves a database that is to be thrown away. What was typed and not saved yet. */
  const giveUp = async (opened: Opened): Promise<Record<string, unknown>> => {
    const placed = desk.openedOrNull;
    if (!placed) return rescueTexts(opened, ports);
    const { archive, unsaved, replyKey } = placed;
    replyKey.fill(0);
    desk.forget();
    await archive.queue.settled();
    await unsaved.settled();
    archive.close();
    return unsaved.all();
  };

  return {
    async prepare(archiveId) {
      if (!desk.openedOrNull) ahead.begin(archiveId);
    },

    open,
    close,

    async rebuild(opened, today) {
      const { readOnlyReason } = await ports.main.call('journal/status', {});
      if (readOnlyReason !== null) failWith('archive/read-only', { reason: 'journal' });
      ahead.drop();
      const texts = await giveUp(opened);
      await throwAway(opened.archiveId, ports);
      const report = await open(opened, today);
      for (const [key, content] of Object.entries(texts)) desk.opened().unsaved.keep(key, content);
      const { customer = 0 } = report.counts;
      desk.report('database-rebuilt', customer);
      return report.found === 'wiped' ? { ...report, found: 'damaged' } : report;
    },

    async setToday(today) {
      const { archive, keeper } = desk.opened();
      await archive.queue.run(() => keeper.setToday(archive, toEpochDay(today)));
      desk.changed('many');
    },
  };
}

/** Deletes a database; one that the browser cannot even delete is taken away by main at the next start. */
async function throwAway(archiveId: string, ports: EnginePorts): Promise<void> {
  try {
    await ports.deleteStore(archiveId);
  } catch (error) {
    if (!isStoreDamaged(error)) throw error;
    await ports.main.call('app/replace-store', {});
    failWith('archive/store-stuck');
  }
}

/** What was typed and not saved yet, if that part of a damaged database can still be read. */
async function rescueTexts(opened: Opened, ports: EnginePorts): Promise<Record<string, unknown>> {
  const vault = createVault(opened.archiveId, opened.recordKey.slice());
  try {
    const store = await ports.openStore(opened.archiveId, () => undefined);
    try {
      return (await UnsavedTexts.open({ opened, store, vault })).all();
    } finally {
      store.close();
    }
  } catch {
    return {};
  } finally {
    vault.close();
  }
}

import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { civilDayOfInstant } from '#shared/calendar/day.ts';
import { AppFailure } from '#shared/errors/app-error.ts';
import type { Channel } from '#shared/ipc/channels.ts';
import type { Input, Output } from '#shared/ipc/contract.ts';
import { openArchiveStore, type ArchiveStore } from '../../renderer/db/archive-store.ts';
import { deleteDatabase } from '../../renderer/db/open-database.ts';
import type { EngineMethods } from '../../renderer/engine/client-types.ts';
import { createEngine } from '../../renderer/engine/engine.ts';
import { workCalendar } from '../../renderer/platform/work-calendar.ts';
import { goodPassphrase, startMachine } from './machine.ts';
import { testPorts } from './ports.ts';

/** The real main process and the real engine, without a window between them; the clock stands until it is moved. */
export async function aWholeKebu() {
  const clock = { now: new Date('2026-03-01T08:00:00.000Z') };
  const indexedDB = new IDBFactory();
  const picked = { backup: '', save: '' };
  /** What the database of the next window does otherwise. */
  const faults = { wrapStore: (store: ArchiveStore) => store };
  const { dialogs } = testPorts();
  const machine = await startMachine({
    clock: { now: () => clock.now },
    dialogs: {
      ...dialogs,
      chooseBackupFile: () => Promise.resolve(picked.backup),
      chooseSavePath: () => Promise.resolve(picked.save),
    },
  });
  const { opened: created, paperKey } = await machine.ask('keys/create', { passphrase: goodPassphrase });
  let ids = 0;
  let idle: () => void = () => undefined;

  async function call<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>> {
    const reply = await machine.reply(channel, input);
    if (!reply.ok) throw new AppFailure(reply.error);
    return reply.value as Output<C>;
  }

  async function openEngine(opened = created): Promise<EngineMethods> {
    const engine = createEngine({
      main: { call },
      openStore: async (archiveId, onLost) =>
        faults.wrapStore(
          await openArchiveStore({ name: `kebu-${archiveId}`, indexedDB, IDBKeyRange, onLost, retryMs: [] }),
        ),
      deleteStore: (archiveId) => deleteDatabase(`kebu-${archiveId}`, indexedDB),
      emit: () => undefined,
      now: () => clock.now,
      newId: () => `id-${(ids += 1)}`,
      localDayOf: civilDayOfInstant,
      workCalendar,
      whenIdle: (work) => {
        idle = work;
        return () => {
          idle = () => undefined;
        };
      },
    });
    await engine.open({ ...opened, recordKey: opened.recordKey.slice() }, clock.now.toISOString().slice(0, 10));
    return engine;
  }

  return {
    machine,
    clock,
    picked,
    faults,
    paperKey,
    indexedDB,
    openEngine,
    call,
    /** What the engine does when nothing was asked for a while. */
    beIdle: () => idle(),
    /** Minutes pass. */
    wait: (minutes: number) => {
      clock.now = new Date(clock.now.getTime() + minutes * 60_000);
    },
  };
}
export type WholeKebu = Awaited<ReturnType<typeof aWholeKebu>>;

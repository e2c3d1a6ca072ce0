import { setTimeout } from 'node:timers/promises';
import { epochDayOf } from '#shared/calendar/day.ts';
import { dateOf } from '../samples/days.ts';
import { createMemoryStore } from '../helpers/memory-store.ts';
import type { EngineMethods } from '../../renderer/engine/client-types.ts';
import { createEngine } from '../../renderer/engine/engine.ts';
import { newId } from '../../renderer/platform/ids.ts';
import { workCalendar } from '../../renderer/platform/work-calendar.ts';
import { ask, openArchive } from './main-process.ts';
import { timeOnce } from './measure.ts';
import { startMainProcessBeside, type MainProcessClient } from './main-process-client.ts';
import { benchToday } from './record-parts.ts';

const lookMs = 4_000;

export interface BenchEngine {
  engine: EngineMethods;
  main: MainProcessClient;
  /** How long the database and the index took to be built from the snapshot. */
  rebuiltMs: number;
  /** Closes the archive, which writes the image, and opens it from there. Milliseconds of the opening. */
  reopen(): Promise<number>;
  close(): Promise<void>;
}

/**
 * The engine in this process over the real main process beside it. The database lies in memory: what depends on
 * the disk is measured in the window.
 */
export async function openBenchEngine(dataDir: string): Promise<BenchEngine> {
  const main = await startMainProcessBeside(dataDir);
  const store = createMemoryStore();
  const engine = createEngine({
    main: { call: (channel, input) => ask(main, channel, input) },
    openStore: async () => store,
    deleteStore: () => Promise.reject(new Error('It lies in memory')),
    emit: () => undefined,
    now: () => new Date(`${dateOf(benchToday)}T10:00:00.000Z`),
    localDayOf: (instant) => {
      const day = new Date(instant);
      return epochDayOf(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate());
    },
    newId,
    workCalendar,
    // What waits for a quiet moment must not fall into one that is measured.
    whenIdle: () => () => undefined,
  });
  const open = async () => {
    const opened = await openArchive(main);
    return (await timeOnce(() => engine.open(opened, dateOf(benchToday)))).ms;
  };
  const rebuiltMs = await open();
  // Who opens an archive looks at it first; meanwhile the engine makes ready what is mostly asked for.
  await setTimeout(lookMs);
  return {
    engine,
    main,
    rebuiltMs,
    async reopen() {
      await engine.close();
      await ask(main, 'keys/lock', {});
      return open();
    },
    async close() {
      await engine.close();
      await main.close();
    },
  };
}

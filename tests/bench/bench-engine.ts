import { epochDayOf } from '#shared/calendar/day.ts';
import { dateOf } from '../samples/days.ts';
import { createMemoryStore } from '../helpers/memory-store.ts';
import { Engine } from '../../renderer/engine/engine.ts';
import { newId } from '../../renderer/platform/ids.ts';
import { workCalendar } from '../../renderer/platform/work-calendar.ts';
import { ask, openArchive } from './main-process.ts';
import { startMainProcessBeside, type MainProcessClient } from './main-process-client.ts';
import { benchToday } from './record-parts.ts';

export interface BenchEngine {
  engine: Engine;
  main: MainProcessClient;
  close(): Promise<void>;
}

/**
 * The engine in this process over the real main process beside it. The database lies in memory: what depends on
 * the disk is measured in the window.
 */
export async function openBenchEngine(dataDir: string): Promise<BenchEngine> {
  const main = await startMainProcessBeside(dataDir);
  const engine = new Engine({
    main: { call: (channel, input) => ask(main, channel, input) },
    openStore: async () => createMemoryStore(),
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
  await engine.open(await openArchive(main), dateOf(benchToday));
  return {
    engine,
    main,
    async close() {
      await engine.close();
      await main.close();
    },
  };
}

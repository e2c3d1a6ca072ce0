import { civilDayOfInstant } from '#shared/calendar/day.ts';
import { AppFailure } from '#shared/errors/app-error.ts';
import type { Opened } from '#shared/ipc/contract.ts';
import { createEngine } from '../../renderer/engine/engine.ts';
import type { MainPort } from '../../renderer/engine/ports.ts';
import { workCalendar } from '../../renderer/platform/work-calendar.ts';
import type { Machine } from './machine.ts';
import { createMemoryStore } from './memory-store.ts';

/** The real engine on the real main process, with an empty database in memory. */
export async function openEngineOn(machine: Machine, opened: Opened, today = '2026-03-01') {
  const call: MainPort['call'] = async (channel, input) => {
    const reply = await machine.reply(channel, input);
    if (!reply.ok) throw new AppFailure(reply.error);
    return reply.value as never;
  };
  let ids = 0;
  const engine = createEngine({
    main: { call },
    openStore: async () => createMemoryStore(),
    deleteStore: async () => undefined,
    emit: () => undefined,
    now: () => machine.ports.clock.now(),
    localDayOf: civilDayOfInstant,
    newId: () => `set-${(ids += 1)}`,
    workCalendar,
    whenIdle: () => () => undefined,
  });
  return { engine, report: await engine.open(opened, today) };
}

import { civilDayOfInstant } from '#shared/calendar/day.ts';
import { AppFailure } from '#shared/errors/app-error.ts';
import type { ArchiveStore } from '../../../renderer/db/archive-store.ts';
import type { EngineMethods } from '../../../renderer/engine/client-types.ts';
import { createEngine } from '../../../renderer/engine/engine.ts';
import type { MainPort } from '../../../renderer/engine/ports.ts';
import { workCalendar } from '../../../renderer/platform/work-calendar.ts';
import { goodPassphrase, startMachine, type Machine } from '../../helpers/machine.ts';
import { memoryFileSystem } from '../../helpers/memory-file-system.ts';
import { createMemoryStore } from '../../helpers/memory-store.ts';

const dataDir = '/data';
const unlock = { with: 'passphrase', passphrase: goodPassphrase } as const;

/** Kebu whole: the real main process on a disk in memory, the real engine on a database in memory. */
export class World {
  disk = memoryFileSystem();
  store = createMemoryStore();
  crashes = 0;
  idle: () => void = () => undefined;
  #machine: Machine | null = null;
  #engine: EngineMethods | null = null;
  #ids = 0;
  #now = Date.parse('2026-03-01T08:00:00.000Z');

  get machine(): Machine {
    if (!this.#machine) throw new Error('no machine');
    return this.#machine;
  }

  get engine(): EngineMethods {
    if (!this.#engine) throw new Error('no engine');
    return this.#engine;
  }

  /** A connection to the database. After a crash nobody writes through it any more. */
  #connect(): ArchiveStore {
    const { store, crashes } = this;
    const write: ArchiveStore['write'] = async (batch) => {
      if (crashes !== this.crashes) throw new Error('crashed');
      await store.write(batch);
    };
    return { ...store, write };
  }

  now(): Date {
    // Backups of one state need names of their own.
    return new Date((this.#now += 1_000));
  }

  async start(isNew = false): Promise<void> {
    if (isNew) await this.disk.makeDir(dataDir);
    const clock = { now: () => this.now() };
    const machine = await startMachine({ files: this.disk, dataDir, scryptWorkFactor: 1, clock });
    const opened = isNew
      ? (await machine.ask('keys/create', { passphrase: goodPassphrase })).opened
      : await machine.ask('keys/unlock', unlock);
    this.#machine = machine;
    await this.open(opened);
  }

  async open(opened: Parameters<EngineMethods['open']>[0]): Promise<void> {
    const { machine } = this;
    const call: MainPort['call'] = async (channel, input) => {
      const reply = await machine.reply(channel, input);
      if (!reply.ok) throw new AppFailure(reply.error);
      return reply.value as never;
    };
    const engine = createEngine({
      main: { call },
      openStore: async () => this.#connect(),
      deleteStore: () => Promise.reject(new Error('Nobody damages it')),
      emit: () => undefined,
      now: () => this.now(),
      localDayOf: civilDayOfInstant,
      newId: () => `set-${(this.#ids += 1)}`,
      workCalendar,
      whenIdle: (work) => {
        this.idle = work;
        return () => undefined;
      },
    });
    await engine.open(opened, '2026-03-01');
    this.#engine = engine;
  }
}

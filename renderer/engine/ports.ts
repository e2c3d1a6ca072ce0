import type { EpochDay } from '#shared/calendar/day.ts';
import type { WorkCalendar } from '#shared/calendar/work-calendar.ts';
import type { Channel } from '#shared/ipc/channels.ts';
import type { Input, Output } from '#shared/ipc/contract.ts';
import type { ArchiveStore } from '../db/archive-store.ts';
import type { StorageTrouble } from '../db/storage-failure.ts';
import type { EngineEvent } from './api.ts';

/** The main process, asked through the page. Expected failures reject with AppFailure. */
export interface MainPort {
  call<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>>;
}

/** The world around the engine: the worker gives one set, tests and benchmarks another. */
export interface EnginePorts {
  main: MainPort;
  openStore(archiveId: string, onLost: (trouble: StorageTrouble) => void): Promise<ArchiveStore>;
  /** Throws an archive's database away; nobody may have it open. */
  deleteStore(archiveId: string): Promise<void>;
  emit(event: EngineEvent): void;
  now(): Date;
  /** The calendar day here at a machine time (UTC, ISO 8601). */
  localDayOf: (instant: string) => EpochDay;
  newId(): string;
  workCalendar: WorkCalendar;
  /** Calls back once nothing was asked for a while; returns what calls it off. */
  whenIdle(work: () => void): () => void;
}

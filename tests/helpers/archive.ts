import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { openArchiveStore, type ArchiveStore } from '../../renderer/db/archive-store.ts';
import { deleteDatabase } from '../../renderer/db/open-database.ts';
import type { Reason } from '#shared/changes/reasons.ts';
import { civilDayOfInstant } from '#shared/calendar/day.ts';
import type { Edit, EngineEvent } from '../../renderer/engine/api.ts';
import { createEngine } from '../../renderer/engine/engine.ts';
import { Archive, type Written } from '../../renderer/engine/archive/archive.ts';
import type { ArchiveIndex } from '../../renderer/engine/archive/archive-content.ts';
import { openMeta, sealMeta, type ArchiveMeta } from '../../renderer/engine/archive/rows/archive-meta.ts';
import { createVault } from '../../renderer/engine/archive/rows/vault.ts';
import type { EnginePorts } from '../../renderer/engine/ports.ts';
import { FakeMain } from './fake-main.ts';
import { workCalendar } from '../../renderer/platform/work-calendar.ts';

/** Few enough that dossiers of several parts and many customers meet the edge of a batch. */
const scanRows = 7;

export const anArchiveId = '0123456789abcdef';
const aRecordKey = () => new Uint8Array(32).fill(7);

/** One machine: a main process and a browser profile, which outlive the windows opened on them. */
export class Machine {
  main = new FakeMain();
  indexedDB = new IDBFactory();
  events: EngineEvent[] = [];
  onEvent: (event: EngineEvent) => void = () => undefined;
  now = new Date('2026-03-01T08:00:00.000Z');
  wrapStore: (store: ArchiveStore) => ArchiveStore = (store) => store;
  /** What the index of `openArchive` does with what is written. */
  updateIndex: () => Promise<void> = async () => undefined;
  #ids = 0;

  readonly ports: EnginePorts = {
    main: { call: (channel, input) => this.main.call(channel, input) },
    openStore: async (archiveId, onLost) =>
      this.wrapStore(
        await openArchiveStore({
          name: `kebu-${archiveId}`,
          indexedDB: this.indexedDB,
          IDBKeyRange,
          onLost,
          retryMs: [],
        }),
      ),
    deleteStore: (archiveId) => deleteDatabase(`kebu-${archiveId}`, this.indexedDB),
    emit: (event) => {
      this.events.push(event);
      this.onEvent(event);
    },
    now: () => this.now,
    newId: () => `set-${(this.#ids += 1)}`,
    localDayOf: civilDayOfInstant,
    workCalendar,
    whenIdle: (work) => {
      this.idle = work;
      return () => {
        this.idle = () => undefined;
      };
    },
  };

  /** What waits for a quiet moment. */
  idle: () => void = () => undefined;

  /** A window on this machine that has not opened the archive. */
  startEngine() {
    return createEngine(this.ports);
  }

  /** A window opened on this machine. */
  async openEngine(today = '2026-03-01') {
    const engine = this.startEngine();
    const report = await engine.open(this.opened, today);
    return { engine, report };
  }

  get opened() {
    return {
      archiveId: anArchiveId,
      generation: this.main.generation,
      recordKey: aRecordKey(),
      replyKey: new Uint8Array(32).fill(9),
    };
  }

  async openArchive() {
    let codes = 0;
    const index: ArchiveIndex = {
      load: async () => undefined,
      reset: () => undefined,
      onWriting: () => undefined,
      onChanging: () => undefined,
      update: () => this.updateIndex(),
      nextCode: () => `C-2026-${String((codes += 1)).padStart(5, '0')}`,
      isTagInUse: () => false,
      answerCheck: () => () => true,
      survivorOf: (customerId) => customerId,
      namersOf: () => [],
    };
    return Archive.open(this.ports, this.opened, index, (archiveId, onLost) => this.ports.openStore(archiveId, onLost));
  }
}

/** What a machine's database says of itself; it was sealed by Kebu. */
export async function metaOf(store: ArchiveStore): Promise<ArchiveMeta> {
  const found = openMeta(createVault(anArchiveId, aRecordKey()), await store.readMeta());
  if (found.is !== 'sealed') throw new Error(`The database's word of itself is ${found.is}`);
  return found.meta;
}

/** Has it say something else, as somebody with the key could. */
export async function putMeta(store: ArchiveStore, meta: ArchiveMeta): Promise<void> {
  await store.write({ meta: sealMeta(createVault(anArchiveId, aRecordKey()), meta) });
}

export function commit(archive: Archive, reason: Reason, edits: readonly Edit[]): Promise<Written | null> {
  return archive.commit(reason, async () => edits);
}

/** Everything an archive holds, without what differs between a change and its undoing. */
export async function contentOf(archive: Archive): Promise<string[]> {
  const lines: string[] = [];
  for (const { table, record } of archive.catalogue.all()) lines.push(lineOf(table, record));
  for await (const files of archive.cabinet.scan(scanRows)) {
    for (const file of files) for (const { table, record } of file.records()) lines.push(lineOf(table, record));
  }
  return lines.sort();
}

function lineOf(table: string, record: { version: number; createdAt: string; updatedAt: string }): string {
  const { version: _v, createdAt: _c, updatedAt: _u, ...content } = record;
  return `${table} ${JSON.stringify(content, (_, value: unknown) => sorted(value))}`;
}

/** Records and counts of everything, versions and history included. */
export async function stateOf(
  archive: Archive,
  batchRows = scanRows,
): Promise<{ lines: string[]; counts: unknown; seq: number }> {
  const lines: string[] = [];
  for (const { table, record } of archive.catalogue.all()) lines.push(`${table} ${canonical(record)}`);
  for await (const files of archive.cabinet.scan(batchRows)) {
    for (const file of files) {
      for (const { table, record } of file.records()) lines.push(`${table} ${canonical(record)}`);
      for (const entry of file.history()) lines.push(`history ${file.customerId} ${canonical(entry)}`);
    }
  }
  return { lines: lines.sort(), counts: archive.counts, seq: archive.seq };
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => sorted(inner));
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

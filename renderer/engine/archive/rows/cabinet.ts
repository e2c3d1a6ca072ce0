import type { Counts } from '#shared/ipc/contract.ts';
import { contentVersion, type ContentEntry, type PackedEntry } from '#shared/archive/content.ts';
import { assert } from '#shared/lib/assert.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import type { ArchiveStore } from '../../../db/archive-store.ts';
import type { DossierRow } from '../../../db/tables.ts';
import { entriesOf } from './base-snapshot.ts';
import { DossierFile, type PartContent } from './dossier-file.ts';
import { packParts } from './part-records.ts';
import { upgradePart } from './upgrade-content.ts';
import type { Vault } from './vault.ts';
import { Pace } from '../work-queue.ts';

/** Opened dossiers are kept up to this size, the least recently used one leaves first. */
const keptBytes = 48 * 1024 * 1024;
const keptFiles = 5_000;
/** What is read of a few rows is given up before it is taken for something that stays. */
const defaultBatchRows = 200;

/** The rows of one dossier. */
interface RowGroup {
  customerId: string;
  rows: readonly DossierRow[];
}

/** One dossier as a backup holds it. */
export interface PackedDossier {
  customerId: string;
  entries: readonly (ContentEntry | PackedEntry)[];
}

/** Brings damaged dossiers back from what does not lie in the database, and sees to it that they are stored; see recover.ts. */
export type Recover = (damaged: ReadonlyMap<string, readonly DossierRow[]>) => Promise<Map<string, DossierFile>>;

/** Opens and seals dossiers. Every row's tag is verified when it is read. */
export class Cabinet {
  readonly #store: ArchiveStore;
  readonly #vault: Vault;
  readonly #recover: Recover;
  #from = contentVersion;
  readonly #kept = new Map<string, { file: DossierFile; bytes: number }>();
  #bytes = 0;
  /** Counts what is written, so that a dossier read before a write is not kept after it. */
  #writes = 0;

  constructor(store: ArchiveStore, vault: Vault, recover: Recover) {
    this.#store = store;
    this.#vault = vault;
    this.#recover = recover;
  }

  /** The rows are of this content version. Older ones are only looked at: what is written is of the present one. */
  readFrom(from: number): void {
    this.#from = from;
  }

  /** The dossiers of these customers, empty ones for those that have none. Use them before the next thing is awaited. */
  async load(customerIds: readonly string[]): Promise<Map<string, DossierFile>> {
    const files = new Map<string, DossierFile>();
    const missing: string[] = [];
    for (const id of new Set(customerIds)) {
      const kept = this.#kept.get(id);
      if (!kept) missing.push(id);
      else {
        this.#kept.delete(id);
        this.#kept.set(id, kept);
        files.set(id, kept.file);
      }
    }
    if (missing.length > 0) {
      const writes = this.#writes;
      const rows = await this.#store.readDossiers(missing);
      const opened = await this.#openAll(missing.map((customerId, index) => ({ customerId, rows: rows[index] ?? [] })));
      for (const file of opened) {
        if (writes === this.#writes) this.#keep(file);
        // Another reader may have been here first, and what is kept is what a write goes on with.
        files.set(file.customerId, this.#kept.get(file.customerId)?.file ?? file);
      }
    }
    return files;
  }

  /** The first part of a dossier that has more of them and is not at hand; else `null`. To be looked at, not written to. */
  async loadBeginning(customerId: string): Promise<DossierFile | null> {
    if (this.#kept.has(customerId)) return null;
    const rows = await this.#store.scanDossiers([customerId, -1], 2);
    const [first] = rows;
    if (!first || rows.length < 2 || rows.some((row) => row.customerId !== customerId)) return null;
    // A damaged one is put right when all of it is read.
    const [content] = this.#openParts({ customerId, rows: [first] }, this.#openPart(customerId)) ?? [];
    return content ? new DossierFile(customerId, [content]) : null;
  }

  /** All dossiers in the order of their ids, a batch at a time; none of them is kept. */
  async *scan(batchRows = defaultBatchRows): AsyncGenerator<DossierFile[]> {
    for await (const groups of this.#scanRows(batchRows)) yield await this.#openAll(groups);
  }

  /** The same as a backup holds them, for which no record need be understood. */
  async *scanPacked(pace: Pace): AsyncGenerator<PackedDossier[]> {
    for await (const groups of this.#scanRows(defaultBatchRows)) {
      const packed: PackedDossier[] = [];
      for (const group of groups) {
        const parts =
          this.#from === contentVersion &&
          this.#openParts(group, (id, row) => this.#vault.openJson('dossiers', id, row));
        if (parts) packed.push({ customerId: group.customerId, entries: packParts(group.customerId, parts) });
        else for (const file of await this.#openAll([group])) packed.push(packFile(file));
        await pace.step();
      }
      yield packed;
    }
  }

  async *#scanRows(batchRows: number): AsyncGenerator<RowGroup[]> {
    let after: [string, number] | null = null;
    let open: DossierRow[] = [];
    for (;;) {
      const rows: DossierRow[] = await this.#store.scanDossiers(after, batchRows);
      const last = rows.at(-1);
      if (last) after = [last.customerId, last.part];
      const all = [...open, ...rows];
      // The last dossier may go on in the next batch.
      const cut =
        last && rows.length === batchRows ? all.findIndex((row) => row.customerId === last.customerId) : all.length;
      open = all.slice(cut);
      const groups = Map.groupBy(all.slice(0, cut), (row) => row.customerId);
      yield [...groups].map(([customerId, group]) => ({ customerId, rows: group }));
      if (rows.length < batchRows) return;
    }
  }

  /** Seals what was written to in these dossiers; of very many a few at a time. `v` is the sequence number of the change set. */
  async seal(files: Iterable<DossierFile>, v: number): Promise<DossierRow[]> {
    this.#writes += 1;
    const rows: DossierRow[] = [];
    const pace = new Pace();
    for (const file of files) {
      for (const { part, content, setSealed } of file.takeDirty()) {
        const sealed = this.#vault.seal('dossiers', dossierRowId(file.customerId, part), v, content);
        setSealed(sealed);
        rows.push({ customerId: file.customerId, part, ...sealed });
      }
      await pace.step();
    }
    return rows;
  }

  /** What was sealed is in the database: whatever was read before is of the past. */
  stored(files: Iterable<DossierFile>): void {
    this.#writes += 1;
    for (const file of files) if (this.#kept.get(file.customerId)?.file !== file) this.#drop(file.customerId);
  }

  forget(customerIds: Iterable<string>): void {
    this.#writes += 1;
    for (const id of customerIds) this.#drop(id);
  }

  async #openAll(groups: readonly RowGroup[]): Promise<DossierFile[]> {
    const files: DossierFile[] = [];
    const damaged = new Map<string, readonly DossierRow[]>();
    const pace = new Pace();
    for (const group of groups) {
      const parts = this.#openParts(group, this.#openPart(group.customerId));
      if (parts) files.push(new DossierFile(group.customerId, parts));
      else damaged.set(group.customerId, group.rows);
      await pace.step();
    }
    if (damaged.size === 0) return files;
    const recovered = await this.#recover(damaged);
    return [...files, ...recovered.values()].sort((a, b) => (a.customerId < b.customerId ? -1 : 1));
  }

  #openPart(customerId: string) {
    return (id: string, row: DossierRow): Result<{ content: PartContent; row: DossierRow }, 'damaged'> => {
      const opened = this.#vault.open('dossiers', id, row);
      if (!opened.ok) return opened;
      return ok({ content: upgradePart(customerId, opened.value as PartContent, this.#from), row });
    };
  }

  /** `null` when a row is damaged or missing among its neighbours. */
  #openParts<T>(
    { customerId, rows }: RowGroup,
    open: (id: string, row: DossierRow) => Result<T, 'damaged'>,
  ): T[] | null {
    const parts: T[] = [];
    for (const [index, row] of rows.entries()) {
      if (row.part !== index) return null;
      const opened = open(dossierRowId(customerId, row.part), row);
      if (!opened.ok) return null;
      parts.push(opened.value);
    }
    return parts;
  }

  #keep(file: DossierFile): void {
    if (this.#kept.has(file.customerId)) return;
    const bytes = file.sizeBytes;
    this.#kept.set(file.customerId, { file, bytes });
    this.#bytes += bytes;
    for (const [id] of this.#kept) {
      if ((this.#bytes <= keptBytes && this.#kept.size <= keptFiles) || id === file.customerId) return;
      this.#drop(id);
    }
  }

  #drop(id: string): void {
    const kept = this.#kept.get(id);
    if (!kept) return;
    this.#kept.delete(id);
    this.#bytes -= kept.bytes;
  }
}

function packFile(file: DossierFile): PackedDossier {
  return { customerId: file.customerId, entries: entriesOf(file) };
}

export function dossierRowId(customerId: string, part: number): string {
  return `${customerId}/${part}`;
}

/** Records per table, in a form that two sides can compare: tables without records are left out. */
export function addCounts(counts: Counts, change: Readonly<Record<string, number>>): Counts {
  const sum: Counts = { ...counts };
  for (const [table, number] of Object.entries(change)) {
    const total = (sum[table] ?? 0) + number;
    assert(total >= 0, `there are no fewer than zero records of ${table}`);
    if (total === 0) delete sum[table];
    else sum[table] = total;
  }
  return sum;
}

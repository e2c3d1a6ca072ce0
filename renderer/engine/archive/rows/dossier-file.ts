import { tagBytes } from '#shared/crypto/seal.ts';
import type { Change } from '#shared/changes/change-set.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { Dossier, FieldHistoryEntry } from '#shared/domain/dossier/dossier.ts';
import { dossierTables, type DossierTable, type RecordOf } from '#shared/domain/tables.ts';
import type { DossierKey, DossierRow } from '../../../db/tables.ts';

/** What one part of a dossier holds, as it is sealed. Tables without records are left out. */
export type PartContent = { [T in DossierTable]?: RecordOf<T>[] } & { history?: FieldHistoryEntry[] };

export type DossierRecord = RecordOf<DossierTable>;

/**
 * A part takes no further record beyond this size; a single longer record still has a part to itself. From 64 KiB on the browser
 * keeps a value in a file of its own, which takes longer to read and is written and flushed besides the database.
 */
export const maxPartBytes = 60 * 1024;

/** What is left of a sealed row to count with: its tag is the end of `box`. */
export type StoredRow = Pick<DossierRow, 'box'>;

interface Part {
  records: Map<string, { table: DossierTable; record: DossierRecord }>;
  history: FieldHistoryEntry[];
  sizeBytes: number;
  dirty: boolean;
}

/**
 * A customer's dossier opened for reading and writing. A record stays in the part that it was first put into, so that
 * a save rewrites only the parts it touched, however long the dossier is.
 */
export class DossierFile {
  readonly customerId: string;
  readonly #parts: Part[] = [];
  /** Which part a record lies in; made when a dossier of several parts is first searched. */
  #partOf: Map<string, Part> | null = null;
  /** The rows of this dossier in the database, as far as they count: parts 0 and on, unless it was recovered. */
  #storedRows: StoredRow[] = [];
  #staleKeys: DossierKey[] = [];
  /** What `toDossier` gave last, as long as it is true. */
  #shown: Dossier | null = null;

  constructor(customerId: string, parts: readonly { content: PartContent; row: StoredRow }[] = []) {
    this.customerId = customerId;
    for (const { content, row } of parts) {
      const sizeBytes = row.box.length;
      this.#storedRows.push(tagRow(row));
      const part: Part = { records: new Map(), history: content.history ?? [], sizeBytes, dirty: false };
      for (const table of dossierTables) {
        for (const record of content[table] ?? []) part.records.set(keyOf(table, record.id), { table, record });
      }
      this.#parts.push(part);
    }
  }

  /** What the database holds of this dossier; changes with `takeDirty`. */
  get storedRows(): readonly StoredRow[] {
    return this.#storedRows;
  }

  get isEmpty(): boolean {
    return this.#parts.every((part) => part.records.size === 0);
  }

  get sizeBytes(): number {
    return this.#parts.reduce((sum, part) => sum + part.sizeBytes, 0);
  }

  find(table: DossierTable, id: string): DossierRecord | null {
    const key = keyOf(table, id);
    return this.#locate(key)?.records.get(key)?.record ?? null;
  }

  *records(): Generator<{ table: DossierTable; record: DossierRecord }> {
    for (const part of this.#parts) yield* part.records.values();
  }

  *history(): Generator<FieldHistoryEntry> {
    for (const part of this.#parts) yield* part.history;
  }

  /** What is known of the past of one record. */
  historyOf(table: DossierTable, id: string): FieldHistoryEntry[] {
    return [...this.history()].filter((entry) => entry.table === table && entry.recordId === id);
  }

  /**
   * Brings the record of a change to its state afterwards. Doing it twice is doing it once: a record that is already as new
   * is left alone, and so is its history. Returns whether anything was done.
   */
  apply(change: Change, history: readonly FieldHistoryEntry[]): boolean {
    const table = change.table as DossierTable;
    const key = keyOf(table, change.id);
    const part = this.#locate(key);
    const current = part?.records.get(key)?.record;
    if (change.after === null) {
      if (!part || (current && change.before && current.version > change.before.version)) return false;
      part.records.delete(key);
      this.#touch(part);
      this.#partOf?.delete(key);
      this.#dropHistory(table, change.id);
      if (part.records.size === 0 && this.isEmpty) this.#vanish();
      return true;
    }
    if (current && current.version >= change.after.version) return false;
    this.#put(key, { table, record: change.after as DossierRecord }, part);
    for (const entry of history) this.#addHistory(entry);
    return true;
  }

  /** Adds a record that is known to be new, as it came out of a backup; `jsonUnits` is the length of its JSON. */
  add(table: DossierTable, record: DossierRecord, jsonUnits: number): void {
    this.#put(keyOf(table, record.id), { table, record }, undefined, jsonUnits);
  }

  /** Puts less in the place of the history, part by part; what stays as it is comes back as the same list. */
  rewriteHistory(rewrite: (history: readonly FieldHistoryEntry[]) => readonly FieldHistoryEntry[]): void {
    for (const part of this.#parts) {
      const left = rewrite(part.history);
      if (left === part.history) continue;
      part.history = [...left];
      this.#touch(part);
    }
  }

  addHistory(entries: readonly FieldHistoryEntry[]): void {
    for (const entry of entries) this.#addHistory(entry);
  }

  /** Says which rows lie in the database in place of this dossier, which was recovered from elsewhere. */
  replaces(rows: readonly DossierRow[]): void {
    this.#storedRows = rows.map(tagRow);
    this.#staleKeys = rows.map((row) => [row.customerId, row.part]);
  }

  /** Keys of rows that must go when the dossier is stored. */
  takeRemovedRows(): DossierKey[] {
    const removed = this.#staleKeys.filter(([, part]) => part >= this.#parts.length);
    this.#staleKeys = [];
    return removed;
  }

  /** The parts written to since the last call, with their numbers; the caller stores them. */
  takeDirty(): { part: number; content: PartContent; setSealed: (row: StoredRow) => void }[] {
    const dirty: ReturnType<DossierFile['takeDirty']> = [];
    this.#parts.forEach((part, number) => {
      if (!part.dirty) return;
      part.dirty = false;
      const setSealed = (row: StoredRow) => {
        part.sizeBytes = row.box.length;
        this.#storedRows[number] = tagRow(row);
      };
      dirty.push({ part: number, content: contentOf(part), setSealed });
    });
    this.#storedRows.length = Math.min(this.#storedRows.length, this.#parts.length);
    return dirty;
  }

  /**
   * The dossier as the screens see it. `null` without a customer record. Records in the bin are left out, the customer is not.
   * That of several parts is the same object until something changes, since putting it together is felt.
   */
  toDossier(): Dossier | null {
    const shown = this.#shown ?? this.#gather();
    if (this.#parts.length > 1) this.#shown = shown;
    return shown;
  }

  #gather(): Dossier | null {
    const dossier: Omit<Dossier, 'customer'> & { customer: Dossier['customer'] | null } = {
      customerId: this.customerId as CustomerId,
      customer: null,
      contact: [],
      interaction: [],
      followUp: [],
      order: [],
      classChange: [],
      relation: [],
      attachment: [],
      history: [...this.history()],
    };
    for (const { table, record } of this.records()) {
      if (table === 'customer') dossier.customer = record as RecordOf<'customer'>;
      else if (!record.deletedAt) (dossier[table] as DossierRecord[]).push(record);
    }
    const { customer } = dossier;
    return customer && { ...dossier, customer };
  }

  /** The last record is gone: the history goes with it, and what comes later begins anew. */
  #vanish(): void {
    if (this.#staleKeys.length === 0) {
      this.#staleKeys = this.#storedRows.map((_, part) => [this.customerId, part]);
    }
    this.#parts.length = 0;
    this.#partOf = null;
  }

  #locate(key: string): Part | undefined {
    const [only] = this.#parts;
    if (this.#parts.length < 2) return only?.records.has(key) ? only : undefined;
    if (!this.#partOf) {
      this.#partOf = new Map();
      for (const part of this.#parts) for (const each of part.records.keys()) this.#partOf.set(each, part);
    }
    return this.#partOf.get(key);
  }

  #put(
    key: string,
    slot: { table: DossierTable; record: DossierRecord },
    current: Part | undefined,
    jsonUnits?: number,
  ): void {
    const part = current ?? this.#makeRoom(jsonUnits ?? unitsOf(slot.record));
    part.records.set(key, slot);
    this.#touch(part);
    this.#partOf?.set(key, part);
  }

  /** What is removed for good leaves no words behind either. */
  #dropHistory(table: DossierTable, recordId: string): void {
    this.rewriteHistory((history) => {
      const kept = history.filter((entry) => entry.table !== table || entry.recordId !== recordId);
      return kept.length === history.length ? history : kept;
    });
  }

  #addHistory(entry: FieldHistoryEntry): void {
    const part = this.#makeRoom(unitsOf(entry));
    part.history.push(entry);
    this.#touch(part);
  }

  #touch(part: Part): void {
    part.dirty = true;
    this.#shown = null;
  }

  /** The part that takes a value whose JSON has so many UTF-16 units. */
  #makeRoom(jsonUnits: number): Part {
    // At most so many bytes it takes as UTF-8; what a part really takes is known once it is sealed.
    const size = jsonUnits * 3 + 1;
    let part = this.#parts.at(-1);
    if (!part || part.sizeBytes + size > maxPartBytes) {
      part = { records: new Map(), history: [], sizeBytes: 2, dirty: true };
      // The index, if there is one, stays true; without one a second part calls for it at the next search.
      this.#parts.push(part);
    }
    part.sizeBytes += size;
    return part;
  }
}

/** A copy of the tag alone, so that the rest of the row is not kept in memory. */
function tagRow({ box }: StoredRow): StoredRow {
  // A row that came back misshapen has no tag.
  return { box: box instanceof Uint8Array ? box.slice(-tagBytes) : new Uint8Array() };
}

function keyOf(table: DossierTable, id: string): string {
  return `${table}/${id}`;
}

function contentOf(part: Part): PartContent {
  const content: PartContent = {};
  for (const { table, record } of part.records.values()) {
    const list = (content[table] ??= []) as DossierRecord[];
    list.push(record);
  }
  if (part.history.length > 0) content.history = part.history;
  return content;
}

function unitsOf(value: object): number {
  return JSON.stringify(value).length;
}

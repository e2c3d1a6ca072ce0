import type { Change } from '../changes/change-set.ts';
import { moveRecord } from '../changes/moves.ts';
import { changedFields, fieldOf, withoutUndefined } from '../changes/record-content.ts';
import type { Customer, CustomerId } from '../domain/customer/customer.ts';
import type { RecordTrace } from '../domain/customer/merge-trace.ts';
import type { DistinctPair } from '../domain/distinct-pair/distinct-pair.ts';
import type { FieldHistoryEntry } from '../domain/dossier/dossier.ts';
import type { Relation } from '../domain/relation/relation.ts';
import type { AnyRecord, DossierTable, RecordOf, Table } from '../domain/tables.ts';

/** A record in a dossier, those in the bin too, with what the dossier knows of its past. */
export interface FiledRecord {
  table: DossierTable;
  record: RecordOf<DossierTable>;
  history: readonly FieldHistoryEntry[];
}

/** A customer of a merge with the whole dossier but for the customer record. */
export interface MergeMember {
  customer: Customer;
  records: readonly FiledRecord[];
}

/** What lies in others' dossiers, or in none, and names one of the members. */
export interface Mentions {
  /** Relations to a member that lie in the other's dossier. */
  relations: readonly Relation[];
  /** Customers who were introduced by a member, or name one in a field of their own. */
  customers: readonly Customer[];
  pairs: readonly DistinctPair[];
}

/** One record as it was and as it is becoming. */
interface Draft {
  table: Table;
  id: string;
  /** In whose dossier it lies now, and from whose it came. */
  holder: CustomerId | undefined;
  from: CustomerId | undefined;
  before: AnyRecord;
  now: AnyRecord;
  history: readonly FieldHistoryEntry[];
}

/** The records that a merge touches while it is thought out, step by step. */
export class MergeWorld {
  readonly #drafts = new Map<string, Draft>();
  /** What was touched in this step, as it was before. */
  readonly #step = new Map<string, Draft>();

  put(table: Table, record: AnyRecord, holder?: CustomerId, history: readonly FieldHistoryEntry[] = []): void {
    const draft = { table, id: record.id, holder, from: holder, before: record, now: record, history };
    this.#drafts.set(`${table}/${record.id}`, draft);
  }

  get<T extends Table>(table: T, id: string): RecordOf<T> {
    const draft = this.#drafts.get(`${table}/${id}`);
    if (!draft) throw new Error(`Broken invariant: ${table} is part of the merge`);
    return draft.now as RecordOf<T>;
  }

  *list<T extends Table>(table: T): Generator<{ record: RecordOf<T>; holder: CustomerId | undefined }> {
    for (const draft of this.#drafts.values()) {
      if (draft.table === table) yield { record: draft.now as RecordOf<T>, holder: draft.holder };
    }
  }

  *heldBy(holder: CustomerId): Generator<{ table: Table; record: AnyRecord }> {
    for (const draft of this.#drafts.values()) {
      if (draft.holder === holder) yield { table: draft.table, record: draft.now };
    }
  }

  set(table: Table, id: string, record: AnyRecord, holder?: CustomerId): void {
    const key = `${table}/${id}`;
    const draft = this.#drafts.get(key);
    if (!draft) throw new Error(`Broken invariant: ${table} is part of the merge`);
    if (!this.#step.has(key)) this.#step.set(key, { ...draft });
    draft.now = record;
    if (holder !== undefined) draft.holder = holder;
  }

  /** What was done since this was last asked, in brief. */
  takeTrace(): RecordTrace[] {
    const traces = [...this.#step].flatMap(([key, was]): RecordTrace[] => {
      const draft = this.#drafts.get(key) ?? was;
      const isMoved = draft.holder !== was.holder;
      const names = changedFields(was.now, draft.now);
      if (!isMoved && names.length === 0) return [];
      const fields = Object.fromEntries(names.map((name) => [name, sidesOf(name, was.now, draft.now)]));
      return [
        {
          table: draft.table,
          id: draft.id,
          ...(was.holder !== undefined && { from: was.holder }),
          ...(isMoved && { to: draft.holder }),
          ...(names.length > 0 && { fields }),
        },
      ];
    });
    this.#step.clear();
    return traces;
  }

  /** Everything that has become other than it was. */
  changes(at: string): Change[] {
    return [...this.#drafts.values()].flatMap(({ table, id, before, now, holder, from, history }): Change[] => {
      const isMoved = holder !== from && holder !== undefined && from !== undefined;
      if (!isMoved && changedFields(before, now).length === 0) return [];
      const after = { ...now, version: before.version + 1, updatedAt: at };
      if (isMoved) return moveRecord({ table, id, before, history: [...history] }, from, holder, after);
      return [{ table, id, ...(from !== undefined && { customerId: from }), before, after }];
    });
  }
}

function sidesOf(name: string, before: AnyRecord, after: AnyRecord): { before?: unknown; after?: unknown } {
  return withoutUndefined({ before: fieldOf(before, name), after: fieldOf(after, name) });
}

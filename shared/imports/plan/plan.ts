import type { ImportedRow } from '../../domain/record.ts';
import type { CustomField } from '../../domain/custom-field/custom-field.ts';
import type { CustomerId } from '../../domain/customer/customer.ts';
import type { Dossier } from '../../domain/dossier/dossier.ts';
import type { ImportBatch } from '../../domain/import-batch/import-batch.ts';
import type { Product } from '../../domain/product/product.ts';
import type { RelationKind } from '../../domain/relation-kind/relation-kind.ts';
import type { RecordOf, Table } from '../../domain/tables.ts';
import type { Tag } from '../../domain/tag/tag.ts';
import type { Word } from '../../domain/word/word.ts';
import type { ImportKind } from '../fields.ts';
import type { ReadOptions } from '../row-reader.ts';
import type { Problem } from '../problems.ts';

/** A record without what the engine fills in. */
type Draft<R> = R extends unknown ? Omit<R, 'version' | 'createdAt' | 'updatedAt' | 'deletedAt'> : never;

/**
 * A record to write. `seen` is the version of the record it was merged with: a newer one refuses the import. `from` says which
 * row changed what was there.
 */
export type ImportEdit = {
  [T in Table]: { table: T; id: string; after: Draft<RecordOf<T>>; seen?: number; from?: ImportedRow };
}[Table];

export type MatchKey =
  | { phone: string }
  | { name: string }
  | { code: string }
  | { uscc: string }
  | { email: string }
  | { im: string }
  | { orderNo: string };

export interface MatchHit {
  id: CustomerId;
  name: string;
  phone: string;
}

/** What the plan asks the archive. Phones are match keys (`phoneMatchKey`), order and interaction keys are identity keys. */
export interface ArchiveLookup {
  matches(keys: MatchKey[]): Promise<MatchHit[][]>;
  existing(keys: string[]): Promise<boolean[]>;
  dossiers(ids: CustomerId[]): Promise<Dossier[]>;
  tags(): Promise<Tag[]>;
  customFields(): Promise<CustomField[]>;
  products(): Promise<Product[]>;
  /** For each value of a field of the archive's own (`valueKey`), some of those who have it. */
  holders(fieldId: string, values: string[]): Promise<Pick<MatchHit, 'id' | 'name'>[][]>;
  /** What the user says about the words of lists. */
  words(): Promise<Word[]>;
  /** Kinds of relation, deleted ones too. */
  relationKinds(): Promise<RelationKind[]>;
  /** Receipts of what came in and of what was decided before. */
  receipts(): Promise<ImportBatch[]>;
}

/** What happens to a customer who is already there. */
export const policies = ['fill-empty', 'overwrite', 'skip', 'create-new'] as const;
export type Policy = (typeof policies)[number];

/** A picture that a card holds, as a file of the customer. */
export interface Picture {
  sha256: string;
  sizeBytes: number;
  mediaType: string;
}

export interface PlanOptions extends ReadOptions {
  batchId: string;
  policy: Policy;
  /** Whether a buyer or customer who is not there is created; orders do, contacts do not unless told to. */
  createUnknown: boolean;
  /** The campaign that brought those of the file, where a row names none. */
  campaign?: string | undefined;
  /** Of the rows that come with any, by line: their bytes are in the archive's keeping before anything is written. */
  pictures?: ReadonlyMap<number, readonly Picture[]>;
  newId(): string;
  /** Called now and then with the rows done; may wait, and may throw to stop. */
  onProgress(done: number, total: number): Promise<void>;
}

export type Outcome = 'created' | 'updated' | 'skipped' | 'failed';
export const outcomes: readonly Outcome[] = ['created', 'updated', 'skipped', 'failed'];

/** Why a row was not imported, where no problem says it. */
export const skipReasons = ['no-change', 'exists', 'policy'] as const;
export type SkipReason = (typeof skipReasons)[number];

export interface RowOutcome {
  /** Line of the file or row of the sheet. */
  line: number;
  outcome: Outcome;
  reason?: SkipReason | undefined;
  /** The customer, order or contact the row went into. */
  recordId?: string | undefined;
  problems: Problem[];
}

export type Counts = Readonly<Record<Outcome, number>>;

export interface ImportPlan {
  kind: ImportKind;
  /** In the order to be written, all in one change set; the receipt first. Empty when nothing would change. */
  edits: ImportEdit[];
  /** One for each row read, in the order of the file. */
  rows: RowOutcome[];
  counts: Counts;
  /** Customers that come to be; for orders and contacts those who were in no list. */
  newCustomers: number;
  receipt: Draft<ImportBatch>;
}

/** What the receipt says about the file. */
export interface FileFacts {
  fileName: string;
  sha256: string;
  sizeBytes: number;
  encoding: string;
}

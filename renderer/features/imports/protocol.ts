import type { Choice, Pile } from '#shared/comparison/comparison.ts';
import type { Decision } from '#shared/comparison/kept-decisions.ts';
import type { ComparedFact, Difference } from '#shared/comparison/difference.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { AppError } from '#shared/errors/app-error.ts';
import type { Language } from '#shared/i18n/catalogue.ts';
import type { RowFacts } from '#shared/imports/describe-row.ts';
import type { ImportKind, Target } from '#shared/imports/fields.ts';
import type {
  ArchiveLookup,
  Counts,
  ImportEdit,
  ImportPlan,
  Outcome,
  Policy,
  RowOutcome,
  SkipReason,
} from '#shared/imports/plan/plan.ts';
import type { MendedCell } from '#shared/imports/mend-cells.ts';
import type { Problem } from '#shared/imports/problems.ts';
import type { ProblemGroup } from '#shared/imports/summary.ts';
import type { Encoding } from '#shared/formats/text/decoder.ts';
import type { SheetInfo } from '#shared/formats/table.ts';
import type { Result } from '#shared/lib/result.ts';
import type { Currency } from '#shared/money/currency.ts';

/** What is known of a file once it is open. */
export interface FileDescription {
  fileName: string;
  sizeBytes: number;
  sha256: string;
  format: 'text' | 'workbook' | 'cards';
  /** Text files only; `isEncodingSure` is false when the preview should be looked at. */
  encoding?: Encoding | undefined;
  isEncodingSure: boolean;
  delimiter?: string | undefined;
  sheets: SheetInfo[];
  sheet: number;
}

export interface PreviewColumn {
  header: string;
  target: Target;
  /** The first different values. */
  samples: string[];
  /** Rows in which the column is not empty. */
  filled: number;
}

export interface PreviewRow {
  line: number;
  cells: string[];
  facts: RowFacts;
  problems: Problem[];
}

export interface Preview {
  file: FileDescription;
  kind: ImportKind;
  /** Line of the header; 0 when the table has none. */
  headerLine: number;
  /** The first lines as they stand, to point out the header. */
  top: { line: number; cells: string[] }[];
  columns: PreviewColumn[];
  rows: PreviewRow[];
  totalRows: number;
  problems: ProblemGroup[];
  /** Rows that would not come in: not readable, or no records. */
  failedRows: number;
  skippedRows: number;
  /** Rows about a customer, or a contact person, of an earlier row. */
  duplicateRows: number;
  /** Why nothing can be imported yet: no header found, or no rows below it. */
  error?: AppError | undefined;
}

/** What the user may set otherwise; everything after it is found anew. */
export interface PreviewChange {
  encoding?: Encoding | undefined;
  delimiter?: string | undefined;
  sheet?: number | undefined;
  kind?: ImportKind | undefined;
  /** Line of the header, 0 for none. */
  headerLine?: number | undefined;
  targets?: Target[] | undefined;
  /** Cells that were put right; they stay so, whatever else is changed, until another sheet is chosen. */
  cells?: readonly MendedCell[] | undefined;
}

export interface LeftColumn {
  header: string;
  filled: number;
}

export interface PlanRequest {
  policy: Policy;
  createUnknown: boolean;
  /** The campaign that brought those of the file. */
  campaign?: string | undefined;
}

export interface PlanSummary {
  kind: ImportKind;
  counts: Counts;
  newCustomers: number;
  /** Why rows were skipped, where no problem says it. */
  skipped: { reason: SkipReason; count: number }[];
  edits: number;
  /** Files to be handed to main before the edits that name them. */
  pictures: number;
  /** Columns that stay behind, with the rows that fill them. */
  left: LeftColumn[];
  problems: ProblemGroup[];
  receipt: ImportPlan['receipt'];
}

export interface ImportSettings {
  /** The day of the import, `YYYY-MM-DD`. */
  today: string;
  language: Language;
  /** In what the archive counts. */
  currency: Currency;
}

/** What is shown of a list that is compared: a pile, of differences those in one fact or all. */
export interface ShownLines {
  pile: Exclude<Pile, 'failed' | 'left-out'>;
  fact: ComparedFact | null;
}

/** `mixed`: what was decided of somebody is not all the same, or not all is decided. */
export type ShownChoice = Choice | 'mixed' | null;

/** A line of a pile. `line` is the row of the file that tells of the customer first, `difference` which of theirs it is. */
export type ComparedLine =
  | { is: 'customer'; line: number; name: string; customerId: CustomerId; choice: ShownChoice }
  | ({
      is: 'difference';
      line: number;
      customerId: CustomerId | undefined;
      difference: string;
      choice: ShownChoice;
      names: Readonly<Record<string, string>>;
    } & Pick<Difference, 'fact' | 'label' | 'ours' | 'theirs'>)
  | {
      is: 'new';
      line: number;
      name: string;
      facts: RowFacts;
      resembles: Problem | null;
      isLeftOut: boolean;
      choice: ShownChoice;
    }
  | { is: 'same'; line: number; name: string; customerId: CustomerId };

export interface ComparisonSummary {
  /** Customers of the list in each pile. */
  counts: Readonly<Record<Pile, number>>;
  /** Rows that say nothing of anybody, or cannot be read. */
  unreadableRows: number;
  /** Differences that are to be decided, by fact. */
  facts: { fact: ComparedFact; label: string | undefined; count: number }[];
  /** Decisions that are not written yet. */
  decided: { taken: number; kept: number; added: number; leftOut: number };
  /** Grows when the lines are others. */
  revision: number;
}

/** How much there is to write: edits and pictures are asked for one after the other. */
export interface PlannedDecisions {
  receiptId: string;
  edits: number;
  pictures: number;
}

/** What the page may ask of the worker. One session is one file. */
export interface ImportService {
  open(file: File, settings: ImportSettings): Promise<Preview>;
  change(change: PreviewChange): Promise<Preview>;
  plan(request: PlanRequest): Promise<PlanSummary>;
  /** Rows of the plan with one outcome, or all. */
  outcomes(outcome: Outcome | null, from: number, to: number): Promise<RowOutcome[]>;
  edits(from: number, to: number): Promise<ImportEdit[]>;
  /** A picture that the plan puts on a card, by its place among `PlanSummary.pictures`. */
  picture(index: number): Promise<Uint8Array<ArrayBuffer>>;
  /** Lays the list beside the archive, with what was decided about it before. */
  compare(decisions: readonly Decision[]): Promise<ComparisonSummary>;
  /** Compares again those whom something was written about. */
  compareAgain(customerIds: CustomerId[] | 'many'): Promise<ComparisonSummary>;
  comparedLines(shown: ShownLines, from: number, to: number): Promise<{ total: number; lines: ComparedLine[] }>;
  decide(decision: Decision): Promise<ComparisonSummary>;
  /** What the decisions write; `edits` gives them out. */
  planDecisions(): Promise<PlannedDecisions>;
  /** Who of the archive is in the list. */
  matchedIds(): Promise<CustomerId[]>;
  /** The rows that failed, as a CSV with their reasons. */
  failedRows(): Promise<string>;
}

export interface ImportProgress {
  stage: 'read' | 'check' | 'plan';
  done: number;
  total: number;
  unit: 'bytes' | 'rows';
}

export type ServiceMethod = keyof ImportService;
export type LookupMethod = keyof ArchiveLookup;

export type ToWorker =
  | { type: 'call'; id: number; method: ServiceMethod; args: unknown[] }
  | { type: 'lookup-reply'; id: number; result: Result<unknown, AppError> };

export type ToPage =
  | { type: 'reply'; id: number; result: Result<unknown, AppError> }
  | { type: 'lookup'; id: number; method: LookupMethod; args: unknown[] }
  | { type: 'progress'; progress: ImportProgress };

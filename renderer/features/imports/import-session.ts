import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Decision } from '#shared/comparison/kept-decisions.ts';
import { labelWithTag } from '#shared/custom-fields/label-with-tag.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { AppFailure, failWith } from '#shared/errors/app-error.ts';
import { mediaTypeOf } from '#shared/formats/media-type.ts';
import type { Table } from '#shared/formats/table.ts';
import { writeFailedRows } from '#shared/imports/failed-rows.ts';
import { layOutCards } from '#shared/imports/cards/lay-out-cards.ts';
import { findHeader, layOut, type Layout } from '#shared/imports/find-header.ts';
import {
  skipReasons,
  type ArchiveLookup,
  type FileFacts,
  type ImportEdit,
  type ImportPlan,
  type Outcome,
  type Picture,
  type RowOutcome,
} from '#shared/imports/plan/plan.ts';
import { planImport } from '#shared/imports/plan/plan-import.ts';
import type { ReadOptions } from '#shared/imports/row-reader.ts';
import { readTable, type TableReads } from '#shared/imports/read-table.ts';
import { mendCells, type MendedCell } from '#shared/imports/mend-cells.ts';
import { ProblemTally } from '#shared/imports/summary.ts';
import { assert } from '#shared/lib/assert.ts';
import { buildPreview, describePreviewColumns, rowsBelow } from './build-preview.ts';
import { leftColumns } from './left-columns.ts';
import { openFile, readCardTable, readTextTable, type OpenedFile } from './open-file.ts';
import { ComparisonDesk } from './comparison/comparison-desk.ts';
import type {
  ComparedLine,
  ComparisonSummary,
  FileDescription,
  ImportProgress,
  ImportService,
  ImportSettings,
  PlannedDecisions,
  PlanRequest,
  PlanSummary,
  Preview,
  PreviewChange,
  ShownLines,
} from './protocol.ts';
import { chooseSheet, readSheet } from './read-sheet.ts';

export interface SessionPorts {
  lookup: ArchiveLookup;
  newId(): string;
  onProgress(progress: ImportProgress): void;
  /** Lets messages in; called often. */
  breathe(): Promise<void>;
}

interface Opened {
  settings: ReadOptions;
  source: OpenedFile;
  file: FileDescription;
  table: Table;
  mended: readonly MendedCell[];
  layout: Layout;
  reads: TableReads;
}

/** One file on its way into the archive: opened, looked at, laid out otherwise if need be, planned. Writes nothing itself. */
export class ImportSession implements ImportService {
  readonly #ports: SessionPorts;
  #opened: Opened | undefined;
  #plan: ImportPlan | undefined;
  /** By hash, in the order in which the plan names them. */
  #pictures: ReadonlyMap<string, Uint8Array<ArrayBuffer>> = new Map();
  #comparison: ComparisonDesk | undefined;
  /** What was planned last, be it an import or decisions about a list. */
  #edits: readonly ImportEdit[] = [];
  /** What the archive's own fields are called. */
  #ownLabels: readonly string[] = [];

  constructor(ports: SessionPorts) {
    this.#ports = ports;
  }

  async open(file: File, given: ImportSettings): Promise<Preview> {
    const { lookup } = this.#ports;
    const [words, kinds, customFields] = await Promise.all([
      lookup.words(),
      lookup.relationKinds(),
      lookup.customFields(),
    ]);
    const settings: ReadOptions = { ...given, words, kinds, customFields };
    const onBytes = async (done: number) => {
      this.#ports.onProgress({ stage: 'read', done: Math.round(done), total: file.size, unit: 'bytes' });
      await this.#ports.breathe();
    };
    const source = await openFile(file, onBytes);
    const base = {
      fileName: file.name,
      sizeBytes: file.size,
      sha256: source.sha256,
      format: source.format,
      sheet: 0,
    } as const;
    let description: FileDescription;
    let table: Table;
    if (source.format === 'workbook') {
      const sheet = await chooseSheet(source.workbook);
      description = { ...base, sheet, sheets: source.workbook.sheets, isEncodingSure: true };
      table = await readSheet(source.workbook, sheet, this.#onSheetRows);
    } else if (source.format === 'cards') {
      const { encoding, isSure } = source.encoding;
      description = { ...base, sheets: [], encoding, isEncodingSure: isSure };
      table = await readCardTable(source.file, encoding, settings.language, onBytes);
    } else {
      const { encoding, isSure } = source.encoding;
      const read = await readTextTable(source.file, encoding, undefined, onBytes);
      description = { ...base, sheets: [], encoding, isEncodingSure: isSure, delimiter: read.delimiter };
      table = read.table;
    }
    if (table.rows.length === 0) failWith('import/empty');
    this.#ownLabels = await ownLabels(this.#ports.lookup);
    const layout = guessLayout(table, this.#ownLabels);
    return this.#show({ settings, source, file: description, table, mended: [], layout });
  }

  async change(change: PreviewChange): Promise<Preview> {
    const opened = this.#current();
    this.#plan = undefined;
    const isReread = change.encoding !== undefined || change.delimiter !== undefined || change.sheet !== undefined;
    const reread = isReread ? await this.#reread(opened, change) : opened;
    const added = change.cells ?? [];
    // Cells of another sheet, or parted otherwise, are others.
    const isOtherTable = change.sheet !== undefined || change.delimiter !== undefined;
    const mended = isOtherTable ? added : [...opened.mended, ...added];
    const next = { ...reread, mended, table: mendCells(reread.table, isReread ? mended : added) };
    return this.#show({ ...next, layout: changeLayout(next, change, this.#ownLabels) });
  }

  async plan({ policy, createUnknown, campaign }: PlanRequest): Promise<PlanSummary> {
    const { settings, file, table, layout, reads } = this.#current();
    if (reads.rows.length === 0) failWith('import/no-rows');
    const plan = await planImport(reads, layout, factsOf(file), this.#ports.lookup, {
      ...settings,
      // One may have been made since the file was opened.
      words: await this.#ports.lookup.words(),
      campaign,
      pictures: picturesOf(table).byLine,
      policy,
      createUnknown,
      batchId: this.#ports.newId(),
      newId: () => this.#ports.newId(),
      onProgress: (done, total) => this.#onRows('plan', done, total),
    });
    this.#plan = plan;
    this.#keep(plan.edits);
    const tally = new ProblemTally();
    const below = rowsBelow(table, layout);
    const cellsOf = new Map(below.lines.map((line, at) => [line, below.rows[at] ?? []]));
    for (const row of plan.rows) tally.add(row.line, row.problems, cellsOf.get(row.line) ?? []);
    const { kind, counts, newCustomers, receipt } = plan;
    const skipped = skipReasons.flatMap((reason) => {
      const count = plan.rows.filter((row) => row.reason === reason).length;
      return count > 0 ? [{ reason, count }] : [];
    });
    return {
      kind,
      counts,
      newCustomers,
      skipped,
      receipt,
      edits: plan.edits.length,
      pictures: this.#pictures.size,
      left: leftColumns(describePreviewColumns(layout, below)),
      problems: tally.groups(),
    };
  }

  async outcomes(outcome: Outcome | null, from: number, to: number): Promise<RowOutcome[]> {
    const { rows } = this.#planned();
    return (outcome === null ? rows : rows.filter((row) => row.outcome === outcome)).slice(from, to);
  }

  async edits(from: number, to: number): Promise<ImportEdit[]> {
    return this.#edits.slice(from, to);
  }

  async compare(decisions: readonly Decision[]): Promise<ComparisonSummary> {
    const { settings, file, table, layout, reads } = this.#current();
    if (reads.kind !== 'customers' || reads.rows.length === 0) failWith('import/no-rows');
    const { lookup } = this.#ports;
    const options = {
      ...settings,
      pictures: picturesOf(table).byLine,
      newId: () => this.#ports.newId(),
      onProgress: (done: number, total: number) => this.#onRows('plan', done, total),
    };
    this.#comparison = await ComparisonDesk.start(reads, layout, factsOf(file), { lookup, options }, decisions);
    return this.#comparison.summary();
  }

  compareAgain(customerIds: CustomerId[] | 'many'): Promise<ComparisonSummary> {
    return this.#compared().again(customerIds);
  }

  comparedLines(shown: ShownLines, from: number, to: number): Promise<{ total: number; lines: ComparedLine[] }> {
    return this.#compared().lines(shown, from, to);
  }

  async decide(decision: Decision): Promise<ComparisonSummary> {
    return this.#compared().decide(decision);
  }

  async planDecisions(): Promise<PlannedDecisions> {
    const { receipt, edits } = await this.#compared().plan();
    this.#keep(edits);
    return { receiptId: receipt.id, edits: edits.length, pictures: this.#pictures.size };
  }

  async matchedIds(): Promise<CustomerId[]> {
    return this.#compared().matchedIds();
  }

  #compared(): ComparisonDesk {
    assert(this.#comparison, 'the list is compared');
    return this.#comparison;
  }

  async picture(index: number): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = [...this.#pictures.values()][index];
    assert(bytes, `there is a picture ${index}`);
    return bytes;
  }

  async failedRows(): Promise<string> {
    const { settings, table, layout } = this.#current();
    return writeFailedRows(layout.header, rowsBelow(table, layout), this.#planned().rows, settings.language);
  }

  /** Edits that are to be written, with the pictures that they name. */
  #keep(edits: readonly ImportEdit[]): void {
    const { bytes } = picturesOf(this.#current().table);
    const named = edits.flatMap((edit) => (edit.table === 'attachment' ? edit.after.sha256 : []));
    this.#pictures = new Map(named.flatMap((sha256) => [[sha256, bytes.get(sha256) ?? new Uint8Array()]]));
    this.#edits = edits;
  }

  #current(): Opened {
    assert(this.#opened, 'a file is open');
    return this.#opened;
  }

  #planned(): ImportPlan {
    assert(this.#plan, 'the import is planned');
    return this.#plan;
  }

  async #reread(opened: Opened, change: PreviewChange): Promise<Omit<Opened, 'reads'>> {
    const { source, file } = opened;
    if (source.format === 'workbook') {
      const sheet = change.sheet ?? file.sheet;
      const table = await readSheet(source.workbook, sheet, this.#onSheetRows);
      return { ...opened, file: { ...file, sheet }, table, layout: guessLayout(table, this.#ownLabels) };
    }
    const encoding = change.encoding ?? file.encoding ?? source.encoding.encoding;
    if (source.format === 'cards') {
      const table = await readCardTable(source.file, encoding, opened.settings.language, (done) =>
        this.#onRows('read', Math.round(done), file.sizeBytes),
      );
      const layout = guessLayout(table, this.#ownLabels);
      return { ...opened, file: { ...file, encoding, isEncodingSure: true }, table, layout };
    }
    const { table, delimiter } = await readTextTable(source.file, encoding, change.delimiter, (done) =>
      this.#onRows('read', Math.round(done), file.sizeBytes),
    );
    return {
      ...opened,
      file: { ...file, encoding, delimiter, isEncodingSure: true },
      table,
      layout: guessLayout(table, this.#ownLabels),
    };
  }

  /** Reads the rows as laid out; the plan takes them from here. */
  async #show(opened: Omit<Opened, 'reads'>): Promise<Preview> {
    const { file, table, layout, settings } = opened;
    const reads = await readTable(rowsBelow(table, layout), layout, settings, (done, total) =>
      this.#onRows('check', done, total),
    );
    this.#opened = { ...opened, reads };
    return buildPreview(file, table, layout, reads, settings);
  }

  readonly #onSheetRows = (done: number) => this.#onRows('read', done, 0);

  async #onRows(stage: ImportProgress['stage'], done: number, total: number): Promise<void> {
    this.#ports.onProgress({ stage, done, total, unit: 'rows' });
    await this.#ports.breathe();
  }
}

function factsOf({ fileName, sha256, sizeBytes, encoding }: FileDescription): FileFacts {
  return { fileName, sha256, sizeBytes, encoding: encoding ?? 'xlsx' };
}

/** What columns may be called that fill the archive's own fields. */
async function ownLabels(lookup: ArchiveLookup): Promise<string[]> {
  const [fields, tags] = await Promise.all([lookup.customFields(), lookup.tags()]);
  const tagNames = new Map(tags.map(({ id, name }) => [id, name]));
  return fields
    .filter((field) => field.archived !== true)
    .flatMap(({ label, tagId }) => {
      const tag = tagId === undefined ? undefined : tagNames.get(tagId);
      return tag === undefined ? [label] : [labelWithTag(tag, label), label];
    });
}

/** The header that is surest; without any, customers from the first row on, for the user to set right. */
function guessLayout(table: Table, ownLabels: readonly string[]): Layout {
  if (table.cards) return layOutCards(table.rows, 'customers', ownLabels);
  const found = findHeader(table.rows, ownLabels);
  if (found) return layOut(table.rows, found.row, found.kind, ownLabels);
  return layOut(table.rows, -1, 'customers', ownLabels);
}

function changeLayout(
  { table, layout }: Omit<Opened, 'reads'>,
  change: PreviewChange,
  ownLabels: readonly string[],
): Layout {
  const headerRow =
    change.headerLine === undefined
      ? layout.headerRow
      : change.headerLine === 0
        ? -1
        : table.lines.indexOf(change.headerLine);
  if (change.headerLine !== undefined && change.headerLine !== 0 && headerRow < 0)
    throw new AppFailure({ code: 'import/no-header' });
  const kind = change.kind ?? layout.kind;
  const isSame = headerRow === layout.headerRow && kind === layout.kind;
  const renewed = () =>
    table.cards ? layOutCards(table.rows, kind, ownLabels) : layOut(table.rows, headerRow, kind, ownLabels);
  const next = isSame ? layout : renewed();
  const { targets } = change;
  return targets ? { ...next, targets: next.header.map((_, column) => targets[column] ?? 'ignore') } : next;
}

/** The pictures of cards, described for the plan. */
function picturesOf({ cards }: Table): {
  byLine: ReadonlyMap<number, readonly Picture[]>;
  bytes: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
} {
  const bytes = new Map<string, Uint8Array<ArrayBuffer>>();
  const describe = (each: Uint8Array<ArrayBuffer>): Picture => {
    const hash = bytesToHex(sha256(each));
    bytes.set(hash, each);
    return { sha256: hash, sizeBytes: each.length, mediaType: mediaTypeOf(each.subarray(0, 4096), '') };
  };
  const byLine = new Map([...(cards?.pictures ?? [])].map(([line, all]) => [line, all.map(describe)]));
  return { byLine, bytes };
}

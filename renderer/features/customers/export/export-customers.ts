import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { everyColumn, type ExportColumn, type ExportWords } from '#shared/exports/every-column.ts';
import { narrowest, widest, type Widths } from '#shared/exports/widths.ts';
import { countrySample } from '#shared/imports/row-reader.ts';
import type { Engine } from '../../../engine/client-types.ts';
import { newId } from '../../../platform/ids.ts';
import { callMain } from '../../../platform/main-api.ts';
import { makeCsv, makeVCards, makeWorkbook, type Exported, type FileMaker } from './file-makers.ts';

export const formats = ['xlsx', 'csv', 'vcf'] as const;
export type Format = (typeof formats)[number];

export interface ExportOrder {
  ids: readonly CustomerId[];
  format: Format;
  /** Absent for everything. */
  listColumns: readonly ExportColumn<Exported>[] | undefined;
  words: ExportWords;
  sheetName: string;
}

export interface ExportProgress {
  /** `saving` is main's: it cannot be stopped any more. */
  step: 'reading' | 'writing' | 'saving';
  done: number;
  total: number;
}

const customersAtOnce = 250;
/** Below what one message to main carries. */
const pieceBytes = 4 * 1024 * 1024;

/** Customers as the bytes of a file, in their order, without those who are gone meanwhile; `null` when stopped. */
export async function makeFile(
  engine: Engine,
  { ids, format, listColumns, words, sheetName }: ExportOrder,
  signal: AbortSignal,
  onProgress: (progress: ExportProgress) => void,
): Promise<{ content: Uint8Array<ArrayBuffer>; customers: number } | null> {
  const measures = format !== 'vcf' && listColumns === undefined;
  const total = measures ? 2 * ids.length : ids.length;
  const inParts = async (from: number, work: (part: CustomerId[], at: number) => Promise<void>) => {
    for (let at = 0; at < ids.length && !signal.aborted; at += customersAtOnce) {
      onProgress({ step: 'reading', done: from + at, total });
      await work(ids.slice(at, at + customersAtOnce), at);
    }
  };
  let widths: Widths = narrowest;
  if (measures) {
    await inParts(0, async (part, at) => {
      const needed = await engine.exportWidths(part);
      // The import looks at the first rows only.
      widths = widest(widths, at < countrySample ? needed : { ...needed, foreignLead: 0 });
    });
  }
  if (signal.aborted) return null;
  const maker = makerOf(format, listColumns ?? everyColumn(widths, words), sheetName);
  let customers = 0;
  try {
    await inParts(total - ids.length, async (part) => {
      const found = await engine.exported(part);
      customers += found.length;
      maker.add(found);
    });
    if (signal.aborted) return null;
    onProgress({ step: 'writing', done: total, total });
    const content = await whileNotStopped(signal, maker.finish());
    return content === null ? null : { content, customers };
  } finally {
    maker.stop();
  }
}

function makerOf(format: Format, columns: readonly ExportColumn<Exported>[], sheetName: string): FileMaker {
  if (format === 'vcf') return makeVCards();
  return format === 'csv' ? makeCsv(columns) : makeWorkbook(columns, sheetName);
}

function whileNotStopped<T>(signal: AbortSignal, work: Promise<T>): Promise<T | null> {
  return Promise.race([
    work,
    new Promise<null>((resolve) => {
      signal.addEventListener('abort', () => {
        resolve(null);
      });
    }),
  ]);
}

/** Asks where to, and writes the whole file or nothing. Returns its name, `null` when the person thought better of it. */
export async function saveFile(
  suggestedName: string,
  content: Uint8Array<ArrayBuffer>,
  exported: number,
): Promise<string | null> {
  const gatherId = newId();
  let from = 0;
  for (; content.length - from > pieceBytes; from += pieceBytes) {
    await callMain('files/gather', { gatherId, content: content.slice(from, from + pieceBytes) });
  }
  const rest = content.slice(from);
  const { savedAs } = await callMain('files/save', {
    suggestedName,
    content: rest,
    exported,
    ...(from > 0 && { gatherId }),
  });
  return savedAs;
}

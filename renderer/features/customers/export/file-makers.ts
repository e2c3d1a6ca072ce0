import type { ExportedCustomer } from '#shared/exports/exported-customer.ts';
import type { ExportColumn } from '#shared/exports/export-column.ts';
import { pocketPage, type PocketWords } from '#shared/exports/pocket-page.ts';
import { writeCsv, writeCsvLines } from '#shared/formats/csv/write-csv.ts';
import type { SheetCell } from './write-workbook.ts';
import { writeVCard } from '#shared/formats/vcard/write-vcard.ts';
import { AppFailure, appError } from '#shared/errors/app-error.ts';
import type { CustomerRow } from '../../../engine/api.ts';
import type { ToWorkbook } from './workbook.worker.ts';

export type Exported = ExportedCustomer<CustomerRow>;

/** A file that customers, or their people, are put into, some hundreds at a time. */
export interface FileMaker<Row = Exported> {
  add(rows: readonly Row[]): void;
  finish(): Promise<Uint8Array<ArrayBuffer>>;
  /** Gives up what was made so far. */
  stop(): void;
}

/** A comma-separated file with its headings. */
export function makeCsv<Row>(columns: readonly ExportColumn<Row>[]): FileMaker<Row> {
  const text = textMaker(writeCsv([columns.map(({ header }) => header)]));
  return {
    ...text,
    add: (rows) => {
      if (rows.length > 0) text.append(writeCsvLines(rows.map((each) => columns.map((column) => column.text(each)))));
    },
  };
}

export function makeVCards(): FileMaker {
  const text = textMaker('');
  return {
    ...text,
    add: (customers) => {
      text.append(customers.map(({ customer }) => writeVCard(customer)).join(''));
    },
  };
}

export function makePocketPage(words: PocketWords): FileMaker {
  const { start, entry, end } = pocketPage(words);
  const text = textMaker(start);
  return {
    ...text,
    add: (customers) => {
      text.append(customers.map(entry).join(''));
    },
    finish: () => {
      text.append(end);
      return text.finish();
    },
  };
}

function textMaker(start: string): Omit<FileMaker, 'add'> & { append: (text: string) => void } {
  const encoder = new TextEncoder();
  let pieces = [encoder.encode(start)];
  return {
    append: (text) => {
      pieces.push(encoder.encode(text));
    },
    finish: () => Promise.resolve(joined(pieces)),
    stop: () => {
      pieces = [];
    },
  };
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** A workbook, packed in a worker of its own. */
export function makeWorkbook<Row>(columns: readonly ExportColumn<Row>[], sheetName: string): FileMaker<Row> {
  const worker = new Worker(new URL('./workbook.worker.ts', import.meta.url), { type: 'module', name: 'export' });
  const post = (message: ToWorkbook) => {
    worker.postMessage(message);
  };
  const made = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    const fail = () => {
      reject(new AppFailure(appError('files/write-failed', { reason: 'xlsx' })));
    };
    worker.addEventListener('message', ({ data }: MessageEvent<ArrayBuffer | null>) => {
      if (data === null) fail();
      else resolve(new Uint8Array(data));
    });
    // A worker that dies, for want of memory for example, must not leave the dialog waiting.
    worker.addEventListener('error', fail);
  });
  // Told where it is waited for.
  made.catch(() => undefined);
  post({ type: 'start', sheetName, header: columns.map(({ header }) => header) });
  return {
    add: (rows) => {
      post({ type: 'rows', rows: rows.map((each) => columns.map((column) => cellOf(column, each))) });
    },
    finish: async () => {
      post({ type: 'finish' });
      try {
        return await made;
      } finally {
        worker.terminate();
      }
    },
    stop: () => {
      worker.terminate();
    },
  };
}

const plainNumber = /^-?\d{1,15}(?:\.\d{1,6})?$/;

function cellOf<Row>(column: ExportColumn<Row>, exported: Row): SheetCell {
  const text = column.text(exported);
  return column.isNumber === true && plainNumber.test(text) ? Number(text) : text;
}

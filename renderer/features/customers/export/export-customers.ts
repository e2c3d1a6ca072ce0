import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { contactColumns, contactsOf } from '#shared/exports/contact-columns.ts';
import { everyColumn } from '#shared/exports/every-column.ts';
import type { ExportColumn, ExportWords } from '#shared/exports/export-column.ts';
import { narrowest, widest, type Widths } from '#shared/exports/widths.ts';
import { countrySample } from '#shared/imports/row-reader.ts';
import type { CustomerRow } from '../../../engine/api.ts';
import type { Engine } from '../../../engine/client-types.ts';
import { localToday } from '../../../platform/clock.ts';
import { newId } from '../../../platform/ids.ts';
import { callMain } from '../../../platform/main-api.ts';
import { makeCsv, makePocketPage, makeVCards, makeWorkbook, type Exported, type FileMaker } from './file-makers.ts';

export const formats = ['xlsx', 'csv', 'vcf', 'html'] as const;
export type Format = (typeof formats)[number];

/** Those with a column for each thing; the others are for phones. */
export function isTable(format: Format): format is 'xlsx' | 'csv' {
  return format === 'xlsx' || format === 'csv';
}

export interface ExportOrder {
  ids: readonly CustomerId[];
  format: Format;
  /** Everything about the customers, their contact persons, or the columns of a list. */
  what: 'every' | 'contacts' | { columns: readonly ExportColumn<CustomerRow>[] };
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

/** Customers, or their contact persons, as the bytes of a file, in their order, without those who are gone meanwhile; `null` when stopped. */
export async function makeFile(
  engine: Engine,
  { ids, format, what, words, sheetName }: ExportOrder,
  signal: AbortSignal,
  onProgress: (progress: ExportProgress) => void,
): Promise<{ content: Uint8Array<ArrayBuffer>; exported: number } | null> {
  const measures = isTable(format) && (what === 'every' || what === 'contacts');
  const total = measures ? 2 * ids.length : ids.length;
  /** The next part is asked for before one is worked on, so that neither the engine nor this thread waits for the other. */
  const inParts = async <A>(
    from: number,
    ask: (part: CustomerId[]) => Promise<A>,
    take: (answer: A, at: number) => void,
  ) => {
    const begin = (at: number) => {
      if (at >= ids.length || signal.aborted) return null;
      onProgress({ step: 'reading', done: from + at, total });
      const answer = ask(ids.slice(at, at + customersAtOnce));
      // Told where it is waited for, if it still is.
      answer.catch(() => undefined);
      return { at, answer };
    };
    for (let part = begin(0); part && !signal.aborted; ) {
      const { at, answer } = part;
      const answered = await answer;
      part = begin(at + customersAtOnce);
      take(answered, at);
    }
  };
  const widths = { customers: narrowest, contacts: narrowest };
  if (measures) {
    await inParts(
      0,
      (part) => engine.exportWidths(part),
      ({ customers, contacts }, at) => {
        // The import looks at the first rows only.
        const lead = at < countrySample ? customers.foreignLead : 0;
        widths.customers = widest(widths.customers, { ...customers, foreignLead: lead });
        widths.contacts = widest(widths.contacts, contacts);
      },
    );
  }
  if (signal.aborted) return null;
  const { read, maker } = rowsFor(engine, { format, what, words, sheetName }, widths);
  let exported = 0;
  try {
    await inParts(total - ids.length, read, (put) => {
      exported += put();
    });
    if (signal.aborted) return null;
    onProgress({ step: 'writing', done: total, total });
    const content = await whileNotStopped(signal, maker.finish());
    return content === null ? null : { content, exported };
  } finally {
    maker.stop();
  }
}

interface Rows {
  maker: Pick<FileMaker, 'finish' | 'stop'>;
  /** Answers with what puts these customers into the file and says how many rows they made. */
  read: (part: CustomerId[]) => Promise<() => number>;
}

function rowsFor(
  engine: Engine,
  { format, what, words, sheetName }: Omit<ExportOrder, 'ids'>,
  { customers, contacts }: { customers: Widths; contacts: Widths },
): Rows {
  const reading = <Row>(maker: FileMaker<Row>, ask: (part: CustomerId[]) => Promise<readonly Row[]>): Rows => ({
    maker,
    read: async (part) => {
      const rows = await ask(part);
      return () => {
        maker.add(rows);
        return rows.length;
      };
    },
  });
  const filling = <Row>(maker: FileMaker<Row>, rowsOf: (customer: Exported) => Row[]) =>
    reading(maker, async (part) => (await engine.exported(part)).flatMap(rowsOf));
  const table = <Row>(columns: readonly ExportColumn<Row>[]) =>
    format === 'csv' ? makeCsv(columns) : makeWorkbook(columns, sheetName);
  const itself = (customer: Exported) => [customer];
  if (format === 'vcf') return filling(makeVCards(), itself);
  if (format === 'html') return filling(makePocketPage({ ...words, today: localToday() }), itself);
  if (what === 'contacts') return filling(table(contactColumns(contacts, words)), contactsOf);
  if (what === 'every') return filling(table(everyColumn(customers, words)), itself);
  // What the list shows is at hand; nothing else is read of anybody.
  return reading(table(what.columns), (part) => engine.rowsOf(part, 'anywhere'));
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

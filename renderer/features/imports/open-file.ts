import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { failWith } from '#shared/errors/app-error.ts';
import { readCsvCell } from '#shared/formats/csv/csv-cell.ts';
import { detectDelimiter, readSeparatorLine } from '#shared/formats/csv/detect-delimiter.ts';
import { createCsvReader } from '#shared/formats/csv/read-csv.ts';
import { sniffFile } from '#shared/formats/sniff-file.ts';
import { openLegacyWorkbook } from '#shared/formats/sheets/legacy-workbook.ts';
import { openWorkbook } from '#shared/formats/sheets/open-workbook.ts';
import type { Workbook } from '#shared/formats/sheets/workbook.ts';
import type { Table } from '#shared/formats/table.ts';
import { createDecoder, type Encoding } from '#shared/formats/text/decoder.ts';
import { createEncodingDetector, type DetectedEncoding } from '#shared/formats/text/detect-encoding.ts';
import { textKind } from '#shared/formats/text/text-kind.ts';
import { readCards, type Card } from '#shared/formats/vcard/read-cards.ts';
import type { Language } from '#shared/i18n/catalogue.ts';
import { tableOfCards } from '#shared/imports/cards/card-table.ts';

/** Held whole in memory: more would not fit beside the archive. */
const largestText = 512 * 1024 * 1024;
const largestWorkbook = 256 * 1024 * 1024;
/** With the pictures, which take most of such a file. */
const largestCards = 256 * 1024 * 1024;
/** Characters looked at to find the delimiter and to tell text from markup. */
const sampleLength = 64 * 1024;

/** Cards between two reports of progress. */
const cardsAtOnce = 200;

export type ByteProgress = (doneBytes: number) => Promise<void>;

/** A file that was looked through once: what it is, and how to read it. */
export type OpenedFile =
  | { format: 'workbook'; sha256: string; workbook: Workbook }
  | { format: 'text' | 'cards'; sha256: string; encoding: DetectedEncoding; file: Blob };

/**
 * Looks through a file once. Throws AppFailure `import/empty`, `import/not-a-table`, `import/too-big`, and what
 * `openWorkbook` refuses.
 */
export async function openFile(file: Blob, onProgress: ByteProgress): Promise<OpenedFile> {
  const kind = sniffFile(new Uint8Array(await file.slice(0, 4096).arrayBuffer()));
  if (kind.type === 'empty') return failWith('import/empty');
  if (kind.type === 'other') return failWith('import/not-a-table', { kind: kind.kind });
  if (kind.type === 'text') {
    if (file.size > largestText) failWith('import/too-big', { limitMb: largestText / 1024 / 1024 });
    return scanText(file, onProgress);
  }
  if (file.size > largestWorkbook) failWith('import/too-big', { limitMb: largestWorkbook / 1024 / 1024 });
  const bytes = new Uint8Array(await file.arrayBuffer());
  await onProgress(file.size / 4);
  const workbook = await openWorkbook(bytes, kind.type);
  await onProgress(file.size / 2);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return { format: 'workbook', sha256: bytesToHex(digest), workbook };
}

async function scanText(file: Blob, onProgress: ByteProgress): Promise<OpenedFile> {
  const hash = sha256.create();
  const detector = createEncodingDetector();
  let done = 0;
  for await (const piece of pieces(file)) {
    hash.update(piece);
    detector.push(piece);
    done += piece.length;
    await onProgress(done / 2);
  }
  const encoding = detector.end();
  const digest = bytesToHex(hash.digest());
  const start = createDecoder(encoding.encoding).decode(
    new Uint8Array(await file.slice(0, sampleLength).arrayBuffer()),
    { stream: true },
  );
  if (start.trim() === '' && file.size <= sampleLength) failWith('import/empty');
  const kind = textKind(start);
  if (typeof kind === 'object') failWith('import/not-a-table', kind);
  if (kind === 'markup') {
    const text = createDecoder(encoding.encoding).decode(new Uint8Array(await file.arrayBuffer()));
    return { format: 'workbook', sha256: digest, workbook: await openLegacyWorkbook(text) };
  }
  if (kind === 'cards' && file.size > largestCards) failWith('import/too-big', { limitMb: largestCards / 1024 / 1024 });
  return { format: kind === 'cards' ? 'cards' : 'text', sha256: digest, encoding, file };
}

async function* pieces(file: Blob): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel();
  }
}

/** Reads a text file as a table. The delimiter is found unless given. Throws AppFailure `import/unclosed-quote`. */
export async function readTextTable(
  file: Blob,
  encoding: Encoding,
  wanted: string | undefined,
  onProgress: ByteProgress,
): Promise<{ table: Table; delimiter: string }> {
  const table: Table = { rows: [], lines: [], isDelimited: true };
  const decoder = createDecoder(encoding);
  let start = '';
  let delimiter = wanted ?? '';
  let reader: ReturnType<typeof createCsvReader> | undefined;
  const add = (part: Table): void => {
    for (const [index, cells] of part.rows.entries()) {
      table.rows.push(cells.map(readCsvCell));
      table.lines.push(part.lines[index] ?? 0);
    }
  };
  const begin = (): ReturnType<typeof createCsvReader> => {
    const line = readSeparatorLine(start);
    delimiter ||= line?.delimiter ?? detectDelimiter(start.slice(0, sampleLength));
    const opened = createCsvReader(delimiter, line ? 2 : 1);
    add(opened.push(line ? start.slice(line.length) : start));
    return opened;
  };
  let done = 0;
  for await (const piece of pieces(file)) {
    const text = decoder.decode(piece, { stream: true });
    if (reader) add(reader.push(text));
    else {
      start += text;
      if (start.length >= sampleLength) reader = begin();
    }
    done += piece.length;
    await onProgress(file.size / 2 + done / 2);
  }
  const rest = decoder.decode();
  if (!reader) {
    start += rest;
    reader = begin();
  } else add(reader.push(rest));
  add(reader.end());
  return { table, delimiter };
}

/** Reads a file of vCards as a table, in the language of its headings. */
export async function readCardTable(
  file: Blob,
  encoding: Encoding,
  language: Language,
  onProgress: ByteProgress,
): Promise<Table> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const isWide = encoding === 'utf-16le' || encoding === 'utf-16be';
  const narrow = isWide ? new TextEncoder().encode(createDecoder(encoding).decode(bytes)) : bytes;
  const cards: Card[] = [];
  for (const card of readCards(narrow, isWide ? 'utf-8' : encoding)) {
    cards.push(card);
    if (card.number % cardsAtOnce === 0) await onProgress(file.size / 2);
  }
  await onProgress(file.size);
  return tableOfCards(cards, language);
}

import { streamXlsxRows } from 'hucre/xlsx';
import { AppFailure, failWith } from '../../errors/app-error.ts';
import type { SheetInfo, Table } from '../table.ts';
import { createDecoder } from '../text/decoder.ts';
import { checkZip } from './check-zip.ts';
import { compoundKind } from './compound-file.ts';
import { openLegacyWorkbook } from './legacy-workbook.ts';
import { addRow, type Workbook } from './workbook.ts';

/**
 * Opens a spreadsheet: `.xlsx` and its macro and template kinds; `.xls`, `.xlsb` and `.ods` through the legacy reader.
 * Refuses with `import/encrypted`, `import/too-large`, `import/damaged`, or `import/not-a-table` with what it is instead.
 */
export async function openWorkbook(bytes: Uint8Array, container: 'zip' | 'compound'): Promise<Workbook> {
  if (container === 'compound') {
    const kind = compoundKind(bytes);
    if (kind === 'encrypted') failWith('import/encrypted');
    if (kind !== 'workbook') failWith('import/not-a-table', { kind });
    return openLegacyWorkbook(bytes);
  }
  const { names, kept } = await checkZip(bytes, ['xl/workbook.xml', 'mimetype']);
  const workbook = kept.get('xl/workbook.xml');
  if (workbook) return openXlsx(bytes, readSheetNames(createDecoder('utf-8').decode(workbook)));
  const mimetype = kept.get('mimetype');
  const isOpenDocument =
    mimetype && createDecoder('utf-8').decode(mimetype).startsWith('application/vnd.oasis.opendocument.spreadsheet');
  if (names.includes('xl/workbook.bin') || isOpenDocument) return openLegacyWorkbook(bytes);
  return failWith('import/not-a-table', { kind: zipKind(names) });
}

function zipKind(names: readonly string[]): string {
  if (names.includes('word/document.xml')) return 'Word';
  if (names.includes('ppt/presentation.xml')) return 'PowerPoint';
  if (names.some((name) => name.startsWith('Index/'))) return 'Numbers/Pages';
  if (names.includes('META-INF/MANIFEST.MF')) return 'JAR';
  return 'ZIP';
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(
    /&(?:#(x?)([0-9a-f]+)|(\w+));/gi,
    (whole, hex: string, digits: string | undefined, name: string | undefined) =>
      digits ? String.fromCodePoint(Number.parseInt(digits, hex ? 16 : 10)) : ((name && entities[name]) ?? whole),
  );
}

function readSheetNames(xml: string): SheetInfo[] {
  return [...xml.matchAll(/<(?:\w+:)?sheet\s([^<>]*)>/g)].map((match) => {
    const attributes = match[1] ?? '';
    return {
      name: unescapeXml(
        /\bname\s*=\s*"([^"]*)"/.exec(attributes)?.[1] ?? /\bname\s*=\s*'([^']*)'/.exec(attributes)?.[1] ?? '',
      ),
      isHidden: /\bstate\s*=\s*["'](?:hidden|veryHidden)["']/.test(attributes),
    };
  });
}

function openXlsx(bytes: Uint8Array, sheets: SheetInfo[]): Workbook {
  if (sheets.length === 0) failWith('import/damaged');
  return {
    sheets,
    async *read(sheet) {
      let batch: Table = { rows: [], lines: [] };
      try {
        for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
          if (!addRow(batch, values, index + 1)) continue;
          yield batch;
          batch = { rows: [], lines: [] };
        }
      } catch (error) {
        if (error instanceof AppFailure) throw error;
        throw new AppFailure({ code: 'import/damaged' }, { cause: error });
      }
      if (batch.rows.length > 0) yield batch;
    },
  };
}

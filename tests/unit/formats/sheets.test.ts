import { describe, expect, it } from 'vitest';
import { AppFailure } from '../../../shared/errors/app-error.ts';
import { cellText } from '../../../shared/formats/sheets/cell-text.ts';
import { checkZip } from '../../../shared/formats/sheets/check-zip.ts';
import { openWorkbook } from '../../../shared/formats/sheets/open-workbook.ts';
import { zipSync } from 'fflate';
import {
  encryptedXlsx,
  legacyFile,
  manyEntries,
  prefixedXlsx,
  withDocumentType,
  xlsxFile,
  zipBomb,
} from '../../helpers/import-files.ts';

async function readAll(bytes: Uint8Array, sheet = 0): Promise<{ rows: string[][]; lines: number[] }> {
  const workbook = await openWorkbook(bytes, bytes[0] === 0xd0 ? 'compound' : 'zip');
  const rows: string[][] = [];
  const lines: number[] = [];
  for await (const batch of workbook.read(sheet)) {
    rows.push(...batch.rows);
    lines.push(...batch.lines);
  }
  return { rows, lines };
}

async function refusal(work: () => unknown): Promise<AppFailure['error']> {
  try {
    await work();
  } catch (error) {
    if (error instanceof AppFailure) return error.error;
    throw error;
  }
  throw new Error('nothing was refused');
}

const rows = [
  ['姓名', '电话', '日期', '金额'],
  ['张三', '00123', new Date('2024-01-05T00:00:00Z'), 12.5],
  [null, null, null, null],
  ['李四', 13800138000, new Date('2024-01-05T10:20:00Z'), -3],
];
const texts = [
  ['姓名', '电话', '日期', '金额'],
  ['张三', '00123', '2024-01-05', '12.5'],
  ['李四', '13800138000', '2024-01-05 10:20', '-3'],
];

describe('workbooks', () => {
  it('reads cells as texts and keeps the number of the row', async () => {
    expect(await readAll(await xlsxFile(rows))).toEqual({ rows: texts, lines: [1, 2, 4] });
  });

  it.each(['xls', 'ods', 'xlsb'] as const)('reads %s', async (bookType) => {
    expect(
      (
        await readAll(
          legacyFile(
            rows.filter((cells) => cells[0] !== null),
            bookType,
          ),
        )
      ).rows,
    ).toEqual(texts);
  });

  it('reads prefixed XML without cell references, and a lying dimension', async () => {
    expect(await readAll(prefixedXlsx())).toEqual({
      rows: [
        ['姓名', '电话'],
        ['张三', '00123'],
      ],
      lines: [1, 2],
    });
    expect((await openWorkbook(prefixedXlsx(), 'zip')).sheets).toEqual([{ name: 'A & B', isHidden: false }]);
  });

  it('reads the sheet that is asked for', async () => {
    const bytes = await xlsxFile(rows, '明细', [['月份', '合计']]);
    expect((await openWorkbook(bytes, 'zip')).sheets.map((sheet) => sheet.name)).toEqual(['汇总', '明细']);
    expect((await readAll(bytes, 1)).rows).toEqual(texts);
  });

  it('gives rows in batches', async () => {
    const workbook = await openWorkbook(
      await xlsxFile(Array.from({ length: 2500 }, (_, index) => [`行${index}`])),
      'zip',
    );
    const sizes = [];
    for await (const batch of workbook.read(0)) sizes.push(batch.rows.length);
    expect(sizes).toEqual([1000, 1000, 500]);
  });
});

describe('workbooks that are refused', () => {
  it('refuses an encrypted workbook', async () => {
    expect(await refusal(async () => readAll(await encryptedXlsx([['a']])))).toEqual({ code: 'import/encrypted' });
  });

  it('refuses a workbook cut off at any place', async () => {
    const bytes = await xlsxFile(rows);
    for (const length of [4, 100, 1000, bytes.length - 100, bytes.length - 30, bytes.length - 1]) {
      expect(await refusal(() => readAll(bytes.subarray(0, length)))).toEqual({ code: 'import/damaged' });
    }
  });

  it('refuses sizes that are said to stand behind the end of the file', async () => {
    const [end, entry] = [0, 22];
    const view = new DataView(new ArrayBuffer(entry + 46 + 4));
    view.setUint32(end, 0x06054b50, true);
    view.setUint16(end + 10, 1, true);
    view.setUint32(end + 16, entry, true);
    view.setUint32(entry, 0x02014b50, true);
    view.setUint32(entry + 24, 0xffffffff, true);
    view.setUint16(entry + 30, 4, true);
    view.setUint16(entry + 46, 1, true);
    expect(await refusal(() => checkZip(new Uint8Array(view.buffer), []))).toEqual({ code: 'import/damaged' });
  });

  it('refuses a workbook of which a byte was flipped, or reads it as it was', async () => {
    const bytes = await xlsxFile(rows);
    for (let at = 0; at < bytes.length; at += 41) {
      const flipped = bytes.slice();
      flipped[at] = (flipped[at] ?? 0) ^ 0x10;
      try {
        await readAll(flipped);
      } catch (error) {
        expect(error).toBeInstanceOf(AppFailure);
      }
    }
  });

  it('refuses a zip bomb before it is unpacked', async () => {
    const bomb = zipBomb(32 * 1024 * 1024);
    const started = performance.now();
    expect(await refusal(() => readAll(bomb))).toMatchObject({
      code: 'import/too-large',
      data: { limit: '1:100' },
    });
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  it('does not believe the sizes that entries declare', async () => {
    const bomb = zipBomb(32 * 1024 * 1024);
    const view = new DataView(bomb.buffer);
    for (let at = 0; at + 46 < bomb.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50 || view.getUint32(at, true) === 0x04034b50) {
        const offset = view.getUint32(at, true) === 0x02014b50 ? 24 : 22;
        if (view.getUint32(at + offset, true) === 32 * 1024 * 1024) view.setUint32(at + offset, 1000, true);
      }
    }
    expect((await refusal(() => readAll(bomb))).code).toBe('import/too-large');
  });

  it('refuses an entry of more than 200 MB and a file of more than 10,000 entries', async () => {
    const bytes = await xlsxFile(rows);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at + 46 < bytes.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 300 * 1024 * 1024, true);
    }
    expect(await refusal(() => readAll(bytes))).toEqual({ code: 'import/too-large', data: { limit: '200 MB' } });
    expect(await refusal(() => checkZip(manyEntries(10_001), []))).toEqual({
      code: 'import/too-large',
      data: { limit: '10000' },
    });
  });

  it.each([
    ['xlsx', () => xlsxFile([['姓名'], ['&lol9;'], ['&outside;']])],
    ['ods', () => Promise.resolve(legacyFile([['姓名'], ['&lol9;'], ['&outside;']], 'ods'))],
  ])('makes nothing of what a document type in %s declares', async (_kind, made) => {
    const bytes = withDocumentType(await made());
    const cells = await readAll(bytes).then(
      (table) => table.rows.flat(),
      (error: unknown) => (expect(error).toBeInstanceOf(AppFailure), []),
    );
    // Neither a billion of them, nor a file of this machine.
    for (const cell of cells) expect(['姓名', '&lol9;', '&outside;', '']).toContain(cell);
  });

  it('says what a file is that is no table', async () => {
    const word = zipSync({ 'word/document.xml': new Uint8Array(10) });
    expect(await refusal(() => readAll(word))).toEqual({ code: 'import/not-a-table', data: { kind: 'Word' } });
    expect(await refusal(() => readAll(zipSync({ 'a.txt': new Uint8Array(1) })))).toMatchObject({
      data: { kind: 'ZIP' },
    });
  });
});

describe('cellText', () => {
  it('shows lost digits instead of inventing them', () => {
    expect(cellText(1.5e18)).toBe('1.5E+18');
    expect(cellText(138001380001)).toBe('138001380001');
  });

  it('writes times of day, truth and nothing', () => {
    expect(cellText(new Date('1899-12-31T09:30:00Z'))).toBe('09:30');
    expect(cellText(true)).toBe('TRUE');
    expect(cellText(null)).toBe('');
    expect(cellText(new Date(Number.NaN))).toBe('');
  });
});

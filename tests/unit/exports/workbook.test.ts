import { read, utils } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { writeWorkbook, type SheetCell } from '../../../renderer/features/customers/export/write-workbook.ts';

async function* batches(...each: SheetCell[][][]): AsyncGenerator<SheetCell[][]> {
  yield* each;
}

it('a workbook holds texts as texts, numbers as numbers and no formulas, under headings that stay in view', async () => {
  const rows: SheetCell[][][] = [[['00123', '13800138000', 12.5, '=1+1']], [['', '第一行\n第二行 <&>', -3, '+1']]];
  const stream = await writeWorkbook('客户', ['编号', '电话', '金额', '备注'], batches(...rows));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const { SheetNames, Sheets } = read(bytes, { cellFormula: true });
  expect(SheetNames).toEqual(['客户']);
  const sheet = Sheets['客户'] ?? {};
  expect(utils.sheet_to_json(sheet, { header: 1, defval: '' })).toEqual([
    ['编号', '电话', '金额', '备注'],
    ['00123', '13800138000', 12.5, '=1+1'],
    ['', '第一行\n第二行 <&>', -3, '+1'],
  ]);
  expect(sheet['D2']).toMatchObject({ t: 's' });
  expect(sheet['D2']).not.toHaveProperty('f');
  const xml = new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet1.xml']);
  // Wide enough for what stands in it.
  expect(xml).toMatch(/<col min="2" max="2" width="13"/);
  expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
});

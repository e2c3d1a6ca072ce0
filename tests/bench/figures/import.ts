import { mkdtempSync, openAsBlob, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbook } from '#shared/formats/sheets/open-workbook.ts';
import { lookupIn } from '../../../renderer/features/imports/import-client.ts';
import { ImportSession } from '../../../renderer/features/imports/import-session.ts';
import { newId } from '../../../renderer/platform/ids.ts';
import { dateOf } from '../../samples/days.ts';
import { openBenchEngine } from '../bench-engine.ts';
import type { Figure } from '../figure.ts';
import { tolerance } from './growth.ts';
import { writeImportCsv, writeImportXlsx } from '../import-files.ts';
import { timeOnce } from '../measure.ts';
import { benchToday } from '../record-parts.ts';
import { canOpenInLibreOffice, timeLibreOffice } from '../references/libreoffice.ts';

const rows = 100_000;
/** Fewer, to see how the cost of a row grows with their number. */
const fewRows = 10_000;
/** As many as the screen hands over at a time. */
const editsAtOnce = 250;

/** A hundred thousand customers of twenty columns from a file into an empty archive: read, checked, planned, written. */
export async function measureImport(folder: string): Promise<Figure[]> {
  const files = mkdtempSync(join(folder, 'import-'));
  const csv = join(files, 'customers.csv');
  const xlsx = join(files, 'customers.xlsx');
  const small = join(files, 'small.xlsx');
  const fewCsv = join(files, 'few.csv');
  await writeImportCsv(csv, rows);
  await writeImportCsv(fewCsv, fewRows);
  await writeImportXlsx(xlsx, rows);
  await writeImportXlsx(small, 10);
  const what = `${rows} rows × 20 columns`;
  const fromFew = await timeImport(files, fewCsv);
  const fromCsv = await timeImport(files, csv);
  const fromXlsx = await timeImport(files, xlsx);
  const { ms: readMs } = await timeOnce(() => readWorkbook(xlsx));
  const reference = canOpenInLibreOffice() ? await timeLibreOffice(files, xlsx, small) : undefined;
  rmSync(files, { recursive: true });
  return [
    { name: 'import/csv', what, unit: 's', value: fromCsv.totalMs / 1000, budget: 30 },
    { name: 'import/xlsx', what, unit: 's', value: fromXlsx.totalMs / 1000, budget: 60 },
    {
      name: 'import/xlsx opened',
      what: 'every cell read',
      unit: 's',
      value: readMs / 1000,
      ...(reference !== undefined && { reference: { what: 'LibreOffice, opened', value: reference }, maxRatio: 1 }),
    },
    {
      name: 'import/xlsx preview',
      what: 'opened, every cell checked, who is known',
      unit: 's',
      value: fromXlsx.openedMs / 1000,
    },
    {
      name: 'growth/import',
      what: `of ${fewRows} rows, per row`,
      unit: '×',
      value: fromCsv.totalMs / fromFew.totalMs / (rows / fewRows),
      budget: tolerance,
    },
  ];
}

/** What LibreOffice does too: every cell of the first sheet is there, and nothing more is made of it. */
async function readWorkbook(path: string): Promise<number> {
  const workbook = await openWorkbook(readFileSync(path), 'zip');
  let rowsRead = 0;
  for await (const batch of workbook.read(0)) rowsRead += batch.rows.length;
  if (rowsRead <= rows) throw new Error(`${rowsRead} rows were read`);
  return rowsRead;
}

/** Until the preview is there, and until everything is written. */
async function timeImport(folder: string, path: string): Promise<{ openedMs: number; totalMs: number }> {
  const bench = await openBenchEngine(mkdtempSync(join(folder, 'archive-')));
  const { engine } = bench;
  const session = new ImportSession({
    lookup: lookupIn(engine),
    newId,
    breathe: async () => undefined,
    onProgress: () => undefined,
  });
  const file = new File([await openAsBlob(path)], path);
  const opened = await timeOnce(() =>
    session.open(file, { today: dateOf(benchToday), language: 'zh-CN', currency: 'CNY' }),
  );
  const written = await timeOnce(async () => {
    const plan = await session.plan({ policy: 'fill-empty', createUnknown: false });
    for (let from = 0; from < plan.edits; from += editsAtOnce) {
      await engine.stage('import', await session.edits(from, from + editsAtOnce));
    }
    await engine.commitStaged('import', 'import/customers');
    return plan;
  });
  await bench.close();
  const { failed } = written.result.counts;
  if (failed > 0) throw new Error(`${failed} rows failed`);
  return { openedMs: opened.ms, totalMs: opened.ms + written.ms };
}

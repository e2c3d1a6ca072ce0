import { writeCsv } from '../formats/csv/write-csv.ts';
import type { Table } from '../formats/table.ts';
import type { Language } from '../i18n/catalogue.ts';
import { translate } from '../i18n/translate.ts';
import { problemKey } from './problems.ts';
import type { RowOutcome } from './plan/plan.ts';

/**
 * The rows that were not imported as a CSV of their own: as they stood, with the reason before them. Corrected, it can be
 * imported like the first file; the columns added are not taken for anything.
 */
export function writeFailedRows(
  header: readonly string[],
  table: Table,
  outcomes: readonly RowOutcome[],
  language: Language,
): string {
  const rows: string[][] = [
    [translate(language, 'import.failedRows.line'), translate(language, 'import.failedRows.reason'), ...header],
  ];
  outcomes.forEach((outcome, row) => {
    if (outcome.outcome !== 'failed') return;
    const reasons = outcome.problems
      .filter((problem) => problem.severity === 'error')
      .map((problem) => translate(language, problemKey(problem), problem.values));
    rows.push([String(outcome.line), reasons.join(language === 'zh-CN' ? '；' : '; '), ...(table.rows[row] ?? [])]);
  });
  return writeCsv(rows);
}

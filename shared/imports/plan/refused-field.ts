import { isValidRecord, tableSchemas, type Table } from '../../domain/tables.ts';

/** What the engine will fill in. */
const base = { version: 1, createdAt: '2000-01-01T00:00:00.000Z', updatedAt: '2000-01-01T00:00:00.000Z' };

/** The field for which the archive would refuse a record, `''` for the record as a whole; `undefined` when it takes it. */
export function refusedField(table: Table, draft: object): string | undefined {
  const record = { ...draft, ...base };
  if (isValidRecord(table, record)) return undefined;
  return tableSchemas[table].safeParse(record).error?.issues[0]?.path.join('.') ?? '';
}

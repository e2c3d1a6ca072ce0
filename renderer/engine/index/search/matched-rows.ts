import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import type { CustomerRow } from '../../api.ts';
import type { Columns } from '../columns/columns.ts';
import { rowOf } from '../columns/customer-row.ts';
import { locateByReading, locateInDossier, locateInRow, type Match } from './locate-match.ts';
import type { SearchTerm } from './search-terms.ts';

/** Rows of customers with the place where each was found; `readDossiers` is asked only for what a row does not show. */
export async function matchedRows(
  columns: Columns,
  indexes: ArrayLike<number>,
  terms: readonly SearchTerm[],
  readDossiers: (ids: readonly string[]) => Promise<ReadonlyMap<string, Dossier>>,
): Promise<CustomerRow[]> {
  const rows = Array.from(indexes, (index) => rowOf(columns, index));
  if (terms.length === 0) return rows;
  const matches = rows.map((row, at) => {
    const [reading = ''] = columns.texts.sortName.at(indexes[at] ?? 0).split('\0');
    return locateInRow(terms, { name: row.name, reading, organization: row.organization, phone: row.phone });
  });
  const elsewhere = rows.filter((_, at) => matches[at] === null).map((row) => row.id);
  const dossiers = elsewhere.length > 0 ? await readDossiers(elsewhere) : new Map<string, Dossier>();
  return rows.map((row, at) => {
    const dossier = dossiers.get(row.id);
    const match =
      matches[at] ?? (dossier && locateInDossier(terms, dossier, columns.currency)) ?? byOtherReading(terms, row);
    return match ? { ...row, match } : row;
  });
}

/** Found by how the company is read, or by a reading of the name that is not its usual one. */
function byOtherReading(terms: readonly SearchTerm[], row: CustomerRow): Match | null {
  if (!terms.some((term) => term.kind !== 'text')) return null;
  return (
    locateByReading('organization', row.organization, terms) ??
    locateByReading('name', row.name, terms) ?? { field: 'name', text: row.name, ranges: [[0, row.name.length]] }
  );
}

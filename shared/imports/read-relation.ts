import type { LocalDate } from '../domain/record.ts';
import type { RelationRole } from '../domain/relation/relation-role.ts';
import { readRole } from '../relations/role-names.ts';
import type { Problem } from './problems.ts';
import { readBuyer, type Buyer } from './read-buyer.ts';
import { RowReader, type Columns, type ReadOptions } from './row-reader.ts';

export interface RelationRow {
  near: Buyer;
  /** The contact person of that customer who is meant, if one is. */
  nearContact: string;
  /** What the other is to the near one; absent where it could not be read. */
  role: RelationRole | undefined;
  /** As it is written. */
  roleText: string;
  far: Buyer;
  farContact: string;
  from: LocalDate | undefined;
  until: LocalDate | undefined;
  note: string;
  problems: Problem[];
}

/** Reads a row as how two stand to each other. */
export function readRelation(cells: readonly string[], columns: Columns, options: ReadOptions): RelationRow {
  const row = new RowReader(cells, columns, options);
  const near = readBuyer(row);
  const far = readBuyer(row, { code: 'otherCode', name: 'otherName', phone: 'otherPhone' });
  const cell = row.first('role');
  const role = cell && readRole(cell.text, { kinds: options.kinds ?? [], words: options.words ?? [] });
  if (!cell) row.fail('relation/no-role');
  else if (role === undefined) row.fail('relation/unknown-role', cell.column, { value: cell.text });
  if (far.code === '' && far.name === '' && far.phones.length === 0) row.fail('relation/no-other');
  const from = row.day('from');
  const until = row.day('until');
  const note = [...row.all('note').map(({ text }) => text), ...row.leftovers()].join('\n').slice(0, 2000);
  return {
    near,
    nearContact: row.text('contactName'),
    role,
    roleText: cell?.text ?? '',
    far,
    farContact: row.text('otherContact'),
    from,
    until,
    note,
    problems: row.problems,
  };
}

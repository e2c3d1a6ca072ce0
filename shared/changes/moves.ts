import type { AnyRecord } from '../domain/tables.ts';
import type { Change } from './change-set.ts';

/** A record that went from one dossier into another: two changes of one set, one for each dossier. */
export interface Move {
  leaving: Change & { before: AnyRecord };
  arriving: Change & { after: AnyRecord };
}

/** Tells moves from the other changes of a set. */
export function splitMoves(changes: readonly Change[]): { moves: Move[]; others: readonly Change[] } {
  const departures = new Map<string, Change>();
  for (const change of changes) if (change.after === null) departures.set(keyOf(change), change);
  const moves: Move[] = [];
  if (departures.size === 0) return { moves, others: changes };
  const moved = new Set<Change>();
  for (const change of changes) {
    const leaving = change.before === null ? departures.get(keyOf(change)) : undefined;
    if (!leaving || leaving.customerId === change.customerId) continue;
    moves.push({ leaving: leaving as Move['leaving'], arriving: change as Move['arriving'] });
    moved.add(leaving).add(change);
  }
  return { moves, others: changes.filter((change) => !moved.has(change)) };
}

/** The two changes that bring a record from one dossier into another. */
export function moveRecord(
  { table, id, before, history }: Pick<Change, 'table' | 'id' | 'history'> & { before: AnyRecord },
  from: string,
  to: string,
  after: AnyRecord,
): Change[] {
  const arriving: Change = { table, id, customerId: to, before: null, after };
  return [
    { table, id, customerId: from, before, after: null },
    history && history.length > 0 ? { ...arriving, history } : arriving,
  ];
}

function keyOf({ table, id }: Change): string {
  return `${table}/${id}`;
}

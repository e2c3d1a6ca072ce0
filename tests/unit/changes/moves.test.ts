import { expect, it } from 'vitest';
import type { Change } from '#shared/changes/change-set.ts';
import { moveRecord, splitMoves } from '#shared/changes/moves.ts';
import type { AnyRecord } from '#shared/domain/tables.ts';

const record = { id: 'i1', version: 1 } as AnyRecord;
const talk = { table: 'interaction', id: 'i1' } as const;

it('tells what went from one dossier into another from what only went or only came', () => {
  const moved = moveRecord({ ...talk, before: record }, 'c1', 'c2', { ...record, version: 2 });
  const gone: Change = { ...talk, id: 'i2', customerId: 'c1', before: record, after: null };
  const come: Change = { ...talk, id: 'i3', customerId: 'c2', before: null, after: record };
  const { moves, others } = splitMoves([come, ...moved, gone]);
  expect(moves).toEqual([{ leaving: moved[0], arriving: moved[1] }]);
  expect(others).toEqual([come, gone]);
});

it('takes nothing for moved that goes and comes again where it lies', () => {
  const changes: Change[] = [
    { ...talk, customerId: 'c1', before: record, after: null },
    { ...talk, customerId: 'c1', before: null, after: record },
  ];
  expect(splitMoves(changes)).toEqual({ moves: [], others: changes });
});

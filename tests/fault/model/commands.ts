import * as fc from 'fast-check';
import { aWord } from '../../helpers/any-text.ts';

const customerIds = ['c1', 'c2', 'c3', 'c4', 'c5'] as const;

export type Command =
  | { do: 'put'; id: string; name: string }
  | { do: 'log'; id: string; n: number; text: string }
  | { do: 'delete'; id: string }
  | { do: 'merge'; id: string; other: string }
  | { do: 'unmerge'; id: string }
  | { do: 'import'; from: number; count: number; name: string }
  | { do: 'undo' | 'redo' | 'lock' | 'backup' | 'restore' | 'quiet' }
  | { do: 'crash'; torn: number; wiped: boolean };

/** The commands that write a change set of their own. */
export type Write = Extract<Command, { do: 'put' | 'log' | 'delete' | 'import' | 'merge' | 'unmerge' }>;

const id = fc.constantFrom(...customerIds);
const word = aWord({ minLength: 1, maxLength: 6 });
export const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 10, arbitrary: fc.record({ do: fc.constant('put' as const), id, name: word }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('log' as const), id, n: fc.nat(3), text: word }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('delete' as const), id }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('merge' as const), id, other: id }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('unmerge' as const), id }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('import' as const),
      from: fc.nat(20),
      count: fc.integer({ min: 1, max: 12 }),
      name: word,
    }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('lock' as const, 'quiet' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('backup' as const, 'restore' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('crash' as const),
      torn: fc.constantFrom(0, 0.4, 1),
      wiped: fc.boolean(),
    }),
  },
);

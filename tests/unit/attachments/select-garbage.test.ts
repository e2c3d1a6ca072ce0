import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selectGarbage } from '#shared/attachments/select-garbage.ts';

const none = new Set<string>();

describe('garbage', () => {
  it('is what nothing names, nothing undoes and no snapshot here brings back', () => {
    const stored = { present: ['a'], named: none, fresh: none, unnamedSince: new Map([['a', 10]]) };
    const at = (oldestSnapshotSeq: number | null, firstJournalSeq: number) =>
      selectGarbage(stored, { seq: 20, oldestSnapshotSeq, firstJournalSeq }).garbage;
    expect(at(9, 11)).toEqual([]);
    expect(at(10, 10)).toEqual([]);
    expect(at(10, 11)).toEqual(['a']);
    expect(at(null, 11)).toEqual(['a']);
  });

  it('is never what a record names, came in just now, or was named by any state that can be reached', () => {
    const history = fc.record({
      // Which states, by sequence number, name the file.
      states: fc.array(fc.boolean(), { minLength: 1, maxLength: 30 }),
      // At which of them a snapshot looked.
      looks: fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }),
      oldest: fc.nat(30),
      journal: fc.nat(30),
    });
    fc.assert(
      fc.property(history, ({ states, looks, oldest, journal }) => {
        let unnamedSince: ReadonlyMap<string, number> = new Map();
        let isGone = false;
        states.forEach((isNamed, index) => {
          const seq = index + 1;
          if (!looks[index] || isGone) return;
          const reach = { seq, oldestSnapshotSeq: Math.min(oldest, seq), firstJournalSeq: Math.min(journal, seq + 1) };
          const named = new Set(isNamed ? ['a'] : []);
          const selected = selectGarbage({ present: ['a'], named, fresh: none, unnamedSince }, reach);
          ({ unnamedSince } = selected);
          if (selected.garbage.length === 0) return;
          isGone = true;
          expect(isNamed).toBe(false);
          // Since the last look that found it named, or ever: a snapshot looks at every state that it is.
          const lastNamedLook = states.findLastIndex((was, at) => was && at < index && looks[at]) + 1;
          expect(reach.oldestSnapshotSeq).toBeGreaterThanOrEqual(lastNamedLook);
          expect(reach.firstJournalSeq).toBeGreaterThan(lastNamedLook);
        });
      }),
    );
  });
});

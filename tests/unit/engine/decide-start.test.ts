import { describe, expect, it } from 'vitest';
import type { StoreTotals } from '#shared/ipc/contract.ts';
import type { ArchiveMeta, FoundMeta } from '../../../renderer/engine/archive/rows/archive-meta.ts';
import { areAllThere, decideStart, type JournalStatus } from '../../../renderer/engine/archive/start/decide-start.ts';
import { noTotals } from '../../../renderer/engine/archive/rows/row-totals.ts';

const archive = { archiveId: 'archive-1', generation: 2, contentVersion: 3 };
const counts = { customer: 40 };
const totals: StoreTotals = { ...noTotals, dossiers: { rows: 40, tagSum: '00000000000000aa', lastSeq: 90 } };
const meta: ArchiveMeta = { ...archive, seq: 90, counts, totals, state: 'complete' };
const journal: JournalStatus = {
  generation: 2,
  headSeq: 90,
  headAt: null,
  firstSeq: 51,
  counts,
  snapshot: { name: 'a.kebu', seq: 50, counts },
  damage: null,
  readOnlyReason: null,
  totals: null,
  snapshotDue: false,
};
const empty = { ...journal, headSeq: 0, firstSeq: 1, counts: {}, snapshot: null };
const decide = (status: Partial<JournalStatus>, stored: Partial<ArchiveMeta> | null) =>
  decideStart(
    { ...journal, ...status },
    stored ? { is: 'sealed', meta: { ...meta, ...stored } } : { is: 'missing' },
    archive,
  );
const unsealed = { is: 'unsealed', generation: 2, contentVersion: 3 } as const;
const unbelieved = [{ is: 'missing' }, { is: 'damaged' }, unsealed] as const satisfies FoundMeta[];

describe('the start', () => {
  it('has nothing to do when database and journal are equal', () => {
    expect(decide({}, {})).toEqual({ do: 'nothing', found: 'equal' });
  });

  it('replays what the database does not have yet, as long as the journal still has it', () => {
    expect(decide({}, { seq: 50 })).toEqual({ do: 'replay', found: 'behind' });
    expect(decide({}, { seq: 49 })).toEqual({ do: 'rebuild', found: 'wiped' });
  });

  it.each([
    ['is gone', null],
    ['was being built', { state: 'rebuilding' as const }],
    ['is of another archive', { archiveId: 'archive-2' }],
    ['is of the time before a restore', { generation: 1, seq: 900 }],
  ])('rebuilds a database that %s', (_what, stored) => {
    expect(decide({}, stored)).toEqual({ do: 'rebuild', found: 'wiped' });
  });

  it('writes anew what an older Kebu wrote, and does not call that a loss', () => {
    expect(decide({}, { contentVersion: 2 })).toEqual({ do: 'rebuild', found: 'outdated' });
    expect(decide({}, { contentVersion: 2, generation: 1 })).toEqual({ do: 'rebuild', found: 'wiped' });
  });

  it.each([
    ['counts otherwise', { counts: { customer: 39 } }, {}],
    ['was found out before', { state: 'distrusted' as const, seq: 12 }, {}],
    ['says otherwise of its rows than before', {}, { generation: 2, seq: 90, tables: noTotals }],
  ])('tells of a database that %s, and rebuilds it', (_what, stored, kept) => {
    const totals = 'tables' in kept ? kept : null;
    expect(decide({ totals }, stored)).toEqual({ do: 'rebuild', found: 'damaged' });
  });

  it('counts whether the rows of each table are all there', () => {
    const rows = { dossiers: 40, catalogue: 0, audit: 0 };
    expect(areAllThere(rows, meta)).toBe(true);
    for (const table of ['dossiers', 'catalogue', 'audit'] as const) {
      expect(areAllThere({ ...rows, [table]: rows[table] + 1 }, meta)).toBe(false);
    }
  });

  it('asks main for what the rows amounted to at this very point only', () => {
    const kept = { generation: 2, seq: 90, tables: totals };
    expect(decide({ totals: kept }, {})).toEqual({ do: 'nothing', found: 'equal' });
    for (const other of [{ seq: 89 }, { generation: 1 }]) {
      const totals = { ...kept, tables: noTotals, ...other };
      expect(decide({ totals }, {})).toEqual({ do: 'nothing', found: 'equal' });
    }
    // Half of the next change set was stored.
    const half = { ...kept, tables: noTotals };
    expect(decide({ totals: half, headSeq: 91 }, {})).toEqual({ do: 'replay', found: 'behind' });
  });

  it('writes nothing when the database knows more than the journal', () => {
    expect(decide({}, { seq: 91 })).toEqual({ do: 'read-only', found: 'ahead' });
  });

  it('writes nothing when the database is of a restore that the journal lost', () => {
    expect(decide({}, { generation: 3, seq: 10 })).toEqual({ do: 'read-only', found: 'ahead' });
    expect(decide({}, { generation: 3, archiveId: 'archive-2' })).toEqual({ do: 'rebuild', found: 'wiped' });
  });

  it('writes nothing either when an older Kebu wrote such a database, or it was found out to be damaged', () => {
    for (const state of ['complete', 'distrusted'] as const) {
      for (const contentVersion of [2, 3]) {
        expect(decide({}, { contentVersion, state, seq: 91 })).toEqual({ do: 'read-only', found: 'ahead' });
        expect(decide({}, { contentVersion, state, seq: 90 }).do).toBe(
          contentVersion === 3 && state === 'complete' ? 'nothing' : 'rebuild',
        );
      }
    }
  });

  it('builds anew what does not prove what it says of itself, and names it for what it is', () => {
    const found = unbelieved.map((each) => decideStart(journal, each, archive).found);
    expect(found).toEqual(['wiped', 'damaged', 'outdated']);
    for (const each of unbelieved) expect(decideStart(empty, each, archive).found).toBe('empty');
  });

  it('writes nothing when sealed rows prove more than the journal has, whatever the database says of itself', () => {
    for (const each of unbelieved) {
      expect(decideStart(journal, each, archive, 91)).toEqual({ do: 'read-only', found: 'ahead' });
      expect(decideStart(journal, each, archive, 90).do).toBe('rebuild');
    }
    // What a restore went back behind is meant to go.
    expect(decideStart(journal, { ...unsealed, generation: 1 }, archive, 91).do).toBe('rebuild');
  });

  it('believes in an empty archive only when the journal is whole and empty too', () => {
    expect(decide(empty, null)).toEqual({ do: 'begin', found: 'empty' });
    const lost = { ...empty, damage: { lastGoodSeq: 0, keptBytes: 100 }, readOnlyReason: 'journal-lost' };
    for (const stored of [null, {}, { generation: 3 }, { archiveId: 'archive-2' }]) {
      expect(decide(lost, stored)).toEqual({ do: 'read-only', found: 'ahead' });
    }
  });
});

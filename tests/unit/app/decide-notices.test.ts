import { describe, expect, it } from 'vitest';
import { decideNotices, type NoticeFacts } from '../../../renderer/app/shell/decide-notices.ts';

const damage = { lastGoodSeq: 7, keptBytes: 120 };

const facts = (change: Partial<NoticeFacts> = {}): NoticeFacts => ({
  report: { found: 'equal', damage: null },
  isReadOnly: false,
  space: 'ample',
  repairedCustomers: 0,
  wasRestored: false,
  wasUnclean: false,
  ...change,
});

const opened = (found: NoticeFacts['report']['found'], change: Partial<NoticeFacts> & { isTorn?: boolean } = {}) =>
  decideNotices(facts({ ...change, report: { found, damage: change.isTorn ? damage : null } }));

describe('what is said of an archive that was opened', () => {
  it('is nothing when all is well', () => {
    expect(opened('equal')).toEqual([]);
    expect(opened('empty', { wasUnclean: true })).toEqual([]);
  });

  it('is what the database was made of, and why', () => {
    expect(opened('wiped')).toEqual(['wiped']);
    expect(opened('outdated')).toEqual(['outdated']);
    expect(opened('damaged')).toEqual(['damaged']);
    expect(opened('behind')).toEqual(['behind']);
  });

  it('is the restore where one was asked for, and only then', () => {
    expect(opened('wiped', { wasRestored: true })).toEqual(['restored']);
    expect(opened('damaged', { wasRestored: true })).toEqual(['damaged']);
  });

  it('is a torn journal before what the database lacked of it or how the last run ended', () => {
    expect(opened('equal', { isTorn: true, wasUnclean: true })).toEqual(['torn']);
    expect(opened('behind', { isTorn: true })).toEqual(['torn']);
    expect(opened('equal', { wasUnclean: true })).toEqual(['unclean']);
  });
});

describe('what is most pressing', () => {
  it('comes first: what keeps anything from being written, then the disk, then what was mended', () => {
    const all = facts({ isReadOnly: true, space: 'full', repairedCustomers: 2, wasUnclean: true });
    expect(decideNotices(all)).toEqual(['read-only', 'full', 'repaired', 'unclean']);
    expect(decideNotices({ ...all, space: 'low' })).toEqual(['read-only', 'repaired', 'low', 'unclean']);
  });

  it('says once that nothing can be written when the database knows more than the journal', () => {
    expect(opened('ahead', { isReadOnly: true })).toEqual(['ahead']);
  });
});

import { describe, expect, it } from 'vitest';
import { contentVersion } from '#shared/archive/content.ts';
import { describeChange } from '#shared/changes/describe-change.ts';
import type { Change } from '#shared/changes/change-set.ts';
import { historyOf } from '#shared/changes/field-history.ts';
import { invertChange } from '#shared/changes/invert-change.ts';
import { upgradeChange, upgradePart } from '../../../renderer/engine/archive/rows/upgrade-content.ts';
import { aCustomer, anId } from '../../helpers/builders.ts';

const old = contentVersion - 1;
const stamp = { version: 1, createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z' };
const before = { ...aCustomer({ id: 'c1', name: '张三' }), ...stamp };
const after = { ...before, title: '经理', version: 2 };
const edit: Change = { table: 'customer', id: 'c1', customerId: 'c1', before, after };
const set = { id: 'set-1', at: '2026-01-02T00:00:00.000Z', reason: 'customer/edit' } as const;

/** A step as one may come: what was the title of a person is called a department. */
const up = (table: string, value: unknown): unknown => {
  const renamed = (name: string) => (name === 'title' ? 'department' : name);
  if (table !== 'history') {
    return Object.fromEntries(
      Object.entries(value as object).map(([name, each]: [string, unknown]) => [renamed(name), each]),
    );
  }
  const { entries, ...rest } = value as { entries: { field: string }[] };
  return { ...rest, entries: entries.map((entry) => ({ ...entry, field: renamed(entry.field) })) };
};

describe('what an older Kebu wrote', () => {
  it('is told in fields of now, and taken back in them', () => {
    const change = upgradeChange(edit, old, up);
    expect(describeChange(change).fields).toEqual([{ field: 'department', before: undefined, after: '经理' }]);
    const now = { ...change.after!, name: '张三丰', version: 3 };
    const { inverse, conflicts } = invertChange(change, now, set.at, 'keep');
    expect(conflicts).toEqual([]);
    expect(inverse!.after).toMatchObject({ name: '张三丰', version: 4 });
    expect(inverse!.after).not.toHaveProperty('department');
  });

  it('brings its past along in fields of now when it moves', () => {
    const history = [...historyOf(edit, set)];
    expect(upgradeChange({ ...edit, before: null, history }, old, up).history).toMatchObject([{ field: 'department' }]);
    expect(upgradeChange(edit, old, up)).not.toHaveProperty('history');
  });

  it('is read in parts likewise, and what was written by this Kebu is left alone', () => {
    const part = { customer: [after], history: [...historyOf(edit, set)] };
    const read = upgradePart(anId('c1'), part, old, up);
    expect(read).toMatchObject({ customer: [{ department: '经理' }], history: [{ field: 'department' }] });
    expect(Object.keys(read)).toEqual(['customer', 'history']);
    expect(upgradePart(anId('c1'), part, contentVersion, up)).toBe(part);
    expect(upgradeChange(edit, contentVersion, up)).toBe(edit);
  });
});

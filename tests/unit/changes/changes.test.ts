import { describe, expect, it } from 'vitest';
import type { Change } from '#shared/changes/change-set.ts';
import { historyOf } from '#shared/changes/field-history.ts';
import { invertChange } from '#shared/changes/invert-change.ts';
import { changedFields, isEqualValue, withoutUndefined } from '#shared/changes/record-content.ts';
import { summarizeChanges } from '#shared/changes/summarize.ts';
import type { RecordOf } from '#shared/domain/tables.ts';
import { aCustomer } from '../../helpers/builders.ts';

const at = '2026-03-01T08:00:00.000Z';
const set = { id: 'set-1', at };

function stored(part: Parameters<typeof aCustomer>[0], version = 1): RecordOf<'customer'> {
  return { ...aCustomer(part), version, createdAt: at, updatedAt: at };
}

function change(before: RecordOf<'customer'> | null, after: RecordOf<'customer'> | null): Change {
  return { table: 'customer', id: 'c1', customerId: 'c1', before, after };
}

describe('the content of a record', () => {
  it('is equal whatever the order of fields, and absent equals undefined', () => {
    expect(isEqualValue({ a: 1, b: [{ c: null }] }, { b: [{ c: null, d: undefined }], a: 1 })).toBe(true);
    expect(isEqualValue({ a: [1] }, { a: { 0: 1 } })).toBe(false);
    expect(isEqualValue({ a: null }, {})).toBe(false);
  });

  it('differs in the fields that the user changed, not in those that Kebu keeps', () => {
    const later = { ...stored({ id: 'c1', note: '新' }, 2), updatedAt: '2026-03-02T08:00:00.000Z', deletedAt: at };
    expect(changedFields(stored({ id: 'c1' }), later).toSorted()).toEqual(['deletedAt', 'note']);
  });

  it('keeps a field named __proto__ as data when undefined ones are dropped', () => {
    const copy = withoutUndefined(JSON.parse('{"customFields":{"__proto__":{"polluted":true}}}') as object);
    expect(JSON.stringify(copy)).toBe('{"customFields":{"__proto__":{"polluted":true}}}');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(Object.keys(withoutUndefined({ a: undefined, b: { c: undefined } }))).toEqual(['b']);
  });
});

describe('taking a change back', () => {
  const before = stored({ id: 'c1', name: '王芳' });
  const after = stored({ id: 'c1', name: '王方', note: '新' }, 2);

  it('restores the fields and keeps the version growing', () => {
    const inverse = invertChange(change(before, after), after, at);
    expect(inverse).toMatchObject({ before: after, after: { ...before, version: 3 } });
    expect((inverse as Change).after).not.toHaveProperty('note');
  });

  it('is a conflict when the same field was changed again, or the record is gone', () => {
    expect(invertChange(change(before, after), { ...after, name: '汪方', version: 3 }, at)).toBe('conflict');
    expect(invertChange(change(before, after), null, at)).toBe('conflict');
    expect(invertChange(change(null, before), after, at)).toBe('conflict');
    expect(invertChange(change(before, null), after, at)).toBe('conflict');
  });

  it('has nothing to do where nothing is left of it', () => {
    expect(invertChange(change(null, before), null, at)).toBe('nothing');
  });

  it('brings a removed record back with the next version', () => {
    expect(invertChange(change(before, null), null, at)).toMatchObject({ before: null, after: { version: 2 } });
  });
});

describe('what is told of a change', () => {
  it('shortens long values in the field history', () => {
    const [entry] = historyOf(change(stored({ id: 'c1' }), stored({ id: 'c1', note: '长'.repeat(9000) }, 2)), set);
    expect(entry?.field).toBe('note');
    expect(String(entry?.after)).toHaveLength(4001);
  });

  it('counts changes per table and names the customer when there is one', () => {
    expect(summarizeChanges([change(null, stored({ id: 'c1' }))])).toEqual({
      counts: { customer: 1 },
      customerId: 'c1',
    });
    const two = [{ table: 'order', customerId: 'a' } as const, { table: 'order', customerId: 'b' } as const];
    expect(summarizeChanges(two)).toEqual({ counts: { order: 2 } });
  });
});

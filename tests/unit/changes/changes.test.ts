import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '#shared/changes/change-set.ts';
import { describeChange } from '#shared/changes/describe-change.ts';
import { historyOf } from '#shared/changes/field-history.ts';
import { invertChange } from '#shared/changes/invert-change.ts';
import {
  changedFields,
  fieldOf,
  isEqualValue,
  shareEqualValues,
  withField,
  withoutUndefined,
} from '#shared/changes/record-content.ts';
import { titleOf } from '#shared/changes/record-title.ts';
import { summarizeChanges } from '#shared/changes/summarize.ts';
import type { RecordOf } from '#shared/domain/tables.ts';
import { aCustomer } from '../../helpers/builders.ts';

const at = '2026-03-01T08:00:00.000Z';
const set = { reason: 'customer/edit' as const, id: 'set-1', at };

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
    // What every object inherits is no content.
    expect(isEqualValue({}, { constructor: undefined })).toBe(true);
    expect(fieldOf({ customFields: {} }, 'customFields.constructor')).toBeUndefined();
  });

  it('differs in the fields that the user changed, not in those that Kebu keeps', () => {
    const later = { ...stored({ id: 'c1', note: '新' }, 2), updatedAt: '2026-03-02T08:00:00.000Z', deletedAt: at };
    expect(changedFields(stored({ id: 'c1' }), later).toSorted()).toEqual(['deletedAt', 'note']);
  });

  it('differs in each of the archive’s own fields by itself', () => {
    const was = stored({ id: 'c1', customFields: { a: '1', b: ['x'], c: true } });
    const is = stored({ id: 'c1', customFields: { a: '2', b: ['x'], d: 4 } }, 2);
    expect(changedFields(was, is).toSorted()).toEqual(['customFields.a', 'customFields.c', 'customFields.d']);
    expect([fieldOf(is, 'customFields.a'), fieldOf(is, 'customFields.c')]).toEqual(['2', undefined]);
    expect(withField(is, 'customFields.__proto__', 'x').customFields).toHaveProperty(['__proto__'], 'x');
    expect(withField(is, 'customFields.d', undefined).customFields).toEqual({ a: '2', b: ['x'] });
  });

  it('goes without answers once the last one is taken away, but never without own fields', () => {
    const given = { customFields: { a: '1' }, answers: { phones: 'none' } };
    const neither = withField(withField(given, 'answers.phones', undefined), 'customFields.a', undefined);
    expect(neither).toStrictEqual({ customFields: {} });
    expect(withField(neither, 'answers.phones', 'none')).toStrictEqual({
      customFields: {},
      answers: { phones: 'none' },
    });
  });

  it('is held once where another record holds the same already', () => {
    const was = { a: [{ b: 1 }], c: 'x', d: { e: 1 } };
    const is = JSON.parse('{"a":[{"b":1}],"c":"y","d":{"e":1},"f":2,"__proto__":{"g":1}}') as typeof was;
    const copy = structuredClone(is);
    shareEqualValues(was, is);
    expect(is).toEqual(copy);
    expect([is.a === was.a, is.d === was.d]).toEqual([true, true]);
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
  const edited: RecordOf<'customer'> = { ...after, name: '汪方', version: 3 };

  it('restores the fields and keeps the version growing', () => {
    const { inverse, conflicts } = invertChange(change(before, after), after, at, 'keep');
    expect(conflicts).toEqual([]);
    expect(inverse).toMatchObject({ before: after, after: { ...before, version: 3 } });
    expect(inverse?.after).not.toHaveProperty('note');
  });

  it('keeps a field that was changed again, takes the others back, and tells the conflict', () => {
    const { inverse, conflicts } = invertChange(change(before, after), edited, at, 'keep');
    expect(conflicts).toEqual([
      { table: 'customer', recordId: 'c1', customerId: 'c1', field: 'name', now: '汪方', back: '王芳' },
    ]);
    expect(inverse?.after).toMatchObject({ name: '汪方', version: 4 });
    expect(inverse?.after).not.toHaveProperty('note');
  });

  it('takes later work back too where that is wanted', () => {
    expect(invertChange(change(before, after), edited, at, 'take-back').inverse?.after).toMatchObject({ name: '王芳' });
  });

  it('sees no conflict where the field is as it was before already', () => {
    const again = { ...after, name: '王芳', version: 3 };
    const { inverse, conflicts } = invertChange(change(before, after), again, at, 'keep');
    expect(conflicts).toEqual([]);
    expect(inverse?.after).toMatchObject({ name: '王芳' });
    expect(invertChange(change(before, after), { ...before, version: 3 }, at, 'keep').inverse).toBeNull();
  });

  it('removes a new record, keeps one that was edited since, or puts it into the bin', () => {
    expect(invertChange(change(null, before), before, at, 'keep').inverse).toMatchObject({ after: null });
    const kept = invertChange(change(null, before), edited, at, 'keep');
    expect(kept).toMatchObject({ inverse: null, conflicts: [{ field: '*', now: edited }] });
    const binned = invertChange(change(null, before), edited, at, 'take-back');
    expect(binned.inverse?.after).toEqual({ ...edited, version: 4, updatedAt: at, deletedAt: at });
    expect(invertChange(change(null, before), { ...edited, deletedAt: at }, at, 'keep').conflicts).toEqual([]);
  });

  it('never brings back what is gone for good, whatever is wanted', () => {
    for (const later of ['keep', 'take-back'] as const) {
      const gone = invertChange(change(before, after), null, at, later);
      expect(gone).toMatchObject({ inverse: null, conflicts: [{ field: '*', back: before }] });
    }
  });

  it('has nothing to do where nothing is left of it', () => {
    expect(invertChange(change(null, before), null, at, 'keep')).toEqual({ inverse: null, conflicts: [] });
  });

  it('brings a removed record back with the next version, unless it is there again', () => {
    const back = invertChange(change(before, null), null, at, 'keep');
    expect(back.inverse).toMatchObject({ before: null, after: { version: 2 } });
    expect(invertChange(change(before, null), after, at, 'take-back')).toMatchObject({ inverse: null });
  });

  it('takes one of the archive’s own fields back and leaves those alone that were filled since', () => {
    const was = stored({ id: 'c1', customFields: { size: '80' } });
    const became = stored({ id: 'c1', customFields: { size: '90' } }, 2);
    const now = stored({ id: 'c1', customFields: { size: '90', level: '金' } }, 3);
    const { inverse, conflicts } = invertChange(change(was, became), now, at, 'keep');
    expect(conflicts).toEqual([]);
    expect(inverse?.after).toMatchObject({ customFields: { size: '80', level: '金' } });
    const again = stored({ id: 'c1', customFields: { size: '100', level: '金' } }, 3);
    const kept = invertChange(change(was, became), again, at, 'keep');
    expect(kept).toMatchObject({ inverse: null, conflicts: [{ field: 'customFields.size', now: '100', back: '80' }] });
    expect(historyOf(change(was, now), set)).toMatchObject([
      { field: 'customFields.size', before: '80', after: '90' },
      { field: 'customFields.level', after: '金' },
    ]);
  });

  it('merges own fields key by key, for any three versions', () => {
    const values = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2'), { noNullPrototype: true });
    fc.assert(
      fc.property(values, values, values, (first, second, third) => {
        const [was, became] = [
          stored({ id: 'c1', customFields: first }),
          stored({ id: 'c1', customFields: second }, 2),
        ];
        const now = stored({ id: 'c1', customFields: third }, 3);
        const { inverse } = invertChange(change(was, became), now, at, 'keep');
        const merged = (inverse?.after ?? now) as RecordOf<'customer'>;
        for (const key of ['a', 'b', 'c']) {
          const isTheirs = third[key] !== second[key] || first[key] === second[key];
          expect(merged.customFields[key]).toBe(isTheirs ? third[key] : first[key]);
        }
      }),
    );
  });

  const value = fc.option(fc.constantFrom('甲', '乙', '丙'), { nil: undefined });
  const content = fc.record({
    name: fc.constantFrom('甲', '乙', '丙'),
    note: value,
    organization: value,
    title: value,
  });
  const recordOf = (part: Partial<Record<string, string | undefined>>, version: number) =>
    stored({ id: 'c1', ...part }, version);

  it('leaves later work of other fields alone and the rest as before, for any three versions', () => {
    fc.assert(
      fc.property(content, content, content, (first, second, third) => {
        const was = recordOf(first, 1);
        const became = recordOf(second, 2);
        const now = recordOf(third, 3);
        const kept = invertChange(change(was, became), now, at, 'keep');
        const all = invertChange(change(was, became), now, at, 'take-back');
        const told = new Set(kept.conflicts.map(({ field }) => field));
        for (const field of ['name', 'note', 'organization', 'title'] as const) {
          const isTouched = was[field] !== became[field];
          const isOvertaken = isTouched && now[field] !== became[field] && now[field] !== was[field];
          const keptValue = (kept.inverse?.after ?? now) as typeof now;
          const allValue = (all.inverse?.after ?? now) as typeof now;
          expect(told.has(field)).toBe(isOvertaken);
          expect(keptValue[field]).toBe(isTouched && !isOvertaken ? was[field] : now[field]);
          expect(allValue[field]).toBe(isTouched ? was[field] : now[field]);
        }
      }),
    );
  });
});

describe('what is told of a change', () => {
  it('shortens long values in the field history', () => {
    const [entry] = historyOf(change(stored({ id: 'c1' }), stored({ id: 'c1', note: '长'.repeat(9000) }, 2)), set);
    expect(entry?.field).toBe('note');
    expect(String(entry?.after)).toHaveLength(4001);
  });

  it('says why it was changed and which row of a file said so, and keeps silent about what was typed', () => {
    const from = { batchId: 'b1', row: 12 };
    const edited = { ...change(stored({ id: 'c1' }), stored({ id: 'c1', title: '店长' }, 2)), from };
    expect(historyOf(edited, { ...set, reason: 'import/customers' })).toMatchObject([
      { reason: 'import/customers', from },
    ]);
    const [typed] = historyOf({ ...edited, from: undefined }, set);
    expect(typed).not.toHaveProperty('reason');
    expect(typed).not.toHaveProperty('from');
    const [made] = historyOf({ ...change(null, stored({ id: 'c1' })), from }, { ...set, reason: 'import/customers' });
    expect(made).not.toHaveProperty('from');
    expect(invertChange(edited, edited.after, at, 'keep').inverse).not.toHaveProperty('from');
  });

  it('counts changes per table and names the customer when there is one', () => {
    expect(summarizeChanges([change(null, stored({ id: 'c1' }))])).toEqual({
      counts: { customer: 1 },
      customerId: 'c1',
      one: { table: 'customer', deed: 'created', title: '', fields: [] },
    });
    const one = change(null, stored({ id: 'o1' }));
    const two = [
      { ...one, table: 'order', customerId: 'a' } as const,
      { ...one, table: 'order', id: 'o2', customerId: 'b' } as const,
    ];
    expect(summarizeChanges(two)).toEqual({ counts: { order: 2 } });
  });

  it('says which record it was and which of its fields, and of a customer’s no words', () => {
    const was = stored({ id: 'c1', name: '王芳', note: '旧' });
    const one = (changes: Change[]) => summarizeChanges(changes).one;
    expect(one([change(was, { ...was, note: '新', title: '店长', version: 2 })])).toEqual({
      table: 'customer',
      deed: 'edited',
      title: '',
      fields: ['note', 'title'],
    });
    expect(one([change(was, { ...was, deletedAt: at })])?.deed).toBe('deleted');
    expect(one([change(was, was), change(was, was)])).toBeUndefined();
    const base = { version: 1, createdAt: at, updatedAt: at };
    const tag: Change = { table: 'tag', id: 't', before: null, after: { id: 't', name: '展会', ...base } };
    expect(one([tag])).toEqual({ table: 'tag', deed: 'created', title: '展会', fields: [] });
    const settings: Change = {
      table: 'settings',
      id: 's',
      before: null,
      after: { id: 'settings', binDays: 30, ...base },
    };
    expect(one([settings])).toMatchObject({ deed: 'edited', fields: ['binDays'] });
  });
});

describe('a change in words', () => {
  const before = stored({ id: 'c1', name: '王芳', phones: [] });

  it('tells the fields that differ, and not what Kebu keeps', () => {
    const after = { ...before, note: '新', version: 2, updatedAt: '2026-03-02T08:00:00.000Z' };
    expect(describeChange(change(before, after))).toEqual({
      deed: 'edited',
      fields: [{ field: 'note', before: undefined, after: '新' }],
    });
  });

  it('tells what a new record says, and of the others what became of them', () => {
    const { deed, fields } = describeChange(change(null, before));
    expect(deed).toBe('created');
    expect(fields).toContainEqual({ field: 'name', before: undefined, after: '王芳' });
    expect(fields.map(({ field }) => field)).not.toContain('phones');
    expect(describeChange(change(before, { ...before, deletedAt: at }))).toEqual({ deed: 'deleted', fields: [] });
    expect(describeChange(change({ ...before, deletedAt: at }, before)).deed).toBe('restored');
    expect(describeChange(change(before, null)).deed).toBe('removed');
  });

  it('tells of a file what people know it by', () => {
    const after: RecordOf<'attachment'> = {
      id: 'f1',
      customerId: before.id,
      name: '报价单.txt',
      mediaType: 'text/plain',
      sizeBytes: 10,
      sha256: 'a'.repeat(64),
      addedAt: '2026-03-01T08:00:00',
      origin: { kind: 'manual' },
      version: 1,
      createdAt: at,
      updatedAt: at,
    };
    const { fields } = describeChange({ table: 'attachment', id: 'f1', customerId: before.id, before: null, after });
    expect(fields.map(({ field }) => field)).toEqual(['name', 'sizeBytes', 'addedAt']);
  });

  it('calls a record by its name, or by how its text begins', () => {
    expect(titleOf(before)).toBe('王芳');
    expect(titleOf({ ...before, name: `${'长'.repeat(80)}\n第二行` })).toBe(`${'长'.repeat(60)}…`);
  });
});

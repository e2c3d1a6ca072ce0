import { describe, expect, it } from 'vitest';
import type { Change } from '#shared/changes/change-set.ts';
import type { Contact } from '#shared/domain/contact/contact.ts';
import type { Customer, CustomerId } from '#shared/domain/customer/customer.ts';
import type { DistinctPair } from '#shared/domain/distinct-pair/distinct-pair.ts';
import type { Relation } from '#shared/domain/relation/relation.ts';
import type { AnyRecord } from '#shared/domain/tables.ts';
import type { FiledRecord, Mentions, MergeMember } from '#shared/merge/merge-world.ts';
import { planMerge } from '#shared/merge/plan-merge.ts';
import { changesOfTrace } from '#shared/merge/undo-trace.ts';
import { aCustomer, anId, anInteraction } from '../../helpers/builders.ts';

const at = '2026-03-01T08:00:00.000Z';
const stored = { version: 1, createdAt: at, updatedAt: at };
const origin = { kind: 'manual' as const };

const customer = (id: string): Customer => ({ ...aCustomer({ id, name: `客${id}` }), ...stored });

const filed = (table: FiledRecord['table'], record: object): FiledRecord =>
  ({ table, record: { origin, ...stored, ...record }, history: [] }) as unknown as FiledRecord;

const person = (id: string, customerId: string, part: Partial<Contact> = {}) =>
  filed('contact', { id, customerId, name: id, phones: [], emails: [], ims: [], ...part });

const relation = (
  id: string,
  customerId: string,
  other: Relation['other'],
  part: Partial<Relation> = {},
): Relation => ({ id, customerId: anId(customerId), other, role: 'spouse', origin, ...stored, ...part });

const pair = (id: string, ...between: [string, string]): DistinctPair =>
  ({ id, between: between.map(anId), ...stored }) as DistinctPair;

/** Makes `a` of `a` and `b`. */
function plan({ a = [], b = [], ...mentions }: Partial<Mentions> & { a?: FiledRecord[]; b?: FiledRecord[] }) {
  const members: MergeMember[] = [
    { customer: customer('a'), records: a },
    { customer: customer('b'), records: b },
  ];
  const none = { relations: [], customers: [], pairs: [] };
  const all = { members, mentions: { ...none, ...mentions }, choices: {}, referenceFieldIds: [], at };
  return planMerge({ ...all, mayIntroduce: () => true });
}

/** What becomes of the records of a table; those that stay as they are are not told of. */
function becoming<T extends AnyRecord>(changes: readonly Change[], table: Change['table']): Map<string, T> {
  const ends = changes.filter((change) => change.table === table && change.after !== null);
  return new Map(ends.map(({ id, after }) => [id, after as T]));
}

describe('what comes along', () => {
  it('is counted without what lies in the bin, which comes along too', () => {
    const talk = (id: string, part: object = {}) =>
      filed('interaction', { ...anInteraction({ id, customerId: 'b' }), ...part });
    const { carried, changes } = plan({ b: [talk('i1'), talk('i2', { deletedAt: at })] });
    expect(carried).toMatchObject({ interaction: 1 });
    const held = becoming(changes, 'interaction');
    expect([...held.values()].map((each) => (each as { customerId?: CustomerId }).customerId)).toEqual(['a', 'a']);
  });

  it('leaves the survivor one person to turn to first', () => {
    const isFirst = (first: FiledRecord[]) =>
      becoming<Contact>(plan({ a: first, b: [person('p', 'b', { primary: true })] }).changes, 'contact').get('p')
        ?.primary;
    expect(isFirst([])).toBe(true);
    expect(isFirst([person('q', 'a')])).toBe(true);
    expect(isFirst([person('q', 'a', { primary: true })])).toBeUndefined();
    expect(isFirst([person('q', 'a', { primary: true, deletedAt: at })])).toBe(true);
    // One in the bin stays as it was, for whoever takes it out again.
    const binned = person('p', 'b', { primary: true, deletedAt: at });
    const { changes } = plan({ a: [person('q', 'a', { primary: true })], b: [binned] });
    expect(becoming<Contact>(changes, 'contact').get('p')?.primary).toBe(true);
  });
});

describe('those who are known to be two', () => {
  it('are told apart once, and nobody from themselves', () => {
    const pairs = [pair('ax', 'a', 'x'), pair('bx', 'b', 'x'), pair('by', 'b', 'y'), pair('ab', 'a', 'b')];
    const after = becoming<DistinctPair>(plan({ pairs }).changes, 'distinctPair');
    expect([...after.keys()].sort()).toEqual(['ab', 'bx', 'by']);
    expect([after.get('ab')?.deletedAt, after.get('bx')?.deletedAt]).toEqual([at, at]);
    expect(after.get('by')).toMatchObject({ between: ['a', 'y'] });
    expect(after.get('by')?.deletedAt).toBeUndefined();
  });
});

describe('a relation of the one who goes', () => {
  const x = { customerId: anId('x') };
  const told = (own: Partial<Relation>, other: Partial<Relation>) =>
    plan({
      a: [filed('relation', relation('ra', 'a', x, own))],
      b: [filed('relation', relation('rb', 'b', x, other))],
    });

  it('goes into the bin where the survivor’s says as much or more', () => {
    const { changes, carried } = told({ from: '2020-01-01', note: '同学' }, { note: '同学' });
    expect(becoming<Relation>(changes, 'relation').get('rb')).toMatchObject({ customerId: 'b', deletedAt: at });
    expect(carried.relation).toBe(0);
  });

  it('comes along where it says something of its own', () => {
    const { changes, carried } = told({ from: '2020-01-01' }, { note: '同学' });
    expect(becoming<Relation>(changes, 'relation').get('rb')).toMatchObject({ customerId: 'a', note: '同学' });
    expect(carried.relation).toBe(1);
  });

  it('with the survivor ends, but not one between two of their people', () => {
    const people = { contactId: 'p', other: { customerId: anId('a'), contactId: 'q' } };
    const { changes } = plan({
      b: [
        filed('relation', relation('self', 'b', { customerId: anId('a') })),
        filed('relation', relation('two', 'b', people.other, { contactId: people.contactId })),
      ],
    });
    const after = becoming<Relation>(changes, 'relation');
    expect(after.get('self')?.deletedAt).toBe(at);
    expect(after.get('two')).toMatchObject({ customerId: 'a', ...people });
    expect(after.get('two')?.deletedAt).toBeUndefined();
  });
});

describe('the trace that the merged one keeps', () => {
  it('looks for what came along where it went, and for the rest where it lies', () => {
    const { changes } = plan({
      a: [],
      b: [filed('interaction', anInteraction({ id: 'i1', customerId: 'b' }))],
      customers: [{ ...customer('child'), referrerId: anId('b') }],
    });
    const merged = becoming<Customer>(changes, 'customer').get('b');
    const asked: unknown[] = [];
    const back = changesOfTrace(merged!, (table, id, holder) => {
      asked.push([table, id, holder]);
      const record = becoming(changes, table).get(id) ?? null;
      return record && { record, holder };
    });
    expect(asked).toContainEqual(['interaction', 'i1', 'a']);
    expect(asked).toContainEqual(['customer', 'child', 'child']);
    expect(back.find(({ id }) => id === 'child')).toMatchObject({
      before: { referrerId: 'b' },
      after: { referrerId: 'a' },
    });
  });
});

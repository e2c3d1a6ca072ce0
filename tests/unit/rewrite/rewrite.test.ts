import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rewriteCustomer } from '#shared/rewrite/rewrite.ts';
import { rewriteFilter } from '#shared/rewrite/rewrite-filter.ts';
import type { FilterGroup } from '#shared/filter/filter.ts';
import { aCustomer } from '../../helpers/builders.ts';

const word = fc.constantFrom('a', 'b', 'c', 'd');
const renames = fc.dictionary(word, fc.option(word, { nil: null }), { noNullPrototype: true });

describe('words that are called otherwise', () => {
  it('are the ones that putting each in the place of the other gives', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word), renames, (tagIds, given) => {
        const replaced = tagIds.map((id) => (id in given ? given[id] : id)).filter((id) => typeof id === 'string');
        const after = rewriteCustomer(aCustomer({ id: 'c1', tagIds }), {
          kind: 'words',
          field: 'tagIds',
          renames: given,
        });
        expect(after.tagIds).toEqual([...new Set(replaced)]);
      }),
    );
  });

  it('stand in facts and in fields of the archive’s own', () => {
    const customer = aCustomer({ id: 'c1', industry: '餐饮', customFields: { f: '旧', g: ['旧', '他'] } });
    const rename = { 旧: '新', 餐饮: '饭店' };
    expect(rewriteCustomer(customer, { kind: 'words', field: 'industry', renames: rename }).industry).toBe('饭店');
    expect(rewriteCustomer(customer, { kind: 'words', field: 'custom:f', renames: rename }).customFields['f']).toBe(
      '新',
    );
    const listed = rewriteCustomer(customer, { kind: 'words', field: 'custom:g', renames: rename });
    expect(listed.customFields['g']).toEqual(['新', '他']);
  });

  it('leave the customer alone who has none of them', () => {
    const customer = aCustomer({ id: 'c1', industry: '五金' });
    expect(rewriteCustomer(customer, { kind: 'words', field: 'industry', renames: { 餐饮: '饭店' } })).toBe(customer);
  });

  it('that are taken away leave no empty value behind', () => {
    const customer = aCustomer({ id: 'c1', industry: '餐饮', customFields: { g: ['旧'] } });
    const without = rewriteCustomer(customer, { kind: 'words', field: 'industry', renames: { 餐饮: null } });
    expect('industry' in without).toBe(false);
    expect(rewriteCustomer(customer, { kind: 'words', field: 'custom:g', renames: { 旧: null } }).customFields).toEqual(
      {},
    );
  });
});

describe('a saved question about words that are called otherwise', () => {
  const filter: FilterGroup = {
    join: 'and',
    parts: [
      { field: 'tagIds', test: { is: 'any', of: ['a', 'b'] } },
      { join: 'or', parts: [{ field: 'tagIds', not: true, test: { is: 'all', of: ['a'] } }] },
      { field: 'industry', test: { is: 'equals', text: 'a' } },
    ],
  };

  it('asks for the new ones, at any depth', () => {
    const rewritten = rewriteFilter(filter, { kind: 'words', field: 'tagIds', renames: { a: 'b' } });
    expect(rewritten.parts).toEqual([
      { field: 'tagIds', test: { is: 'any', of: ['b'] } },
      { join: 'or', parts: [{ field: 'tagIds', not: true, test: { is: 'all', of: ['b'] } }] },
      { field: 'industry', test: { is: 'equals', text: 'a' } },
    ]);
  });

  it('asks no more for one of several that is gone', () => {
    const gone = rewriteFilter(filter, { kind: 'words', field: 'tagIds', renames: { a: null } });
    expect(gone.parts[0]).toEqual({ field: 'tagIds', test: { is: 'any', of: ['b'] } });
  });

  it('goes on finding nobody where all that it asks for is gone', () => {
    for (const [field, test] of [
      ['tagIds', { is: 'any', of: ['a'] }],
      ['tagIds', { is: 'all', of: ['a', 'b'] }],
      ['industry', { is: 'equals', text: 'a' }],
    ] as const) {
      const asked: FilterGroup = { join: 'and', parts: [{ field, test } as never] };
      expect(rewriteFilter(asked, { kind: 'words', field, renames: { a: null } })).toBe(asked);
    }
  });

  it('stays the same where it says nothing of it', () => {
    expect(rewriteFilter(filter, { kind: 'words', field: 'industry', renames: { x: 'y' } })).toBe(filter);
  });
});

describe('a field that goes into another one', () => {
  const join = { kind: 'join-fields', fromId: 'a', intoId: 'b' } as const;

  it('brings its value along, and leaves everything where the other has one already', () => {
    const one = aCustomer({ id: 'c1', customFields: { a: 'B12', z: '1' } });
    expect(rewriteCustomer(one, join).customFields).toEqual({ b: 'B12', z: '1' });
    const both = aCustomer({ id: 'c2', customFields: { a: 'B12', b: 'C3' } });
    expect(rewriteCustomer(both, join)).toBe(both);
    const none = aCustomer({ id: 'c3', customFields: { b: 'C3' } });
    expect(rewriteCustomer(none, join)).toBe(none);
  });

  it('is asked for as the other one in saved questions', () => {
    const filter: FilterGroup = { join: 'and', parts: [{ field: 'custom:a', test: { is: 'filled' } }] };
    expect(rewriteFilter(filter, join).parts).toEqual([{ field: 'custom:b', test: { is: 'filled' } }]);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { Word } from '#shared/domain/word/word.ts';
import type { Draft, Edit } from '../../../renderer/engine/api.ts';
import type { EngineMethods } from '../../../renderer/engine/client-types.ts';
import { Machine } from '../../helpers/archive.ts';
import { anId, putCustomer, putRelation } from '../../helpers/builders.ts';

function putWord(part: Draft<Word>): Edit {
  return { table: 'word', id: part.id, after: part };
}

let machine: Machine;
let engine: EngineMethods;

beforeEach(async () => {
  machine = new Machine();
  ({ engine } = await machine.openEngine('2026-03-01'));
  await engine.commit('dictionary/edit', [
    putWord({ id: 'w1', list: 'source', key: 'own:w1', name: '茶博会', place: 1 }),
  ]);
  await engine.commit('import/customers', [
    putCustomer({ id: 'c1', name: '安一', source: 'own:w1', addresses: [{ regionCode: '310115' }] }),
    putCustomer({ id: 'c2', name: '贝二', source: 'fair', addresses: [{ regionCode: '3201' }] }),
    putCustomer({ id: 'c3', name: '陈三' }),
    putRelation({ id: 'r1', customerId: 'c1', other: { customerId: anId('c2') }, role: 'boss' }),
  ]);
});

const sourcesOf = async (): Promise<[string, number][]> => {
  const scheme = (await engine.schemes()).find(({ dimension }) => dimension === 'source');
  expect(scheme?.covered).toBe(scheme?.total);
  return (scheme?.classes ?? []).filter(({ count }) => count > 0).map((each) => [each.class, each.count]);
};
const idsWith = async (field: 'source' | 'region' | 'relations', of: string[]): Promise<string[]> => {
  const { token } = await engine.query('list', {
    text: '',
    filter: { join: 'and', parts: [{ field, test: { is: 'any', of } }] },
    sort: [],
  });
  return (await engine.ids(token)).toSorted();
};

describe('sources of the user’s own', () => {
  it('are classes like the others, which hold every customer exactly once, in the user’s order', async () => {
    expect(await sourcesOf()).toEqual([
      ['own:w1', 1],
      ['fair', 1],
      ['unknown', 1],
    ]);
    expect(await idsWith('source', ['own:w1'])).toEqual(['c1']);
    const { groups } = await engine.query('list', { text: '', sort: [], groupBy: 'source' });
    expect(groups.map((group) => group.class)).toEqual(['own:w1', 'fair', 'unknown']);
    expect((await engine.card(anId('c1'))).classes.find(({ dimension }) => dimension === 'source')?.class).toBe(
      'own:w1',
    );
  });

  it('still hold their customers after a start, and when their word is gone', async () => {
    await engine.commit('dictionary/edit', [{ table: 'word', id: 'w1', after: null }]);
    expect(await sourcesOf()).toEqual([
      ['fair', 1],
      ['own:w1', 1],
      ['unknown', 1],
    ]);
    expect((await engine.keptWords())[0]?.name).toBe('茶博会');
    await engine.close();
    ({ engine } = await machine.openEngine('2026-03-01'));
    expect((await sourcesOf()).map(([key]) => key)).toEqual(['fair', 'own:w1', 'unknown']);
  });

  it('are joined into another with customers and views as one step, which one undo takes back', async () => {
    const filter = {
      join: 'and' as const,
      parts: [{ field: 'source' as const, test: { is: 'any' as const, of: ['own:w1'] } }],
    };
    await engine.commit('view/edit', [
      {
        table: 'listView',
        id: 'v1',
        after: {
          id: 'v1',
          name: '茶',
          place: 1,
          filter,
          sort: [],
          layout: { order: [], shown: {}, widths: {}, pinned: [] },
        },
      },
    ]);
    expect(await engine.valueUse('source')).toContainEqual({ value: 'own:w1', count: 1 });
    await engine.commitRewrite([{ kind: 'words', field: 'source', renames: { 'own:w1': 'fair' } }], 'dictionary/edit', [
      { table: 'word', id: 'w1', after: null },
    ]);
    expect(await sourcesOf()).toEqual([
      ['fair', 2],
      ['unknown', 1],
    ]);
    const [view] = await engine.catalogue('listView');
    expect(await engine.counts(view ? [view.filter] : [])).toEqual([2]);
    await engine.undo();
    expect(await sourcesOf()).toContainEqual(['own:w1', 1]);
    expect(await engine.catalogue('word')).toHaveLength(1);
  });

  it('can be given to many, and nothing else can that is no source', async () => {
    const set = (text: string) => ({ ids: [anId('c3')], change: { kind: 'set', field: 'source', text } }) as const;
    expect((await engine.previewBulk([set('own:nobody')]))?.failing[0]?.problem).toBe('bulk.problem.noChoice');
    await engine.commitBulk([set('own:w1')], 'customer/bulk-edit');
    expect(await idsWith('source', ['own:w1'])).toEqual(['c1', 'c3']);
  });
});

describe('roles and places', () => {
  it('joins a role into another from both sides, with one undo', async () => {
    expect(await engine.valueUse('relations')).toEqual([
      { value: 'boss', count: 1 },
      { value: 'report', count: 1 },
    ]);
    await engine.commitRewrite(
      [{ kind: 'words', field: 'relations', renames: { report: 'employee' } }],
      'dictionary/edit',
      [],
    );
    expect((await engine.dossier(anId('c1'))).relation[0]?.role).toBe('employer');
    expect(await idsWith('relations', ['employee'])).toEqual(['c2']);
    await engine.undo();
    expect(await idsWith('relations', ['report'])).toEqual(['c2']);
  });

  it('asks for a district by its code, and for provinces together', async () => {
    expect(await idsWith('region', ['310115'])).toEqual(['c1']);
    expect(await idsWith('region', ['31', '32'])).toEqual(['c1', 'c2']);
    expect(await idsWith('region', ['310104'])).toEqual([]);
  });
});

describe('relations for a file', () => {
  it('are told once each, with codes, names and contact persons, without whoever lies in the bin', async () => {
    const lists = { phones: [], emails: [], ims: [] };
    await engine.commit('contact/edit', [
      {
        table: 'contact',
        id: 'p1',
        after: { id: 'p1', customerId: anId('c3'), name: '王总', ...lists, origin: { kind: 'manual' } },
      },
    ]);
    await engine.commit('relation/edit', [
      putRelation({
        id: 'r2',
        customerId: 'c3',
        contactId: 'p1',
        other: { name: '老李' },
        role: 'friend',
        note: '同乡',
      }),
      putRelation({ id: 'r3', customerId: 'c2', other: { customerId: anId('c3'), contactId: 'p1' }, role: 'buyer' }),
    ]);
    const lines = await engine.relationLines();
    expect(
      lines.map(({ name, contact, role, otherName, otherContact, note }) => [
        name,
        contact,
        role,
        otherName,
        otherContact,
        note,
      ]),
    ).toEqual([
      ['安一', '', 'boss', '贝二', '', ''],
      ['贝二', '', 'buyer', '陈三', '王总', ''],
      ['陈三', '王总', 'friend', '老李', '', '同乡'],
    ]);
    expect(lines.every(({ code }) => code !== '')).toBe(true);
    await engine.commit('customer/delete', [{ table: 'customer', id: 'c3', after: null }]);
    expect((await engine.relationLines()).map(({ name }) => name)).toEqual(['安一']);
  });
});

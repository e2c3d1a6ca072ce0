import { beforeEach, describe, expect, it } from 'vitest';
import type { EngineMethods } from '../../../renderer/engine/client-types.ts';
import { Machine } from '../../helpers/archive.ts';
import { anId, putCustomer, putOrder } from '../../helpers/builders.ts';

let machine: Machine;
let engine: EngineMethods;

beforeEach(async () => {
  machine = new Machine();
  ({ engine } = await machine.openEngine('2026-03-01'));
  const campaign = { kind: 'fair', from: '2026-02-01', until: '2026-02-03', costFen: 100_000 } as const;
  await engine.commit('dictionary/edit', [
    { table: 'word', id: 'f', after: { id: 'f', list: 'campaign', key: 'own:f', name: '春季建材展', campaign } },
    { table: 'word', id: 'a', after: { id: 'a', list: 'campaign', key: 'own:a', name: '报纸', place: -1 } },
  ]);
  await engine.commit('import/customers', [
    putCustomer({ id: 'c1', name: '安一', campaign: 'own:f' }),
    putCustomer({ id: 'c2', name: '贝二', campaign: 'own:f' }),
    putCustomer({ id: 'c3', name: '陈三', campaign: 'own:a' }),
    putCustomer({ id: 'c4', name: '丁四' }),
    putOrder({ id: 'before', customerId: 'c1', date: '2026-01-31', totalFen: 5_000 }),
    putOrder({ id: 'o1', customerId: 'c1', date: '2026-02-01', totalFen: 20_000 }),
    putOrder({ id: 'o2', customerId: 'c1', date: '2026-02-20', totalFen: 30_000 }),
    putOrder({ id: 'r', customerId: 'c1', date: '2026-02-21', type: 'refund', totalFen: -1_000 }),
    putOrder({ id: 'later', customerId: 'c2', date: '2026-03-02', totalFen: 90_000 }),
    putOrder({ id: 'o3', customerId: 'c3', date: '2025-12-01', totalFen: 700 }),
  ]);
});

const figures = async () => Object.fromEntries((await engine.campaignFigures()).map(({ key, ...rest }) => [key, rest]));

describe('campaigns', () => {
  it('know whom they brought, and what those bought since they began', async () => {
    expect(await figures()).toEqual({
      'own:f': { customers: 2, buyers: 1, purchases: 2, netFen: 49_000 },
      'own:a': { customers: 1, buyers: 1, purchases: 1, netFen: 700 },
    });
    await engine.commit('customer/delete', [{ table: 'customer', id: 'c1', after: null }]);
    expect((await figures())['own:f']).toMatchObject({ customers: 1, purchases: 0 });
    await engine.undo();
    expect((await figures())['own:f']).toMatchObject({ customers: 2, purchases: 2 });
  });

  it('are asked for, put the list into groups in their order, and stand in a column', async () => {
    const asked = await engine.query('asked', {
      text: '',
      filter: { join: 'and', parts: [{ field: 'campaign', test: { is: 'any', of: ['own:f'] } }] },
      sort: [],
    });
    expect((await engine.ids(asked.token)).toSorted()).toEqual(['c1', 'c2']);
    const { groups } = await engine.query('list', { text: '', sort: [], groupBy: 'campaign' });
    expect(groups.map(({ class: key, count }) => [key, count])).toEqual([
      ['own:a', 1],
      ['own:f', 2],
      ['', 1],
    ]);
  });

  it('become one another with their customers, and go along when two customers become one', async () => {
    const renames = { kind: 'words', field: 'campaign', renames: { 'own:a': 'own:f' } } as const;
    await engine.commitRewrite([renames], 'dictionary/edit', [{ table: 'word', id: 'a', after: null }]);
    expect(Object.keys(await figures())).toEqual(['own:f']);
    expect((await figures())['own:f']?.customers).toBe(3);
    await engine.merge({ ids: [anId('c4'), anId('c3')], survivor: anId('c4'), choices: {} });
    expect((await engine.dossier(anId('c4'))).customer.campaign).toBe('own:f');
    await engine.undo();
    expect((await engine.dossier(anId('c4'))).customer).not.toHaveProperty('campaign');
  });

  it('are there again after a restart', async () => {
    const before = await figures();
    await engine.close();
    ({ engine } = await machine.openEngine('2026-03-01'));
    expect(await figures()).toEqual(before);
  });
});

import { describe, expect, it } from 'vitest';
import type { Phone } from '#shared/domain/customer/customer.ts';
import { builtInViews } from '../../../renderer/features/customers/views/built-in-views.ts';
import { Machine } from '../../helpers/archive.ts';
import { putContact, putCustomer, putFollowUp, putOrder } from '../../helpers/builders.ts';

const aPhone = (status?: Phone['status']): Phone => ({ raw: '13800138001', kind: 'mobile', status });

describe('the list of numbers that do not work', () => {
  it('keeps who has a number and none that may work, contact persons included', async () => {
    const { engine } = await new Machine().openEngine('2026-03-01');
    await engine.commit('import/customers', [
      putCustomer({ id: 'dead', phones: [aPhone('vacant'), aPhone('replaced')] }),
      putCustomer({ id: 'none' }),
      putCustomer({ id: 'unverified', phones: [aPhone('suspended'), aPhone()] }),
      putCustomer({ id: 'valid', phones: [aPhone('vacant'), aPhone('valid')] }),
      putCustomer({ id: 'colleague', phones: [aPhone('vacant')] }),
      putContact({ id: 'p', customerId: 'colleague', phones: [aPhone()] }),
    ]);
    const filter = builtInViews.find(({ id }) => id === 'unreachable')?.filter;
    const { token } = await engine.query('list', { text: '', filter, sort: [] });
    expect(await engine.ids(token)).toEqual(['dead']);
  });
});

describe('what was bought', () => {
  it('counts from the first of so many days on, today being the last', async () => {
    const { engine } = await new Machine().openEngine('2026-03-01');
    await engine.commit('import/customers', [
      putCustomer({ id: 'first' }),
      putCustomer({ id: 'before' }),
      putOrder({ id: 'o1', customerId: 'first', date: '2026-01-31' }),
      putOrder({ id: 'o2', customerId: 'before', date: '2026-01-30' }),
    ]);
    const buyers = async (withinDays: number | undefined): Promise<string[]> => {
      const condition = { field: 'bought' as const, withinDays, test: { is: 'any' as const, of: ['龙井'] } };
      const filter = { join: 'and' as const, parts: [condition] };
      const { token } = await engine.query('list', { text: '', filter, sort: [] });
      return (await engine.ids(token)).toSorted();
    };
    expect(await buyers(30)).toEqual(['first']);
    expect(await buyers(31)).toEqual(['before', 'first']);
    expect(await buyers(undefined)).toEqual(['before', 'first']);
  });
});

describe('open follow-ups', () => {
  it('are asked for one by one, not only the earliest', async () => {
    const { engine } = await new Machine().openEngine('2026-03-01');
    await engine.commit('import/customers', [
      ...['both', 'before', 'after', 'done'].map((id) => putCustomer({ id })),
      putFollowUp({ id: 'f1', customerId: 'both', due: '2026-03-02' }),
      putFollowUp({ id: 'f2', customerId: 'both', due: '2026-03-12T09:30' }),
      putFollowUp({ id: 'f3', customerId: 'before', due: '2026-03-02' }),
      putFollowUp({ id: 'f4', customerId: 'after', due: '2026-03-13' }),
      putFollowUp({ id: 'f5', customerId: 'done', due: '2026-03-10', status: 'done' }),
    ]);
    const test = { is: 'days' as const, from: { on: '2026-03-09' as const }, to: { on: '2026-03-12' as const } };
    const filter = { join: 'and' as const, parts: [{ field: 'followUp' as const, test }] };
    const { token } = await engine.query('list', { text: '', filter, sort: [] });
    expect(await engine.ids(token)).toEqual(['both']);
  });
});

describe('names of goods and anniversaries', () => {
  it('are counted by customer, the most frequent first, without who lies in the bin and birthdays', async () => {
    const { engine } = await new Machine().openEngine('2026-03-01');
    const date = { calendar: 'solar', month: 5, day: 1 } as const;
    const lines = [{ text: '螺丝', qtyMilli: 1_000, amountFen: 100 }];
    await engine.commit('import/customers', [
      putCustomer({ id: 'c1', anniversaries: [{ label: '开业', date }] }),
      putCustomer({ id: 'c2', birthday: date, anniversaries: [{ label: '开业', date }] }),
      putCustomer({ id: 'c3', anniversaries: [{ label: '结婚', date }] }),
      putContact({ id: 'p', customerId: 'c1', name: '王总', birthday: date }),
      putOrder({ id: 'o1', customerId: 'c1', lines }),
      putOrder({ id: 'o2', customerId: 'c1' }),
      putOrder({ id: 'o3', customerId: 'c2' }),
      putOrder({ id: 'o4', customerId: 'c2' }),
    ]);
    expect(await engine.valueUse('anniversary')).toEqual([
      { value: '开业', count: 2 },
      { value: '结婚', count: 1 },
    ]);
    expect(await engine.valueUse('bought')).toEqual([
      { value: '龙井', count: 2 },
      { value: '螺丝', count: 1 },
    ]);
    await engine.commit('customer/delete', [{ table: 'customer', id: 'c2', after: null }]);
    expect(await engine.valueUse('bought')).toContainEqual({ value: '龙井', count: 1 });
    expect(await engine.valueUse('anniversary')).toContainEqual({ value: '开业', count: 1 });
  });
});

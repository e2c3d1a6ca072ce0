import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/calendar/day.ts';
import type { Phone } from '#shared/domain/customer/customer.ts';
import { builtInViews } from '../../../renderer/features/customers/views/built-in-views.ts';
import { Machine } from '../../helpers/archive.ts';
import { aCustomer, anId, putCustomer, putOrder } from '../../helpers/builders.ts';

const today = '2026-05-20';
const aPhone = (status?: Phone['status']): Phone => ({ raw: '13800138001', kind: 'mobile', status });
const dueFilter = builtInViews.find(({ id }) => id === 'checkDue')?.filter;

/** Known since long ago, verified so many days before today. */
function aKnown(id: string, verifiedDaysAgo: number | null, more: Partial<Parameters<typeof aCustomer>[0]> = {}) {
  const verified = verifiedDaysAgo === null ? {} : { verifiedOn: addDays(today, -verifiedDaysAgo) };
  return putCustomer({ id, name: id, acquiredOn: '2020-01-01', ...verified, ...more });
}

async function anEngine() {
  const machine = new Machine();
  machine.now = new Date(`${today}T08:00:00.000Z`);
  return (await machine.openEngine(today)).engine;
}

const setDays = (days: object) => ({
  table: 'settings' as const,
  id: 'settings',
  after: { id: 'settings' as const, checkDays: days },
});

describe('checks that are due', () => {
  it('follow the value class and the settings, by the day of the last check or since the customer is known', async () => {
    const engine = await anEngine();
    await engine.commit('import/customers', [
      aKnown('best', 90),
      aKnown('fresh', 89),
      aKnown('visitor', 364),
      aKnown('never', null),
      aKnown('gone', null, { phones: [aPhone('vacant')] }),
      aKnown('new', null, { acquiredOn: today }),
      aKnown('bin', null),
      putOrder({ id: 'o1', customerId: 'best', totalFen: 500_000, date: '2026-05-01' }),
      putOrder({ id: 'o2', customerId: 'fresh', totalFen: 500_000, date: '2026-05-01' }),
    ]);
    await engine.commit('customer/delete', [{ table: 'customer', id: 'bin', after: null }]);
    const due = async () => (await engine.nextChecks([], 10)).map(({ id }) => id);

    expect(await due()).toEqual(['best', 'never']);
    expect(await engine.nextChecks([anId('best')], 1)).toEqual([
      { id: 'never', intervalDays: 365, ageDays: expect.any(Number) as number },
    ]);
    expect((await engine.today()).checksDue).toBe(2);
    expect(await engine.counts(dueFilter ? [dueFilter] : [])).toEqual([2]);
    const { coverage } = await engine.checkUp();
    expect(coverage.find(({ value }) => value === 'none')).toMatchObject({ customers: 4, due: 1, outOfReach: 1 });

    await engine.commit('settings/edit', [setDays({ high: 0, none: 300 })]);
    expect(await due()).toEqual(['never', 'visitor']);
    await engine.undo();
    expect(await due()).toEqual(['best', 'never']);
  });

  it('are as many as going through everybody by hand finds, and nobody comes twice', async () => {
    const someone = fc.record({
      ago: fc.option(fc.integer({ min: 0, max: 800 })),
      known: fc.integer({ min: 0, max: 800 }),
      isGone: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(someone, { maxLength: 12 }), fc.integer({ min: 0, max: 500 }), async (people, none) => {
        const engine = await anEngine();
        await engine.commit('import/customers', [
          setDays({ none }),
          ...people.map(({ ago, known, isGone }, at) =>
            aKnown(`c${at}`, ago, {
              acquiredOn: addDays(today, -known),
              phones: isGone ? [aPhone('suspended')] : [],
            }),
          ),
        ]);
        const byHand = people.filter(
          ({ ago, known, isGone }) => !isGone && none > 0 && (ago === null ? known : ago) >= none,
        ).length;
        const { coverage, due } = await engine.checkUp();
        expect(due).toBe(byHand);
        expect(coverage.reduce((sum, { customers }) => sum + customers, 0)).toBe(people.length);
        const seen = await engine.nextChecks([], 5);
        const rest = await engine.nextChecks(
          seen.map(({ id }) => id),
          50,
        );
        const all = [...seen, ...rest].map(({ id }) => id);
        expect(new Set(all).size).toBe(all.length);
        expect(all).toHaveLength(byHand);
      }),
      { numRuns: 12 },
    );
  });
});

describe('the report of checks', () => {
  it('tells what stands of them, since a day, with the fields that were changed', async () => {
    const engine = await anEngine();
    await engine.commit('import/customers', [aKnown('a', null), aKnown('b', null), aKnown('c', null)]);
    const check = (id: string, reason: 'check/confirm' | 'check/change', more: object) =>
      engine.commit(reason, [aKnown(id, 0, more)]);
    await check('a', 'check/confirm', {});
    await check('b', 'check/change', { title: '采购' });
    await check('c', 'check/confirm', {});
    await engine.undo();
    const { report, names } = await engine.checkReport(today, [anId('c')]);
    expect(report).toEqual({
      confirmed: ['a'],
      changed: [{ customerId: 'b', fields: ['title'] }],
      unreachable: [],
      skipped: ['c'],
    });
    expect(names).toEqual({ a: 'a', b: 'b', c: 'c' });
    expect((await engine.checkReport(addDays(today, 1), [])).report.confirmed).toEqual([]);
    expect((await engine.checkUp()).checked).toBe(2);
  });
});

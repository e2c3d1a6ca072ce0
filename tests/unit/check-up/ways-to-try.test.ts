import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { waysToTry, withoutWork } from '#shared/check-up/ways-to-try.ts';
import { emailStatuses, imStatuses, phoneStatuses, type Customer } from '#shared/domain/customer/customer.ts';
import type { Contact } from '#shared/domain/contact/contact.ts';
import { isUsable, reachesOf } from '#shared/reach/ways.ts';
import { aCustomer } from '../../helpers/builders.ts';

const maybe = <T>(statuses: readonly T[]) => fc.option(fc.constantFrom(...statuses), { nil: undefined });
const lists = fc.record({
  phones: fc.array(
    fc.record({ raw: fc.constant('13800138000'), kind: fc.constant('mobile' as const), status: maybe(phoneStatuses) }),
    { maxLength: 3 },
  ),
  ims: fc.array(
    fc.record({ kind: fc.constant('wechat' as const), account: fc.constant('w'), status: maybe(imStatuses) }),
    { maxLength: 2 },
  ),
  emails: fc.array(fc.record({ address: fc.constant('a@b.cn'), status: maybe(emailStatuses) }), { maxLength: 2 }),
});

describe('what somebody can still be asked by', () => {
  it('is every number, account and mail that may work, the customer’s own numbers first', () => {
    const phone = (raw: string, status?: 'vacant') => ({ raw, kind: 'mobile' as const, ...(status && { status }) });
    const customer = aCustomer({
      id: 'c',
      phones: [phone('1', 'vacant'), phone('2')],
      ims: [{ kind: 'wechat', account: 'w' }],
    }) as Customer;
    const people = [
      { id: 'p', phones: [phone('3')], emails: [] },
      { id: 'q', phones: [phone('4')], emails: [], leftOn: '2026-01-01' },
    ] as unknown as Contact[];
    expect(waysToTry(customer, people).map(({ record, way, at }) => [record.id, way, at])).toEqual([
      ['c', 'phones', 1],
      ['p', 'phones', 0],
      ['c', 'ims', 0],
    ]);
  });

  it('becomes less by one with each that is marked, until nothing is left', () => {
    fc.assert(
      fc.property(lists, (some) => {
        let customer = aCustomer({ id: 'c', ...some }) as Customer;
        for (let left = waysToTry(customer, []).length; left > 0; left -= 1) {
          const [way] = waysToTry(customer, []);
          if (!way) throw new Error('Nothing is left too early');
          const list = withoutWork(way);
          expect(list).toHaveLength(reachesOf(way.way, customer).length);
          customer = { ...customer, [way.way]: list };
          expect(waysToTry(customer, [])).toHaveLength(left - 1);
        }
        expect([...customer.phones, ...customer.ims, ...customer.emails].some(isUsable)).toBe(false);
      }),
    );
  });
});

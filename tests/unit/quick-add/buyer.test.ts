import { expect, it } from 'vitest';
import { readBuyer } from '../../../renderer/features/customers/orders/read-buyer.ts';
import type { CustomerId } from '../../../shared/domain/customer/customer.ts';

const read = (text: string) => {
  const { customer, customers, contacts } = readBuyer('c1' as CustomerId, text, {
    today: '2026-11-30',
    currency: 'CNY',
  });
  return {
    name: customer.name,
    phones: customer.phones.length,
    customers: customers.length,
    contacts: contacts.map(({ named }) => named.text),
  };
};

it('makes whom a buyer names beside a company its contact person', () => {
  expect(read('永兴五金有限公司 0571-85123456 王总 13812345678')).toEqual({
    name: '永兴五金有限公司',
    phones: 1,
    customers: 0,
    contacts: ['王总'],
  });
});

it('takes one person as a buyer without any', () => {
  expect(read('张三 13800138000')).toEqual({ name: '张三', phones: 1, customers: 0, contacts: [] });
});

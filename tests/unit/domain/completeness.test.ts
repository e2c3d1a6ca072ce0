import { describe, expect, it } from 'vitest';
import { completenessPercent, missingFields } from '#shared/domain/customer/completeness.ts';
import type { Contact } from '#shared/domain/contact/contact.ts';
import type { Customer } from '#shared/domain/customer/customer.ts';
import { aCustomer } from '../../helpers/builders.ts';

const at = '2026-03-01T08:00:00.000Z';
const base = { version: 1, createdAt: at, updatedAt: at };
const stored = (part: Partial<Parameters<typeof aCustomer>[0]>): Customer => ({
  ...aCustomer({ id: 'c1', ...part }),
  ...base,
});
const phones: Customer['phones'] = [{ raw: '13800138000', kind: 'mobile' }];
const person: Contact = {
  ...base,
  id: 'p1',
  customerId: stored({}).id,
  name: '李四',
  phones,
  emails: [],
  ims: [],
  origin: { kind: 'manual' },
};

describe('the completeness of a record', () => {
  it('asks of a person for phone, source, birthday and region', () => {
    expect(missingFields(stored({}), [])).toEqual(['phone', 'source', 'birthday', 'region']);
    expect(completenessPercent(stored({}), [])).toBe(20);
    const birthday = { calendar: 'lunar', month: 8, day: 15 } as const;
    const whole = stored({ phones, source: 'store', birthday, addresses: [{ regionCode: '3301' }] });
    expect(completenessPercent(whole, [])).toBe(100);
  });

  it('asks of a company for a contact person or a credit code, and takes the phone of the person', () => {
    const company = stored({ kind: 'company', industry: '茶叶', addresses: [{ regionCode: '33' }] });
    expect(missingFields(company, [])).toEqual(['identity', 'phone']);
    expect(completenessPercent(company, [person])).toBe(100);
  });
});

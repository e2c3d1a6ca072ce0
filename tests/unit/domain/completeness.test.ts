import { describe, expect, it } from 'vitest';
import type { Attachment } from '#shared/domain/attachment/attachment.ts';
import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import {
  completenessPercent,
  missingFields,
  missingOwnFields,
  requiredFields,
  wantedCount,
} from '#shared/domain/customer/completeness.ts';
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

const percentOf = (customer: Customer, contacts: readonly Contact[]): number =>
  completenessPercent(wantedCount(customer.kind), missingFields(customer, contacts).length);

describe('the completeness of a record', () => {
  it('asks of a person for phone, source, birthday and region', () => {
    expect(missingFields(stored({}), [])).toEqual(['phone', 'source', 'birthday', 'region']);
    expect(percentOf(stored({}), [])).toBe(20);
    const birthday = { calendar: 'lunar', month: 8, day: 15 } as const;
    const whole = stored({ phones, source: 'store', birthday, addresses: [{ regionCode: '3301' }] });
    expect(percentOf(whole, [])).toBe(100);
  });

  it('asks of a company for a contact person or a credit code, and takes the phone of the person', () => {
    const company = stored({ kind: 'company', industry: '茶叶', addresses: [{ regionCode: '33' }] });
    expect(missingFields(company, [])).toEqual(['identity', 'phone']);
    expect(percentOf(company, [person])).toBe(100);
  });

  it('asks for the required fields of its kind and tags, be they files, and never for a formula', () => {
    const field = (part: Partial<CustomField> & { id: string }): CustomField => ({
      ...base,
      label: part.id,
      type: 'text',
      options: [],
      required: true,
      ...part,
    });
    const fields = [
      field({ id: '合同', type: 'attachment' }),
      field({ id: '面积' }),
      field({ id: '展位', tagId: 't1' }),
      field({ id: '法人', kinds: ['company'] }),
      field({ id: '得分', type: 'formula' }),
      field({ id: '旧的', archived: true }),
      field({ id: '随意', required: false }),
    ];
    const idsOf = (some: readonly CustomField[]) => some.map(({ id }) => id);
    expect(idsOf(requiredFields(fields, stored({})))).toEqual(['合同', '面积']);
    expect(idsOf(requiredFields(fields, stored({ tagIds: ['t1'], kind: 'company' })))).toEqual([
      '合同',
      '面积',
      '展位',
      '法人',
    ]);
    const contract = { fieldId: '合同' } as Attachment;
    expect(idsOf(missingOwnFields(fields, stored({ customFields: { 面积: '80' } }), []))).toEqual(['合同']);
    expect(idsOf(missingOwnFields(fields, stored({}), [contract]))).toEqual(['面积']);
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { historyOf } from '#shared/changes/field-history.ts';
import { changedFields } from '#shared/changes/record-content.ts';
import type { Attachment } from '#shared/domain/attachment/attachment.ts';
import type { Contact } from '#shared/domain/contact/contact.ts';
import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import { answerWords } from '#shared/domain/customer/answer.ts';
import {
  completenessPercent,
  missingFields,
  missingOwnFields,
  requiredFields,
  wantedCount,
} from '#shared/domain/customer/completeness.ts';
import { customerKinds, type Customer } from '#shared/domain/customer/customer.ts';
import { answersTo, isOpen, withAnswer, withoutAnswered } from '#shared/gaps/answers.ts';
import { gapChoice, gapChoices, readGapChoice } from '#shared/gaps/gap-choices.ts';
import { gapFields, gapsOf, type GapKey } from '#shared/gaps/gap-fields.ts';
import { aCustomer } from '../../helpers/builders.ts';

const stamps = { version: 1, createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z' };
const on = '2026-02-01';
const keys: GapKey[] = [...gapFields, 'custom:f', 'custom:g'];
const fields: CustomField[] = (['f', 'g'] as const).map((id) => ({
  ...stamps,
  id,
  label: id,
  type: id === 'f' ? 'text' : 'attachment',
  options: [],
  required: true,
}));

const maybe = <T>(value: T) => fc.option(fc.constant(value), { nil: undefined });
const someone: fc.Arbitrary<Customer> = fc
  .record({
    kind: fc.constantFrom(...customerKinds),
    phones: fc.constantFrom<Customer['phones']>(
      [],
      [{ raw: '13800138001', kind: 'mobile' }],
      [{ raw: '13800138002', kind: 'mobile', status: 'vacant' }],
    ),
    emails: fc.constantFrom<Customer['emails']>([], [{ address: 'a@b.cn' }]),
    addresses: fc.constantFrom<Customer['addresses']>([], [{ street: '文三路 1 号' }], [{ regionCode: '330106' }]),
    birthday: maybe({ calendar: 'lunar' as const, month: 8, day: 15 }),
    source: maybe('store'),
    industry: maybe('五金'),
    uscc: maybe('91330100MA2ABCDE6X'),
    tagIds: fc.subarray(['t']),
    customFields: fc.constantFrom({}, { f: 'x' }),
    answers: fc.dictionary(
      fc.constantFrom(...keys),
      fc.record({ is: fc.constantFrom(...answerWords), on: fc.constant(on) }),
    ),
  })
  .map((part) => ({ ...aCustomer({ id: 'a', ...part }), ...stamps }));
const contacts = fc.constantFrom<Contact[]>(
  [],
  [
    {
      ...stamps,
      id: 'p',
      customerId: aCustomer({ id: 'a' }).id,
      name: '李四',
      phones: [{ raw: '13800138003', kind: 'mobile' }],
      emails: [{ address: 'li@b.cn' }],
      ims: [],
      origin: { kind: 'manual' },
    },
  ],
);
const files = fc.constantFrom<Attachment[]>([], [{ fieldId: 'g' } as Attachment]);

describe('an answer in place of a value', () => {
  it('never stands beside one, and stays wherever there is none', () => {
    fc.assert(
      fc.property(someone, contacts, files, (customer, people, attachments) => {
        const settled = withoutAnswered(customer, people, attachments);
        const open = keys.filter((key) => isOpen(key, customer, people, attachments));
        expect(Object.keys(settled.answers ?? {}).toSorted()).toEqual(
          open.filter((key) => customer.answers?.[key] !== undefined).toSorted(),
        );
        expect(withoutAnswered(settled, people, attachments)).toBe(settled);
      }),
    );
  });

  it('counts as told: what is missing and how complete a card is are what counting by hand comes to', () => {
    fc.assert(
      fc.property(someone, contacts, files, (given, people, attachments) => {
        const customer = withoutAnswered(given, people, attachments);
        const isTold = (key: GapKey) =>
          !isOpen(key, customer, people, attachments) || customer.answers?.[key] !== undefined;
        const asked: GapKey[] =
          customer.kind === 'person'
            ? ['phones', 'source', 'birthday', 'region', 'custom:f', 'custom:g']
            : ['identity', 'phones', 'region', 'industry', 'custom:f', 'custom:g'];
        const missing = missingFields(customer, people).length + missingOwnFields(fields, customer, attachments).length;
        const wanted = wantedCount(customer.kind) + requiredFields(fields, customer).length;
        expect(wanted).toBe(asked.length + 1);
        expect(missing).toBe(asked.filter((key) => !isTold(key)).length);
        expect(completenessPercent(wanted, missing)).toBe(
          Math.round(((asked.filter(isTold).length + 1) / (asked.length + 1)) * 100),
        );
        for (const key of gapsOf(customer, people)) expect(isTold(key)).toBe(false);
      }),
    );
  });

  it('is a field by itself: told in the history one by one, and gone without a trace when the last is taken back', () => {
    const customer: Customer = { ...aCustomer({ id: 'a' }), ...stamps };
    const answered = withAnswer(customer, 'emails', { is: 'none', on });
    expect(changedFields(customer, answered)).toEqual(['answers.emails']);
    expect(withAnswer(answered, 'emails', undefined)).toEqual(customer);
    const both = withAnswer(answered, 'birthday', { is: 'untold', on });
    const change = { table: 'customer', id: 'a', before: answered, after: both } as const;
    expect(historyOf(change, { id: 's', at: '2026-02-01T00:00:00.000Z', reason: 'customer/edit' })).toMatchObject([
      { field: 'answers.birthday', after: { is: 'untold', on } },
    ]);
  });

  it('is only what makes sense: nobody has no birthday, and nobody keeps a tag secret', () => {
    expect(answersTo('emails')).toEqual(['none', 'untold']);
    expect(answersTo('custom:f')).toEqual(['none', 'untold']);
    expect(answersTo('birthday')).toEqual(['untold']);
    expect(answersTo('tagIds')).toEqual(['none']);
  });

  it('is asked for by choices that are read back as they were written', () => {
    for (const choice of gapChoices(fields)) {
      const read = readGapChoice(choice);
      expect(read && gapChoice(read.key, read.state)).toBe(choice);
    }
    for (const strange of ['', 'emails', 'emails maybe', 'nothing none']) expect(readGapChoice(strange)).toBeNull();
  });
});

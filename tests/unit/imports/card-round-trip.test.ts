import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customerKinds, type Customer } from '#shared/domain/customer/customer.ts';
import { writeVCard } from '#shared/formats/vcard/write-vcard.ts';
import { splitPersonName } from '#shared/match/names.ts';
import { normalizePhones } from '#shared/match/phone.ts';
import { resolveAddress } from '#shared/match/region/resolve-address.ts';
import { aCustomer } from '../../helpers/builders.ts';
import { customersOfCards } from '../../helpers/cards.ts';

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const phone = fc
  .constantFrom('13800138000', '+86 139 0013 9000', '0571-88889999', '0571-8765 4321 转 8', '+44 20 7946 0018')
  .chain((raw) => maybe(fc.constantFrom('住宅', '单位', '单位传真', '手机')).map((label) => ({ raw, label })))
  .map(({ raw, label }) => ({
    ...(normalizePhones(raw)[0]?.phone ?? { raw, kind: 'unknown' as const }),
    ...(label !== undefined && { label }),
  }));
const address = fc
  .constantFrom(
    { province: '浙江省', city: '杭州市', district: '西湖区', street: '文三路1号', postcode: '310012' },
    { province: '北京市', district: '朝阳区', street: '建国路88号' },
    { city: 'London', street: 'Baker Street 221B', country: 'United Kingdom' },
  )
  .chain(({ country, ...parts }: { country?: string }) =>
    fc.constantFrom('住宅', '单位').map((label) => ({ ...resolveAddress(parts), ...(country && { country }), label })),
  );
const birthday = fc.constantFrom(
  { calendar: 'solar', year: 1990, month: 10, day: 3 },
  { calendar: 'solar', month: 2, day: 29 },
  { calendar: 'solar', month: 8, day: 15 },
) as fc.Arbitrary<NonNullable<Customer['birthday']>>;
const someone = fc
  .record({
    kind: fc.constantFrom(...customerKinds),
    name: fc.constantFrom(
      '安一',
      '欧阳小贝',
      'Ann Lee',
      'José Luis García Ortiz',
      '阿不都·热合曼',
      '陈; 三, "\\n"',
      '张总',
    ),
    organization: maybe(fc.constantFrom('永兴五金; 建材,一店', 'Acme \\ Sons', '安记')),
    title: maybe(fc.constantFrom('店长', 'Head, buying')),
    phones: fc.uniqueArray(phone, { maxLength: 3, selector: ({ raw }) => raw }),
    emails: fc.uniqueArray(
      fc.record({ address: fc.constantFrom('a@b.cn', 'x.y@example.com'), label: maybe(fc.constant('单位')) }),
      { maxLength: 2, selector: ({ address: each }) => each },
    ),
    addresses: fc.array(address, { maxLength: 2 }),
    website: maybe(fc.constantFrom('https://a.example/?q=1;2,3', 'a.example')),
    birthday: maybe(birthday),
  })
  // As an import stores names; a company has no parts of one.
  .map((each) =>
    aCustomer({ id: 'c1', ...each, ...(each.kind === 'person' ? splitPersonName(each.name) : undefined) }),
  );

describe('the vCard export', () => {
  it('is read back as it was written: written again, it is the same', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(someone, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('zh-CN', 'en'),
        async (customers, language) => {
          const written = customers.map(writeVCard);
          const read = await customersOfCards(written.join(''), language);
          expect(read.map((row) => row && writeVCard({ ...aCustomer({ id: 'c1' }), ...row.draft }))).toEqual(written);
          expect(read.map((row) => row?.draft.name)).toEqual(customers.map(({ name }) => name));
          expect(read.map((row) => row?.draft.birthday)).toEqual(customers.map((each) => each.birthday));
        },
      ),
      { numRuns: 200 },
    );
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contactRoles, type Contact } from '#shared/domain/contact/contact.ts';
import type { Customer } from '#shared/domain/customer/customer.ts';
import { contactColumns, type ExportedContact } from '#shared/exports/contact-columns.ts';
import { narrowest, needsCountry, widenForPerson } from '#shared/exports/widths.ts';
import type { Language } from '#shared/i18n/catalogue.ts';
import { translate, type Translate } from '#shared/i18n/translate.ts';
import { findHeader } from '#shared/imports/find-header.ts';
import { guessMapping } from '#shared/imports/mapping.ts';
import { normalizePhones } from '#shared/match/phone.ts';
import { resolveAddress } from '#shared/match/region/resolve-address.ts';
import { aCustomer, anId } from '../../helpers/builders.ts';
import { FakeArchive } from '../../helpers/fake-archive.ts';
import { importRows } from '../../helpers/import-run.ts';
import { throughCsv } from '../../helpers/through-csv.ts';

const base = { version: 1, createdAt: '', updatedAt: '' };
const companies: Customer[] = ['永兴五金', '贝二茶行有限公司', '=1+1 商店'].map((name, at) => ({
  ...aCustomer({ id: `c${String(at)}`, code: `K-${String(at)}`, kind: 'company', name }),
  ...base,
}));

function anArchive(): FakeArchive {
  const archive = new FakeArchive();
  for (const { version: _version, createdAt: _c, updatedAt: _u, ...after } of companies)
    archive.apply([{ table: 'customer', id: after.id, after }]);
  return archive;
}

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const phone = fc
  .constantFrom('13800138000', '138 0013 8001', '0571-88889999', '+44 20 7946 0018', '88886666 转 12', '电话不详')
  .chain((raw) => maybe(fc.constantFrom('公司', '仓库')).map((label) => ({ raw, label })))
  .map(({ raw, label }) => {
    const read = normalizePhones(raw)[0]?.phone;
    return { ...(read ?? { raw, kind: 'unknown' as const }), ...(label !== undefined && { label }) };
  });
const someone = fc
  .record({
    name: fc.constantFrom('王总', '老李', '=A1', '"小张"', 'Ann; Lee'),
    reading: maybe(fc.constant('wang zong')),
    role: maybe(fc.constantFrom(...contactRoles)),
    title: maybe(fc.constantFrom('采购经理', '+1 助理')),
    leftOn: maybe(fc.constant('2025-11-30')),
    phones: fc.uniqueArray(phone, { maxLength: 3, selector: ({ raw }) => raw }),
    emails: fc.uniqueArray(
      fc.record({ address: fc.constantFrom('a@b.cn', 'x.y@example.com'), label: maybe(fc.constant('公司')) }),
      { maxLength: 2, selector: ({ address }) => address },
    ),
    ims: fc.uniqueArray(
      fc.record({ kind: fc.constantFrom('wechat', 'qq', 'wecom', 'other'), account: fc.constantFrom('a_1', '001;x') }),
      { maxLength: 3, selector: ({ kind, account }) => kind + account },
    ),
    addresses: maybe(
      fc.constant([
        resolveAddress({ province: '浙江省', city: '杭州市', district: '西湖区', street: '文三路1号' }) ?? {},
      ]),
    ),
    birthday: maybe(
      fc.constantFrom(
        { calendar: 'solar', year: 1990, month: 10, day: 3 },
        { calendar: 'lunar', year: 1988, month: 4, day: 3, leap: true },
      ),
    ),
    note: maybe(fc.constantFrom('第一行\n第二行', '-备用')),
  })
  .map((parts) => JSON.parse(JSON.stringify(parts)) as Pick<Contact, 'name' | 'phones' | 'emails' | 'ims'>);

/** People of one name and one company are told apart by their numbers alone, so each name comes once there. */
const staff = fc.uniqueArray(someone, { maxLength: 4, selector: ({ name }) => name });
const everybody = fc
  .tuple(staff, staff, staff, fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }))
  .map(([a, b, c, hasPrimary]) =>
    [a, b, c].flatMap((people, of) =>
      people.map(
        (person, at): Contact => ({
          ...person,
          id: `p${String(of)}${String(at)}`,
          customerId: anId(`c${String(of)}`),
          ...(at === 0 && hasPrimary[of] === true && { primary: true }),
          origin: { kind: 'manual' },
          ...base,
        }),
      ),
    ),
  );

function exported(people: readonly Contact[], language: Language) {
  const widths = people.reduce(widenForPerson, narrowest);
  const t: Translate = (key, values) => translate(language, key, values);
  const columns = contactColumns(widths, { t, language, currency: 'CNY' });
  const rows = people.flatMap((contact): ExportedContact[] => {
    const customer = companies.find(({ id }) => id === contact.customerId);
    return customer ? [{ customer, contact }] : [];
  });
  const [header = [], ...cells] = throughCsv(columns, rows);
  return { widths, header, rows: cells };
}

const imOrder = ['wechat', 'qq', 'wecom', 'douyin', 'other'];

/** What a file can say of them: accounts kind by kind, numbers with their country where they need one. */
function saidOf(people: readonly Contact[], saysCountry: (person: Contact) => boolean) {
  return people
    .map(({ id: _id, origin: _origin, version: _version, createdAt: _c, updatedAt: _u, ...said }) => said)
    .map((said) => ({
      ...said,
      ims: said.ims.toSorted((a, b) => imOrder.indexOf(a.kind) - imOrder.indexOf(b.kind)),
      phones: said.phones.map(({ raw, ...rest }) =>
        saysCountry(said as Contact) && rest.e164 !== undefined ? rest : { raw, ...rest },
      ),
    }))
    .toSorted((a, b) => `${a.customerId}${a.name}`.localeCompare(`${b.customerId}${b.name}`));
}

describe.each(['zh-CN', 'en'] as const)('contact persons, exported in %s', (language) => {
  it('have only headings that the import takes for what they are', () => {
    const { header } = exported([], language);
    expect(findHeader([header])?.kind).toBe('contacts');
    expect(guessMapping('contacts', header, [])).toEqual([
      ...(['customerCode', 'customerName', 'contactName', 'reading', 'contactRole', 'contactTitle'] as const),
      ...(['primary', 'leftOn', 'phone', 'email', 'wechat', 'qq', 'wecom', 'douyin', 'otherAccount'] as const),
      ...(['province', 'city', 'district', 'address', 'postcode', 'country', 'birthday', 'note'] as const),
    ]);
  });

  it('come in again as they were, and change nothing the second time', async () => {
    await fc.assert(
      fc.asyncProperty(everybody, async (people) => {
        const { header, rows, widths } = exported(people, language);
        const archive = anArchive();
        const first = await importRows(archive, header, rows, { language, kind: 'contacts' });
        expect(first.counts).toMatchObject({ created: people.length, updated: 0, failed: 0 });
        const saysCountry = ({ addresses = [] }: Contact) => needsCountry(widths, { addresses });
        expect(saidOf(archive.all('contact'), saysCountry)).toEqual(saidOf(people, saysCountry));
        const second = await importRows(archive, header, rows, { language, kind: 'contacts' });
        expect(second.edits).toEqual([]);
        expect(second.counts).toMatchObject({ created: 0, updated: 0, skipped: people.length, failed: 0 });
      }),
      { numRuns: 60 },
    );
  });

  it('change nothing where they came from', async () => {
    await fc.assert(
      fc.asyncProperty(everybody, async (people) => {
        const { header, rows } = exported(people, language);
        const archive = anArchive();
        for (const { version: _version, createdAt: _c, updatedAt: _u, ...after } of people)
          archive.apply([{ table: 'contact', id: after.id, after }]);
        const plan = await importRows(archive, header, rows, { language, kind: 'contacts' });
        expect(plan.edits).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

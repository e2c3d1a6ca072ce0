import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { classesOf } from '#shared/classify/classify.ts';
import { computeCutPoints } from '#shared/classify/cut-points.ts';
import { deriveFacts } from '#shared/classify/facts.ts';
import { classesByDimension, defaultClassParameters } from '#shared/domain/class-scheme/class-scheme.ts';
import { normalizePhones } from '#shared/match/phone.ts';
import { ImportSession } from '../../renderer/features/imports/import-session.ts';
import { FakeArchive } from '../helpers/fake-archive.ts';
import { newId } from '../helpers/import-run.ts';
import { customerRecord, orderRecord } from '../samples/as-records.ts';
import { repeatKinds } from '../samples/customer-list.ts';
import { dateOf } from '../samples/days.ts';
import { inventSamples, makeSamples } from '../samples/make-samples.ts';
import { today } from '../samples/shop.ts';

const folder = resolve(import.meta.dirname, '../../resources/samples');
const samples = inventSamples();
const files = makeSamples(samples);

function readFile(name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(resolve(folder, name)));
}

function parse(text: string): string[][] {
  const { data, errors } = Papa.parse(text, { skipEmptyLines: false });
  expect(errors).toEqual([]);
  return data.at(-1)?.length === 1 ? data.slice(0, -1) : data;
}

describe('the sample files', () => {
  it.each([...files.keys()])('%s is what the script makes, byte for byte', (name) => {
    expect(Buffer.from(readFile(name)).equals(Buffer.from(files.get(name)!))).toBe(true);
  });

  it('stay under 3 MB together', () => {
    expect([...files.values()].reduce((sum, bytes) => sum + bytes.length, 0)).toBeLessThan(3_000_000);
  });

  it('have a customer list in GBK with rows of equal width and a title above the header', () => {
    const bytes = readFile('客户名单.csv');
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow();
    const text = new TextDecoder('gbk', { fatal: true }).decode(bytes);
    expect(text.replaceAll('\r\n', '').includes('\r')).toBe(false);
    const rows = parse(text);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([17]));
    expect(rows[0]?.[0]).toContain('客户名单');
    expect(rows[1]?.slice(0, 3)).toEqual(['编号', '姓名', '单位']);
    expect(rows.length - 2).toBe(samples.list.length);
    expect(rows.length).toBeGreaterThan(800);
  });

  it('have every kind of awkward cell in the customer list', () => {
    const { list } = samples;
    const phones = list.map(({ row }) => row.联系电话);
    for (const shape of [
      /^\d\.\d\dE\+10$/,
      /\*{4}/,
      /[０-９]{11}/,
      /转\d/,
      /转分机\d/,
      /\d{11}\/\d{11}/,
      /^\+86/,
      /^0086/,
    ]) {
      expect(
        phones.some((phone) => shape.test(phone)),
        String(shape),
      ).toBe(true);
    }
    const birthdays = list.map(({ row }) => row.生日);
    for (const shape of [
      /农历八月十五/,
      /腊月廿三/,
      /闰四月初三/,
      /除夕|三十/,
      /^\d{8}$/,
      /^\d\d\.\d/,
      /年\d+月\d+日/,
    ]) {
      expect(
        birthdays.some((birthday) => shape.test(birthday)),
        String(shape),
      ).toBe(true);
    }
    const notes = list.map(({ row }) => row.备注);
    for (const shape of [/,/, /"/, /\n/]) expect(notes.some((note) => shape.test(note))).toBe(true);
    for (const kind of repeatKinds) expect(list.filter(({ repeat }) => repeat === kind).length).toBeGreaterThan(4);
    for (const name of ['单', '曾', '仇', '解', '区', '查', '盖', '尉迟', '万俟', '欧阳']) {
      expect(
        samples.customers.some(({ person }) => person.family === name),
        name,
      ).toBe(true);
    }
  });

  it('have two years of sales whose refunds name an earlier sale of the same buyer', () => {
    const { sales } = samples;
    expect(sales.reduce((sum, { lines }) => sum + lines.length, 0)).toBeGreaterThan(6000);
    expect(new Set(sales.map(({ no }) => no)).size).toBe(sales.length);
    const byNo = new Map(sales.map((sale) => [sale.no, sale]));
    for (const sale of sales) {
      expect(sale.day).toBeLessThan(today);
      expect(
        sale.lines.every((line) => line.amountFen === Math.round((line.unitPriceFen * line.qtyMilli) / 1000)),
      ).toBe(true);
      if (sale.type !== '退货') continue;
      const original = byNo.get(sale.refNo ?? '');
      expect(original?.customer).toBe(sale.customer);
      expect(original?.day).toBeLessThanOrEqual(sale.day);
      expect(sale.lines.every(({ amountFen }) => amountFen <= 0)).toBe(true);
    }
    expect(byNo.get(sales.at(-1)?.no ?? '')?.day).toBe(today - 1);
  });

  it('have the sales in a workbook of three sheets', () => {
    const parts = unzipSync(readFile('销售明细.xlsx'));
    const workbook = new TextDecoder().decode(parts['xl/workbook.xml']);
    expect([...workbook.matchAll(/sheet name="(.+?)"/g)].map(([, name]) => name)).toEqual([
      '月度汇总',
      '销售明细',
      '商品目录',
    ]);
  });

  it('have a contact log in UTF-8 without byte order mark whose open plans fall around the fixed day', () => {
    const bytes = readFile('联系记录.csv');
    expect(Array.from(bytes.slice(0, 3))).not.toEqual([0xef, 0xbb, 0xbf]);
    const rows = parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    expect(rows.length - 1).toBe(samples.log.length);
    expect(rows.length).toBeGreaterThan(2000);
    expect(new Set(samples.log.map(({ text }) => text)).size).toBeGreaterThan(1500);

    const last = new Map(samples.log.map((entry) => [entry.customer ?? entry.phone, entry]));
    const open = [...last.values()].flatMap(({ next }) => next ?? []);
    expect(open.filter((day) => day === today).length).toBeGreaterThan(5);
    expect(open.filter((day) => day < today).length).toBeGreaterThan(10);
    for (const entry of samples.log) {
      if (entry.next === undefined || last.get(entry.customer ?? '') === entry) continue;
      const followed = last.get(entry.customer ?? '')?.day ?? 0;
      expect(followed, `plan of ${entry.name}`).toBeGreaterThanOrEqual(entry.next);
    }
  });

  it('have an English address book in the columns of Google Contacts', () => {
    const rows = parse(new TextDecoder('utf-8', { fatal: true }).decode(readFile('google-contacts.csv')));
    expect(rows[0]?.slice(0, 3)).toEqual(['First Name', 'Middle Name', 'Last Name']);
    expect(rows.length).toBeGreaterThan(200);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
  });

  it('lead to no e-mail address that anyone could own', () => {
    for (const { email } of samples.customers) if (email !== undefined) expect(email).toMatch(/\.example$/);
    for (const contact of samples.contacts) {
      for (const [column, value] of Object.entries(contact)) {
        if (column.startsWith('E-mail') && column.endsWith('Value')) expect(value).toMatch(/\.example$/);
      }
    }
  });

  it('become one customer for each of theirs, and one for each row that only a person can tell to be theirs', async () => {
    const session = new ImportSession({
      lookup: new FakeArchive(),
      newId,
      breathe: async () => undefined,
      onProgress: () => undefined,
    });
    await session.open(new File([readFile('客户名单.csv')], '客户名单.csv'), {
      today: dateOf(today),
      language: 'zh-CN',
      currency: 'CNY',
    });
    const { newCustomers } = await session.plan({ policy: 'fill-empty', createUnknown: false });
    const rows = await session.outcomes(null, 0, samples.list.length);
    const filled = samples.list.filter(({ customer }) => customer !== undefined);
    expect(rows.length).toBe(filled.length);
    const recordOf = new Map<number, string | undefined>();
    const customerOf = new Map<string | undefined, number>();
    const apart: Record<string, number> = {};
    for (const [index, { customer = -1, repeat = 'none' }] of filled.entries()) {
      const id = rows[index]?.recordId;
      if (!recordOf.has(customer)) recordOf.set(customer, id);
      else if (recordOf.get(customer) !== id) apart[repeat] = (apart[repeat] ?? 0) + 1;
      expect(customerOf.get(id) ?? customer, `row ${index}`).toBe(customer);
      customerOf.set(id, customer);
    }
    expect({ customers: recordOf.size, ...apart, newCustomers }).toEqual({
      customers: 804,
      oldPhone: 9,
      phoneTypo: 5,
      newCustomers: 818,
    });
    const readme = readFileSync(resolve(folder, 'README.md'), 'utf8');
    expect(readme).toContain('804 customers');
    expect(readme).toContain('become 818 customers: 9 `oldPhone` and 5 `phoneTypo` rows');
  });

  it('lead to every customer by the phone cell, except where the cell is destroyed', () => {
    for (const { row, customer, repeat, phoneLost } of samples.list) {
      const expected = samples.customers[customer ?? -1]?.mobile;
      if (expected === undefined || (repeat !== undefined && repeat !== 'exact')) continue;
      const found = normalizePhones(row.联系电话).some(({ phone }) => phone.e164 === `+86${expected}`);
      expect(found, row.联系电话).toBe(phoneLost === undefined);
    }
  });

  it('put customers into every class of value, life cycle, frequency and risk', () => {
    const facts = samples.customers.map((customer) => {
      const record = customerRecord(customer);
      const own = samples.sales.filter((sale) => sale.customer === customer.index);
      return deriveFacts(
        own.map((sale) => orderRecord(sale, record.id)),
        [],
        record,
        today,
      );
    });
    const cutPoints = computeCutPoints(facts, defaultClassParameters, today);
    for (const dimension of ['value', 'lifecycle', 'frequency', 'risk', 'behaviour', 'type'] as const) {
      const classes = facts.map((each) => classesOf(each, cutPoints, defaultClassParameters, today)[dimension]);
      for (const key of classesByDimension[dimension]) {
        expect(classes.filter((each) => each === key).length, `${dimension} ${key}`).toBeGreaterThan(8);
      }
    }
  });
});

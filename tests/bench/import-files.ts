import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeXlsxStream } from 'hucre/xlsx';
import type { Customer } from '#shared/domain/customer/customer.ts';
import { writeCsv } from '../samples/csv.ts';
import { generateCustomers } from './generator.ts';

/** The twenty columns of the import template that a shop fills in. */
export const importColumns = [
  '客户编号',
  '客户名称',
  '客户类型',
  '姓',
  '名',
  '性别',
  '手机',
  '电话',
  '邮箱',
  '微信',
  '行业',
  '省',
  '市',
  '区',
  '详细地址',
  '邮编',
  '生日',
  '来源',
  '建档日期',
  '备注',
] as const;

const kinds = { person: '个人', company: '企业', partner: '渠道' } as const;
const sources: Record<string, string> = {
  store: '门店',
  referral: '转介绍',
  wechat: '微信',
  douyin: '抖音',
  fair: '展会',
  phone: '电话',
  website: '网站',
  advertising: '广告',
  other: '其他',
};

function* importRows(count: number): Generator<string[]> {
  yield [...importColumns];
  for (const customer of generateCustomers(count, 'import')) yield importRow(customer);
}

function importRow(customer: Customer): string[] {
  const [phone, second] = customer.phones;
  const [address] = customer.addresses;
  const { birthday } = customer;
  return [
    customer.code,
    customer.name,
    kinds[customer.kind],
    customer.familyName ?? '',
    customer.givenName ?? '',
    customer.gender === undefined ? '' : customer.gender === 'male' ? '男' : '女',
    phone?.raw ?? '',
    second?.raw ?? '',
    customer.emails[0]?.address ?? '',
    customer.ims[0]?.account ?? '',
    customer.industry ?? '',
    address?.province ?? '',
    address?.city ?? '',
    address?.district ?? '',
    address?.street ?? '',
    address?.postcode ?? '',
    birthday === undefined
      ? ''
      : `${birthday.calendar === 'lunar' ? '农历' : ''}${birthday.year === undefined ? '' : `${birthday.year}年`}${birthday.month}月${birthday.day}日`,
    sources[customer.source ?? ''] ?? '',
    customer.acquiredOn ?? '',
    customer.note ?? '',
  ];
}

/** Writes `count` customers as CSV in UTF-8 with byte order mark. */
export async function writeImportCsv(path: string, count: number): Promise<void> {
  const file = createWriteStream(path);
  file.write('\ufeff');
  for (const row of importRows(count)) if (!file.write(writeCsv([row]))) await once(file, 'drain');
  file.end();
  await once(file, 'finish');
}

/** Writes the same customers as a workbook of one sheet. */
export async function writeImportXlsx(path: string, count: number): Promise<void> {
  const stream = writeXlsxStream(importRows(count), { name: '客户' });
  await pipeline(Readable.fromWeb(stream as Parameters<typeof Readable.fromWeb>[0]), createWriteStream(path));
}

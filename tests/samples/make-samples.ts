import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import iconv from 'iconv-lite';
import { inventLog, type LogEntry } from './contact-log.ts';
import { writeCsv } from './csv.ts';
import { listColumns, writeCustomerList, type ListedRow } from './customer-list.ts';
import { clockOf, dateOf } from './days.ts';
import { googleColumns, inventAddressBook } from './google-contacts.ts';
import { describeSamples } from './readme.ts';
import { inventSales, type Sale } from './sales.ts';
import { writeSalesWorkbook } from './sales-workbook.ts';
import { inventShop, type ShopCustomer } from './shop.ts';

export interface Samples {
  customers: ShopCustomer[];
  list: ListedRow[];
  sales: Sale[];
  log: LogEntry[];
  contacts: ReturnType<typeof inventAddressBook>;
}

/** The invented shop and address book behind the files. */
export function inventSamples(): Samples {
  const customers = inventShop();
  const sales = inventSales(customers);
  return {
    customers,
    list: writeCustomerList(customers),
    sales,
    log: inventLog(customers, sales),
    contacts: inventAddressBook(),
  };
}

/** Bytes of every file in `resources/samples/`, by name: the same on every machine. */
export function makeSamples(samples: Samples): Map<string, Uint8Array> {
  const utf8 = new TextEncoder();
  return new Map([
    ['客户名单.csv', encodeGbk(writeCustomerCsv(samples.list))],
    ['销售明细.xlsx', writeSalesWorkbook(samples.sales)],
    ['联系记录.csv', utf8.encode(writeLogCsv(samples.log))],
    ['google-contacts.csv', utf8.encode(writeContactsCsv(samples.contacts))],
    ['README.md', utf8.encode(describeSamples(samples))],
  ]);
}

/** A Chinese spreadsheet's “CSV (comma delimited)”: GBK as Windows has it (code page 936), with `?` for every other character. */
function encodeGbk(text: string): Uint8Array {
  return iconv.encode(text, 'cp936');
}

function writeCustomerCsv(list: readonly ListedRow[]): string {
  const title = listColumns.map((_, i) => (i === 0 ? '青禾桥五金家居 客户名单（2026年11月整理，手机号勿外传）' : ''));
  return writeCsv([title, [...listColumns], ...list.map(({ row }) => listColumns.map((column) => row[column]))]);
}

function writeLogCsv(log: readonly LogEntry[]): string {
  const rows = log.map((entry) => [
    entry.minute === undefined ? dateOf(entry.day) : `${dateOf(entry.day)} ${clockOf(entry.minute)}`,
    entry.name,
    entry.phone,
    entry.channel,
    entry.direction,
    entry.purpose,
    entry.text,
    entry.outcome,
    entry.next === undefined ? '' : dateOf(entry.next),
    entry.clerk,
  ]);
  return writeCsv([
    ['时间', '客户', '联系电话', '方式', '方向', '目的', '内容', '结果', '下次跟进', '记录人'],
    ...rows,
  ]);
}

function writeContactsCsv(contacts: Samples['contacts']): string {
  return writeCsv(
    [[...googleColumns], ...contacts.map((row) => googleColumns.map((column) => row[column] ?? ''))],
    '\n',
  );
}

if (import.meta.main) {
  const folder = resolve(import.meta.dirname, '../../resources/samples');
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of makeSamples(inventSamples())) {
    writeFileSync(join(folder, name), bytes);
    console.log(`${name}  ${(bytes.length / 1024).toFixed(0)} KiB`);
  }
}

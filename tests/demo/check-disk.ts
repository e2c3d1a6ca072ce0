import type { TestApp } from '../e2e/fixtures/test-app.ts';
import { findReadable } from '../helpers/find-readable.ts';
import type { Report } from './report.ts';

/** Looks for customers of the archive in everything that the machine keeps. */
export async function checkDisk(report: Report, app: TestApp, records: readonly string[]): Promise<void> {
  report.section('What a thief of the disk would read');
  const customers = records.flatMap((record) =>
    record.startsWith('customer ') ? [JSON.parse(record.slice(9)) as { name: string; phones: { raw: string }[] }] : [],
  );
  const secrets = customers
    .filter(({ name }) => name.length > 3)
    .slice(0, 8)
    .flatMap(({ name, phones }) => [name, ...phones.slice(0, 1).map(({ raw }) => raw)]);
  const { files, found } = await findReadable([app.userDataDir], secrets);
  report.say(`${files} files searched for ${secrets.length} names and phones in UTF-8 and UTF-16`);
  report.check(
    'No name and no phone is readable on the disk',
    found.length === 0,
    found.join(', ') || `${files} files`,
  );
}

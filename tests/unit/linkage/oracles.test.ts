import { expect, it } from 'vitest';
import type { Link } from '#shared/linkage/compare-records.ts';
import { linkRecordOf } from '#shared/linkage/link-record.ts';
import { normalizePhones } from '#shared/match/phone.ts';
import { searchKeys } from '#shared/match/pinyin.ts';
import { aLinkSource, linksOf } from '../../helpers/links.ts';
import { describeOracle, readOracle } from '../../helpers/oracles.ts';

type Row = Readonly<Record<string, string>>;

/** The oracles' files know neither quotes nor line feeds in a cell. */
function rowsOf(csv: string): Row[] {
  const [head = '', ...lines] = csv
    .replace(/^\ufeff/, '')
    .trim()
    .split(/\r?\n/);
  const names = head.split(',').map((name) => name.trim());
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [names[at] ?? '', cell.trim()])));
}

const pairOf = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);

function truthOf(groups: Iterable<readonly string[]>): Set<string> {
  return new Set([...groups].flatMap((ids) => ids.flatMap((a, at) => ids.slice(at + 1).map((b) => pairOf(a, b)))));
}

/** What the list calls one with at least this probability. */
function surePairs(links: ReadonlyMap<string, Link>, probability: number): string[] {
  return [...links].flatMap(([pair, link]) =>
    link.verdict === 'same' && link.probability >= probability ? [pair] : [],
  );
}

function score(found: readonly string[], truth: ReadonlySet<string>) {
  const right = found.filter((pair) => truth.has(pair)).length;
  const [precision, recall] = [right / found.length, right / truth.size];
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

describeOracle('duplicates of which it is known that they are', () => {
  it('are found in a list of Chinese customers, and no trap is taken for one', () => {
    const rows = rowsOf(readOracle('linkage-zh/zh_customers_dev.csv'));
    const truthRows = rowsOf(readOracle('linkage-zh/zh_customers_dev_truth.csv'));
    const records = rows.map((row) => {
      const name = row['客户名称'] ?? '';
      const phones = normalizePhones(`${row['手机'] ?? ''}/${row['电话'] ?? ''}`);
      return linkRecordOf({
        ...aLinkSource,
        name,
        reading: searchKeys(name).full[0] ?? '',
        isPerson: row['客户类型'] === '个人',
        uscc: row['统一社会信用代码'] ?? '',
        phones: phones.map(({ phone }) => (phone.e164 ?? phone.raw).replace(/^\+86|\D/g, '')),
        emails: [row['邮箱'] ?? ''],
        ims: [row['微信'] ?? ''],
        addresses: [row['地址'] ?? ''],
        birthday: row['生日'] ? `solar ${row['生日']}` : '',
        city: row['市'] ?? '',
      });
    });
    const idOf = (place: number) => rows[place]?.['rec_id'] ?? '';
    const byEntity = Map.groupBy(truthRows, (row) => row['entity_id'] ?? '');
    const truth = truthOf([...byEntity.values()].map((group) => group.map((row) => row['rec_id'] ?? '')));
    const links = new Map(linksOf(records).map((link) => [pairOf(idOf(link.a), idOf(link.b)), link]));
    expect(score(surePairs(links, 0.9), truth).f1).toBeGreaterThanOrEqual(0.97);
    // Namesakes, families on one number, branches and numbers that were given to somebody else.
    const traps = new Set(truthRows.flatMap((row) => (row['kind']?.startsWith('trap') ? [row['rec_id']] : [])));
    const isTrap = (pair: string) => pair.split(' ').some((id) => traps.has(id));
    expect(traps.size).toBeGreaterThan(50);
    expect(surePairs(links, 0.9).filter((pair) => isTrap(pair) && !truth.has(pair))).toEqual([]);
    const related = [...links].filter(([pair, { verdict }]) => verdict !== 'same' && isTrap(pair));
    expect(new Set(related.map(([, { verdict }]) => verdict))).toEqual(new Set(['household', 'branch']));
  });

  // The lists of FEBRL spoil several fields of a record at once, names altogether among them. Nothing is taken for one that
  // is not; of those that are, the share below is found by the weights for customers of a shop.
  it.each([
    { file: 'dataset1.csv', f1: 0.96 },
    { file: 'dataset3.csv', f1: 0.92 },
  ])('are found in $file of FEBRL', ({ file, f1 }) => {
    const rows = rowsOf(readOracle(`linkage-febrl/${file}`));
    const records = rows.map((row) =>
      linkRecordOf({
        ...aLinkSource,
        name: `${row['given_name'] ?? ''} ${row['surname'] ?? ''}`.trim(),
        uscc: row['soc_sec_id'] ?? '',
        addresses: [`${row['address_2'] ?? ''} ${row['address_1'] ?? ''} ${row['street_number'] ?? ''}`],
        birthday: row['date_of_birth'] ? `solar ${row['date_of_birth']}` : '',
        city: row['postcode'] ?? '',
      }),
    );
    const idOf = (place: number) => rows[place]?.['rec_id'] ?? '';
    const groups = Map.groupBy(
      rows.map((_, place) => idOf(place)),
      (id) => /^rec-(\d+)-/.exec(id)?.[1] ?? '',
    );
    const links = new Map(linksOf(records).map((link) => [pairOf(idOf(link.a), idOf(link.b)), link]));
    const found = score(surePairs(links, 0.9), truthOf(groups.values()));
    expect(found.precision).toBe(1);
    expect(found.f1).toBeGreaterThanOrEqual(f1);
  });
});

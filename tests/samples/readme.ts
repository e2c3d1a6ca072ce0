import { repeatKinds, type RepeatKind } from './customer-list.ts';
import { dateOf } from './days.ts';
import type { Samples } from './make-samples.ts';
import { brokenSalesRows } from './sales-workbook.ts';
import { rhythms, today } from './shop.ts';

/** The page that says what is in the sample files, with the numbers counted from them. */
export function describeSamples({ customers, list, sales, log, contacts }: Samples): string {
  const repeats = repeatKinds
    .map((kind) => `${kind} ${list.filter(({ repeat }) => repeat === kind).length}`)
    .join(', ');
  const apart = (kind: RepeatKind) =>
    list.filter(({ repeat, customer = -1 }) => repeat === kind && customers[customer]?.kind === 'person').length;
  const types = ['销售', '退货', '赠品', '作废']
    .map((type) => `${sales.filter((sale) => sale.type === type).length} ${type}`)
    .join(', ');
  const lines = sales.reduce((sum, sale) => sum + sale.lines.length, 0);
  const lost = (kind: string) => list.filter(({ phoneLost }) => phoneLost === kind).length;
  const lastOf = new Map(log.filter(({ customer }) => customer !== undefined).map((entry) => [entry.customer, entry]));
  const open = [...lastOf.values()].flatMap(({ next }) => next ?? []);
  const share = customers.filter(({ sharesPhoneWith }) => sharesPhoneWith !== undefined).length;
  return `# Sample files

Everyone and everything in these files is invented: people, companies, streets, sales and conversations. Names are put together at random from
common characters and syllables, and any likeness is chance. Chinese phone numbers are random digits of the right shape, because China keeps no range free for fiction:
**do not call them**. British and Irish numbers come from the ranges that Ofcom and ComReg keep for drama. E-mail and web addresses end in \`.example\`, which nobody can own.

\`node tests/samples/make-samples.ts\` writes all of these files, this page included, and gives the same bytes on every run and machine.
All dates are relative to one fixed day, **${dateOf(today)}**, a Saturday (lunar 十月十三).

## The hardware shop 青禾桥五金家居, near Hangzhou

\`客户名单.csv\` · the customer list, saved by a Chinese spreadsheet: GBK, CRLF, a title line above the header.
- ${list.length} rows: ${customers.length} customers (${customers.filter(({ kind }) => kind === 'person').length} persons, ${customers.filter(({ kind }) => kind === 'company').length} companies, ${customers.filter(({ kind }) => kind === 'partner').length} other dealers), ${list.filter(({ repeat }) => repeat !== undefined).length} rows about someone who is already there (${repeats}), ${list.filter(({ customer }) => customer === undefined).length} blank rows.
- Imported, they become ${customers.length + apart('oldPhone') + apart('phoneTypo')} customers: ${apart('oldPhone')} \`oldPhone\` and ${apart('phoneTypo')} \`phoneTypo\` rows are about persons and give their name with an old or a mistyped number. No rule may take those for the same person, so each comes in as a namesake and waits until somebody decides.
- ${share} pairs of relatives share one mobile number and address and are *not* the same customer; neither are branch offices (分公司) and their head offices, nor namesakes with different numbers.
- \`colleague\` rows are further people of a company that is already listed. A quarter of the companies have no person in 姓名.
- Phones: two numbers in a cell, extensions (转, 转分机, -8xx), full-width digits, +86 and 0086, a leading 0, remarks behind the number; ${lost('scientific')} turned into 1.38E+10, ${lost('masked')} masked with ****, ${lost('short')} one digit short.
- Dates in six styles, the serial number of a spreadsheet among them; birthdays solar and lunar (农历八月十五, 腊月廿三, 闰四月初三, 除夕), with and without year.
- Remarks with commas, quotes and line breaks; surnames that are read otherwise than usual (单 曾 仇 解 区 查 盖 尉迟 万俟 欧阳 …);
  two names (䶮, 㛃) that GBK cannot hold and that stand here with a \`?\`, while the sales and contacts have them in full.

\`销售明细.xlsx\` · sales of two years, ${dateOf(sales[0]?.day ?? 0)} to ${dateOf(sales.at(-1)?.day ?? 0)}. Sheets 月度汇总 (a summary), 销售明细 (the lines), 商品目录 (the goods).
- 销售明细 has a merged title row, the header in row 2, one row per line: ${lines} lines of ${sales.length} orders (${types}). Rows of one order share 订单号; a refund is negative and names its 原订单号; 优惠 is the discount of the whole order and stands in its first row; an order's total is Σ 金额 − 优惠.
- 作废 orders keep their amounts and count for nothing. Dates are date cells, some are text; phones are text, some are numbers.
- ${sales.filter(({ customer }) => customer === undefined).length} orders are from buyers who are not in the list: a name and number, “散客”, or nothing. ${brokenSalesRows.length} rows cannot be read (no such date, no amount, no date), and the last row is the total (合计).
- Rhythms of buying, customers: ${Object.entries(rhythms)
    .map(([rhythm, count]) => `${rhythm} ${count}`)
    .join(', ')}. The shop is closed over both Spring Festivals.

\`联系记录.csv\` · ${log.length} contacts, UTF-8 without byte order mark, CRLF. 下次跟进 is the planned day of the next contact.
- A plan that lies before a later contact with the same customer was kept. What is still open on ${dateOf(today)} is the 下次跟进 of each customer's last row: ${open.length} plans, ${open.filter((day) => day < today).length} of them missed, ${open.filter((day) => day === today).length} for that day, ${open.filter((day) => day > today).length} ahead.
- ${log.filter(({ customer }) => customer === undefined).length} rows are about people who are in no list.

## Larkbeck Trade Supplies, Britain and Ireland

\`google-contacts.csv\` · ${contacts.length} contacts in the format of Google Contacts' export (UTF-8, line feeds): persons with and without a firm, firms without a person, several numbers in a cell joined by \` ::: \`, birthdays without a year (\`--04-12\`), notes with quotes and line breaks. 14 of them are second copies of a contact (nickname, number written another way, Ltd and Limited).
`;
}

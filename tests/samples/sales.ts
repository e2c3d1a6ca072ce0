import { dateOf, partsOf, toDay, weekdayOf, type Day } from './days.ts';
import { Random } from './random.ts';
import { inventMobile, salesFrom, today, type Rhythm, type ShopCustomer } from './shop.ts';
import { fullName, inventName } from './words/chinese-names.ts';
import { goods, isInSeason, type Good } from './words/goods.ts';

export interface SaleLine {
  good: Good;
  /** In thousandths. */
  qtyMilli: number;
  unitPriceFen: number;
  amountFen: number;
}

export interface Sale {
  no: string;
  day: Day;
  minute: number;
  type: '销售' | '退货' | '赠品' | '作废';
  /** Number of the order that is taken back. */
  refNo?: string;
  /** As the cashier wrote the buyer down. */
  buyer: { name: string; phone: string };
  /** Index in the customer list; absent for someone who is not in it. */
  customer?: number;
  lines: SaleLine[];
  discountFen: number;
  channel: string;
  payment: string;
  clerk: string;
  note: string;
}

/** The shop is closed over the Spring Festival. */
const holidays: [from: Day, to: Day][] = [
  [toDay('2025-01-24'), toDay('2025-02-06')],
  [toDay('2026-02-12'), toDay('2026-02-25')],
];

function isOpen(day: Day): boolean {
  return day >= salesFrom && day < today && holidays.every(([from, to]) => day < from || day > to);
}

/** The days on which a customer comes to buy. */
function buyingDays(random: Random, customer: ShopCustomer): Day[] {
  const first = Math.max(customer.openedOn, salesFrom);
  switch (customer.rhythm) {
    case 'weekly':
      return repeat(first, today - (random.chance(20) ? random.int(18, 30) : 0), () => random.int(5, 10));
    case 'monthly':
      return repeat(
        first + random.int(0, 30),
        today - (random.chance(12) ? random.int(60, 100) : 0),
        monthlyGap(random),
      );
    case 'seasonal':
      return seasonalDays(random, first);
    case 'occasional':
      return occasionalDays(random, first);
    case 'once':
      return [Math.min(customer.openedOn + random.int(0, 3), today - 120)];
    case 'fresh':
      return [Math.min(customer.openedOn + random.int(0, 1), today - 1)];
    case 'lapsed':
      return repeat(
        first + random.int(0, 20),
        Math.min(first + random.int(90, 330), today - random.int(200, 330)),
        () => random.int(18, 60),
      );
    case 'prospect':
      return [];
  }
}

function repeat(from: Day, until: Day, gap: () => number): Day[] {
  const days: Day[] = [];
  for (let day = from; day < until; day += gap()) days.push(day);
  return days;
}

/** Each regular keeps to a beat of his own. */
function monthlyGap(random: Random): () => number {
  const beat = random.int(18, 42);
  return () => beat + random.int(-5, 6);
}

function seasonalDays(random: Random, first: Day): Day[] {
  const months = random.pick([
    [4, 9],
    [5, 6, 7],
    [11, 12, 1],
    [3, 8, 12],
    [1, 6, 10],
    [10, 11],
  ]);
  const days: Day[] = [];
  for (let day = first; day < today; day++) {
    const { month, day: dayOfMonth } = partsOf(day);
    if (dayOfMonth === 1 && months.includes(month) && random.chance(88)) {
      days.push(day + random.int(0, 24));
      if (random.chance(45)) days.push(day + random.int(3, 27));
    }
  }
  return days;
}

function occasionalDays(random: Random, first: Day): Day[] {
  const last = today - random.around(4, 170);
  const days = [last];
  for (let i = random.int(1, 4); i > 0; i--) days.push(random.int(first, Math.max(first, last - 20)));
  return days;
}

const linesPerOrder: Record<Rhythm, [from: number, to: number]> = {
  weekly: [1, 4],
  monthly: [1, 4],
  seasonal: [1, 3],
  occasional: [1, 3],
  once: [1, 2],
  fresh: [1, 3],
  lapsed: [1, 3],
  prospect: [1, 1],
};

function pickGood(random: Random, trade: boolean, month: number): Good {
  for (;;) {
    const good = random.pick(goods);
    if (!isInSeason(good, month)) continue;
    if (good.buyer === (trade ? 'home' : 'trade') && !random.chance(7)) continue;
    return good;
  }
}

function fillBasket(random: Random, customer: ShopCustomer, day: Day): SaleLine[] {
  const trade = customer.kind !== 'person' || customer.rhythm === 'weekly';
  const count = random.int(...linesPerOrder[customer.rhythm]);
  const basket = new Map<string, SaleLine>();
  while (basket.size < count) {
    const good = pickGood(random, trade, partsOf(day).month);
    const cheap = good.priceFen < 3000;
    const pieces = trade ? (cheap ? random.int(5, 60) : random.int(1, 6)) : cheap ? random.int(1, 6) : 1;
    const qtyMilli = good.unit === '米' && random.chance(40) ? pieces * 1000 + 500 : pieces * 1000;
    const percent = trade ? random.pick([85, 88, 90, 92]) : random.pick([100, 100, 100, 98, 95]);
    // Prices rise once, in the second spring.
    const listFen = day < toDay('2026-03-01') ? good.priceFen : Math.round(good.priceFen * 1.04);
    const unitPriceFen = Math.max(10, Math.round((listFen * percent) / 1000) * 10);
    basket.set(good.sku, { good, qtyMilli, unitPriceFen, amountFen: Math.round((unitPriceFen * qtyMilli) / 1000) });
  }
  return [...basket.values()];
}

/** Every sale of two years, in the order of the till. The same sales for every call. */
export function inventSales(customers: readonly ShopCustomer[]): Sale[] {
  const random = new Random('青禾桥五金家居/sales');
  const drafts: Omit<Sale, 'no'>[] = [];
  for (const customer of customers) {
    const days = [...new Set(buyingDays(random, customer))].filter(isOpen);
    // A closed day moves a first purchase to the next open one, so that nobody loses the only one.
    if (days.length === 0 && customer.rhythm !== 'prospect')
      days.push(nextOpenDay(Math.max(customer.openedOn, salesFrom)));
    for (const day of days) drafts.push(ringUp(random, customer, day));
  }
  for (let i = 0; i < 16; i++) drafts.push(ringUpStranger(random, customers));
  drafts.sort((a, b) => a.day - b.day || a.minute - b.minute);

  const sales = number(drafts);
  return [...sales, ...afterwards(random, sales)].sort((a, b) => a.day - b.day || a.minute - b.minute);
}

function nextOpenDay(day: Day): Day {
  for (let open = day; open < today; open++) if (isOpen(open)) return open;
  return today - 1;
}

function ringUp(random: Random, customer: ShopCustomer, day: Day): Omit<Sale, 'no'> {
  const lines = fillBasket(random, customer, day);
  const sumFen = lines.reduce((sum, line) => sum + line.amountFen, 0);
  const rounded = random.chance(16) ? sumFen % 1000 : 0;
  return {
    day,
    minute: random.int(7 * 60 + 40, weekdayOf(day) % 6 === 0 ? 18 * 60 + 30 : 17 * 60 + 45),
    type: random.chance(0.9) ? '作废' : '销售',
    buyer: writeBuyer(random, customer),
    customer: customer.index,
    lines,
    discountFen: rounded,
    channel: random.weighted({ 门店: 74, 微信: 17, 电话: 6, 抖音: 3 }),
    payment:
      customer.kind === 'person'
        ? random.weighted({ 微信: 62, 支付宝: 20, 现金: 16, 刷卡: 2 })
        : random.weighted({ 月结: 55, 转账: 20, 微信: 25 }),
    clerk: random.weighted({ 阿芬: 45, 小周: 38, 老板: 17 }),
    note: random.chance(5)
      ? random.pick(['送货上门', '急用', '自提', '下次一起结', '帮忙送到工地', '要开票', '尾款已清'])
      : '',
  };
}

/** The cashier writes name and phone, sometimes only one of them, sometimes the contact person of the company. */
function writeBuyer(random: Random, customer: ShopCustomer): Sale['buyer'] {
  const person = fullName(customer.person);
  const name = customer.company ?? person;
  const phone = random.chance(4) && customer.secondMobile !== undefined ? customer.secondMobile : customer.mobile;
  switch (random.weighted({ both: 86, nameOnly: 7, contact: 5, phoneOnly: 2 })) {
    case 'both':
      return { name, phone };
    case 'nameOnly':
      return customer.sharesPhoneWith === undefined ? { name, phone: '' } : { name, phone };
    case 'contact':
      return { name: person, phone };
    case 'phoneOnly':
      return customer.sharesPhoneWith === undefined ? { name: '', phone } : { name, phone };
  }
}

/** Someone the list does not know: a name and a number, a mere “散客”, or nothing at all. */
function ringUpStranger(random: Random, customers: readonly ShopCustomer[]): Omit<Sale, 'no'> {
  const like = random.pick(customers.filter(({ rhythm, kind }) => rhythm === 'once' && kind === 'person'));
  let day = random.int(salesFrom, today - 1);
  while (!isOpen(day)) day = random.int(salesFrom, today - 1);
  const { customer: _, ...sale } = ringUp(random, like, day);
  const name = fullName(inventName(random, 'middle'));
  const buyer = random.chance(60)
    ? { name, phone: inventMobile(random) }
    : random.chance(60)
      ? { name: '散客', phone: '' }
      : { name: '', phone: '' };
  return { ...sale, buyer };
}

function number(drafts: readonly Omit<Sale, 'no'>[]): Sale[] {
  const perDay = new Map<Day, number>();
  return drafts.map((draft) => {
    const count = (perDay.get(draft.day) ?? 0) + 1;
    perDay.set(draft.day, count);
    return { no: `XS${dateOf(draft.day).slice(2).replaceAll('-', '')}${String(count).padStart(3, '0')}`, ...draft };
  });
}

/** What follows some sales: goods taken back within two weeks, and gifts for large orders. */
function afterwards(random: Random, sales: readonly Sale[]): Sale[] {
  const later: Sale[] = [];
  const gifts = goods.filter(({ sku }) => ['QJ006', 'LB001', 'SN007', 'JP011'].includes(sku));
  for (const sale of sales) {
    const sumFen = sale.lines.reduce((sum, line) => sum + line.amountFen, 0);
    if (sale.type !== '销售') continue;
    const backOn = sale.day + random.int(0, 14);
    if (random.chance(2.6) && isOpen(backOn)) {
      const whole = random.chance(25);
      const taken = whole ? sale.lines : [random.pick(sale.lines)];
      later.push({
        ...sale,
        no: `TH${sale.no.slice(2)}`,
        day: backOn,
        minute:
          backOn === sale.day ? Math.min(sale.minute + random.int(20, 200), 19 * 60) : random.int(8 * 60, 17 * 60),
        type: '退货',
        refNo: sale.no,
        lines: taken.map((line) => takeBack(random, line)),
        discountFen: whole ? -sale.discountFen : 0,
        note: random.pick(['尺寸不对', '买多了', '颜色不喜欢', '质量问题', '业主不要了', '']),
      });
    } else if (sumFen > 50_000 && random.chance(13)) {
      const good = random.pick(gifts);
      later.push({
        ...sale,
        no: `ZP${sale.no.slice(2)}`,
        minute: sale.minute + 1,
        type: '赠品',
        lines: [{ good, qtyMilli: 1000, unitPriceFen: 0, amountFen: 0 }],
        discountFen: 0,
        note: random.pick(['满赠', '老客户', '老板送的']),
      });
    }
  }
  return later;
}

/** The whole quantity of a line or some of it, negative. */
function takeBack(random: Random, line: SaleLine): SaleLine {
  const pieces = Math.floor(line.qtyMilli / 1000);
  const qtyMilli = pieces > 1 && line.qtyMilli % 1000 === 0 ? -1000 * random.int(1, pieces) : -line.qtyMilli;
  return { ...line, qtyMilli, amountFen: Math.round((line.unitPriceFen * qtyMilli) / 1000) };
}

import { dateOf, partsOf, toDay, weekdayOf, type Day } from './days.ts';
import { Random } from './random.ts';
import type { Sale } from './sales.ts';
import { callName, salesFrom, today, type Rhythm, type ShopCustomer } from './shop.ts';
import { shortCompanyName } from './words/chinese-companies.ts';
import { fullName, inventName } from './words/chinese-names.ts';
import { goods, isInSeason, type Good } from './words/goods.ts';
import { openSteps, remarks, type Remark, type Situation } from './words/talk.ts';

export interface LogEntry {
  day: Day;
  /** Minute of the day; absent where only the date was written down. */
  minute?: number;
  customer?: number;
  name: string;
  phone: string;
  channel: string;
  direction: string;
  purpose: string;
  text: string;
  outcome: string;
  next?: Day;
  clerk: string;
}

/** Days between contacts of a customer, and how many there are at most. */
const cadence: Record<Rhythm, { gap: [from: number, to: number]; most: number }> = {
  weekly: { gap: [25, 60], most: 30 },
  monthly: { gap: [90, 200], most: 12 },
  seasonal: { gap: [150, 330], most: 8 },
  occasional: { gap: [180, 400], most: 8 },
  once: { gap: [60, 240], most: 2 },
  fresh: { gap: [6, 25], most: 3 },
  lapsed: { gap: [60, 150], most: 4 },
  prospect: { gap: [30, 100], most: 5 },
};

/**
 * When the open steps are due, in days from `today`: some today, some missed, most ahead.
 * Every other planned step in the log was kept: a later contact follows on the planned day or the one after.
 */
const openDue = [
  Array<number>(9).fill(0),
  [-1, -1, -1, -1, -2, -2, -3, -3, -5, -6, -8, -12, -20, -34, -45, -80],
  [1, 2, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 6, 6, 7, 7, 7],
  [8, 9, 9, 10, 10, 11, 12, 13, 14, 16, 17, 18, 20, 21, 23, 25, 28, 30, 33, 38, 45, 60, 72],
].flat();

/** The contact log of the two years, the oldest first. The same log for every call. */
export function inventLog(customers: readonly ShopCustomer[], sales: readonly Sale[]): LogEntry[] {
  const random = new Random('青禾桥五金家居/log');
  const bought = new Map<number, { day: Day; good: Good }[]>();
  for (const { customer, day, lines, type } of sales) {
    if (customer === undefined || type !== '销售') continue;
    const list = bought.get(customer) ?? [];
    for (const { good } of lines) list.push({ day, good });
    bought.set(customer, list);
  }
  const open = new Map<number, number>();
  const candidates = customers.filter(({ rhythm }) => rhythm !== 'once');
  for (const [i, customer] of random.sample(candidates, openDue.length).entries())
    open.set(customer.index, openDue[i] ?? 0);

  const entries = customers.flatMap((customer) =>
    talkWith(random, customer, bought.get(customer.index) ?? [], open.get(customer.index)),
  );
  entries.push(...strangers(random));
  return entries.sort((a, b) => a.day - b.day || (a.minute ?? 0) - (b.minute ?? 0));
}

function talkWith(
  random: Random,
  customer: ShopCustomer,
  bought: readonly { day: Day; good: Good }[],
  openDueIn: number | undefined,
): LogEntry[] {
  const { gap, most } = cadence[customer.rhythm];
  const entries: LogEntry[] = [];
  // A customer with an open step is not spoken to again before it is done.
  const lastDay = openDueIn === undefined ? today - 1 : today + Math.min(openDueIn, 0) - random.int(1, 18);
  let day = customer.openedOn >= salesFrom ? customer.openedOn + random.int(0, 3) : salesFrom + random.int(0, gap[1]);
  if (customer.rhythm === 'lapsed') day = Math.max(day, (bought.at(-1)?.day ?? day) + random.int(-60, 120));
  while (day < lastDay && entries.length < most) {
    const remark = pickRemark(random, situationOf(random, customer, bought, day), day);
    const planned = remark.nextInDays === undefined ? undefined : day + random.int(...remark.nextInDays);
    const wait = random.int(...gap);
    const isKept =
      planned !== undefined &&
      (planned >= today ? openDueIn === undefined && planned > today : planned < lastDay && entries.length + 1 < most);
    entries.push(write(random, customer, bought, day, remark, isKept ? planned : undefined));
    day = isKept && planned !== undefined ? planned + random.int(0, 1) : day + wait;
  }
  if (openDueIn !== undefined)
    entries.push(write(random, customer, bought, lastDay, random.pick(openSteps), today + openDueIn));
  return entries;
}

function pickRemark(random: Random, situation: Situation, day: Day): Remark {
  const { month } = partsOf(day);
  return random.pick(remarks[situation].filter(({ months }) => months === undefined || months.includes(month)));
}

function situationOf(random: Random, customer: ShopCustomer, bought: readonly { day: Day }[], day: Day): Situation {
  const last = bought.findLast((purchase) => purchase.day <= day)?.day;
  if (random.chance(8)) return 'missed';
  if (last === undefined) {
    const situation = random.weighted({ ask: 88, vacant: 5, care: 7 });
    return situation === 'ask' && customer.kind !== 'person' ? 'tender' : situation;
  }
  if (random.chance(3.5)) return 'complaint';
  if (day - last > 150) return random.weighted({ winback: 78, care: 17, vacant: 5 });
  if (customer.kind !== 'person' || customer.rhythm === 'weekly')
    return random.weighted({ trade: 74, after: 10, care: 8, close: 8 });
  return random.weighted({ after: 46, ask: 20, care: 18, close: 16 });
}

function write(
  random: Random,
  customer: ShopCustomer,
  bought: readonly { day: Day; good: Good }[],
  day: Day,
  remark: Remark,
  next: Day | undefined,
): LogEntry {
  return {
    day,
    ...(random.chance(93) ? { minute: random.int(8 * 60 + 10, 18 * 60 + 50) } : {}),
    customer: customer.index,
    name: callName(customer),
    phone: random.chance(88) || customer.sharesPhoneWith !== undefined ? customer.mobile : '',
    channel: random.pick(remark.channels),
    direction: remark.direction,
    purpose: remark.purpose,
    text: fillSlots(random, remark.text, customer, bought, day, next),
    outcome: random.chance(97) ? remark.outcome : '',
    ...(next === undefined ? {} : { next }),
    clerk: random.weighted({ 阿芬: 46, 小周: 36, 老板: 18 }),
  };
}

function fillSlots(
  random: Random,
  text: string,
  customer: ShopCustomer,
  bought: readonly { day: Day; good: Good }[],
  day: Day,
  next: Day | undefined,
): string {
  const good = inventWish(random, customer, day);
  const recent = bought.filter((purchase) => purchase.day <= day).slice(-4);
  const old = recent.length === 0 ? good : random.pick(recent).good;
  const slots: Record<string, string> = {
    物: plainName(good),
    旧物: plainName(old),
    价: String(Math.max(1, Math.round((good.priceFen * random.pick([1, 1, 2, 5])) / 100))),
    款: String(random.int(3, 96) * 100 + random.pick([0, 0, 20, 50, 80])),
    数: String(random.int(2, 20)),
    称: addressed(random, customer),
    期: sayDay(day, next),
  };
  return text.replace(/\{(.+?)\}/g, (whole, slot: string) => slots[slot] ?? whole);
}

function inventWish(random: Random, customer: ShopCustomer, day: Day): Good {
  const buyer = customer.kind === 'person' ? 'home' : 'trade';
  const suitable = goods.filter(
    (good) =>
      (good.buyer === buyer || good.buyer === 'both') &&
      good.priceFen > (buyer === 'home' ? 3500 : 1200) &&
      isInSeason(good, partsOf(day).month),
  );
  return random.pick(suitable);
}

/** Name of a good without its measures. */
function plainName(good: Good): string {
  return good.name.split(' ')[0] ?? good.name;
}

function addressed(random: Random, customer: ShopCustomer): string {
  const { family, gender } = customer.person;
  if (customer.kind !== 'person' && customer.company !== undefined && customer.place !== null && random.chance(30))
    return shortCompanyName(customer.company, customer.place);
  if (customer.kind !== 'person') return `${family}${random.pick(['总', '老板', '经理'])}`;
  return `${family}${gender === 'male' ? random.pick(['师傅', '哥', '先生']) : random.pick(['姐', '阿姨', '女士'])}`;
}

function sayDay(day: Day, next: Day | undefined): string {
  const target = next ?? day + 3;
  if (target - day === 1) return '明天';
  if (target - day <= 6) return `周${'日一二三四五六'.charAt(weekdayOf(target))}`;
  const { month, day: dayOfMonth } = partsOf(target);
  return `${month}月${dayOfMonth}号`;
}

/** Calls from people who are in no list. */
function strangers(random: Random): LogEntry[] {
  return ['2025-06-18', '2026-03-09', '2026-11-12', '2026-11-19'].map((date) => ({
    day: toDay(date),
    minute: random.int(9 * 60, 17 * 60),
    name: fullName(inventName(random, 'middle')),
    phone: `1${random.pick(['39', '58', '87'])}${random.digits(8)}`,
    channel: '电话',
    direction: '呼入',
    purpose: '销售',
    text: `${dateOf(toDay(date)).slice(5)} 看到门头打来的，问晾衣架安装费`,
    outcome: '接通',
    clerk: '小周',
  }));
}

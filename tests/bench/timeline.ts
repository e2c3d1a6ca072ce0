import type { Channel, CustomerId } from '#shared/domain/customer/customer.ts';
import type { Interaction, Outcome } from '#shared/domain/interaction/interaction.ts';
import type { Order } from '#shared/domain/order/order.ts';
import { clockOf, dateOf, type Day } from '../samples/days.ts';
import type { Random } from '../samples/random.ts';
import { goods } from '../samples/words/goods.ts';
import { remarks, type Remark } from '../samples/words/talk.ts';
import { englishGoods, englishRemarks } from './english-talk.ts';
import { benchToday, enteredOn, inventId } from './record-parts.ts';

export interface Buyer {
  id: CustomerId;
  name: string;
  openedOn: Day;
  isEnglish: boolean;
  isTrade: boolean;
}

/** When somebody bought: still coming, gone for months, once, or never. */
type Course = 'current' | 'lapsed' | 'once' | 'prospect';

/** Orders and contacts of one customer, `count` in all, so that every class of customer occurs. */
export function inventTimeline(
  random: Random,
  buyer: Buyer,
  count: number,
): { orders: Order[]; interactions: Interaction[] } {
  const course: Course =
    count < 5
      ? random.weighted({ current: 20, lapsed: 20, once: 25, prospect: 35 })
      : random.weighted({ current: 62, lapsed: 28, once: 4, prospect: 6 });
  const orderCount = { current: Math.ceil(count * 0.45), lapsed: Math.ceil(count * 0.45), once: 1, prospect: 0 }[
    course
  ];
  const age = benchToday - buyer.openedOn;
  const until = course === 'lapsed' ? benchToday - random.int(Math.min(200, age - 1), age - 1) : benchToday;
  const days = spread(random, buyer.openedOn, until, orderCount, course === 'current');
  const orders = days.map((day, i) => inventOrder(random, buyer, day, i));
  const last = orders.at(-1);
  if (last !== undefined && orders.length > 3 && random.chance(10)) orders.push(refundOf(random, last));
  const interactions = spread(random, buyer.openedOn, benchToday, count - orders.length, false).map((day) =>
    inventInteraction(random, buyer, day),
  );
  return { orders, interactions };
}

/** Days in order between two; `isRecent` puts the last one within some weeks of the end. */
function spread(random: Random, from: Day, until: Day, count: number, isRecent: boolean): Day[] {
  const days = Array.from({ length: Math.max(0, count) }, (_, i) =>
    i === 0 && isRecent ? Math.max(from, until - random.int(0, 60)) : random.int(from, Math.max(from, until)),
  );
  return days.sort((a, b) => a - b);
}

function inventOrder(random: Random, buyer: Buyer, day: Day, index: number): Order {
  const lines = Array.from({ length: random.int(1, 3) }, () => {
    const good = random.pick(goods);
    const qty = random.int(1, buyer.isTrade ? 30 : 4);
    return {
      productId: `product-${good.sku}`,
      text: good.name,
      qtyMilli: qty * 1000,
      unitPriceFen: good.priceFen,
      amountFen: qty * good.priceFen,
    };
  });
  const sumFen = lines.reduce((sum, line) => sum + line.amountFen, 0);
  const discountFen = random.chance(20) ? sumFen % 1000 : 0;
  return {
    ...enteredOn(day),
    id: inventId(random),
    no: `XS${dateOf(day).slice(2).replaceAll('-', '')}${String(index).padStart(3, '0')}${random.digits(3)}`,
    customerId: buyer.id,
    date: `${dateOf(day)}T${clockOf(random.int(480, 1080))}`,
    type: random.chance(1) ? 'void' : random.chance(3) ? 'gift' : 'sale',
    channel: random.pick(['门店', '微信', '电话']),
    lines,
    discountFen,
    totalFen: sumFen - discountFen,
    origin: { kind: 'manual' },
  };
}

/** Some days later one line of a sale is given back. */
function refundOf(random: Random, sale: Order): Order {
  const [line] = sale.lines;
  const lines = line === undefined ? [] : [{ ...line, qtyMilli: -line.qtyMilli, amountFen: -line.amountFen }];
  return {
    ...sale,
    id: inventId(random),
    no: `TH${sale.no.slice(2)}`,
    type: 'refund',
    refOrderId: sale.id,
    lines,
    discountFen: 0,
    totalFen: lines[0]?.amountFen ?? 0,
  };
}

const channelOf: Record<string, Channel> = {
  电话: 'phone',
  微信: 'wechat',
  面访: 'visit',
  短信: 'sms',
  抖音: 'douyin',
};
const purposeOf: Record<string, NonNullable<Interaction['purpose']>> = {
  销售: 'sales',
  回访: 'follow-up',
  售后: 'service',
  催款: 'collection',
  关怀: 'care',
  调查: 'survey',
};
const outcomeOf: Record<string, Outcome> = {
  接通: 'reached',
  未接: 'missed',
  有意向: 'interested',
  拒绝: 'refused',
  成交: 'won',
  投诉: 'complaint',
  无效: 'invalid',
};
const allRemarks = Object.values(remarks).flat();

function inventInteraction(random: Random, buyer: Buyer, day: Day): Interaction {
  const remark = random.pick(allRemarks);
  return {
    ...enteredOn(day),
    id: inventId(random),
    customerId: buyer.id,
    at: `${dateOf(day)}T${clockOf(random.int(480, 1140))}`,
    channel: channelOf[random.pick(remark.channels)] ?? 'other',
    direction: remark.direction === '呼入' ? 'inbound' : 'outbound',
    purpose: purposeOf[remark.purpose] ?? 'other',
    outcome: outcomeOf[remark.outcome] ?? 'reached',
    text: buyer.isEnglish ? sayInEnglish(random) : sayInChinese(random, buyer, remark),
    origin: { kind: 'manual' },
  };
}

function sayInEnglish(random: Random): string {
  return random
    .pick(englishRemarks)
    .replace('{g}', random.pick(englishGoods))
    .replace('{n}', String(random.int(2, 40)));
}

function sayInChinese(random: Random, buyer: Buyer, remark: Remark): string {
  const good = (random.pick(goods).name.split(' ')[0] ?? '').replace(/^LED/, '');
  const slots: Record<string, string> = {
    物: good,
    旧物: good,
    价: String(random.int(5, 900)),
    款: String(random.int(3, 96) * 100),
    数: String(random.int(2, 20)),
    称: buyer.isTrade ? '老板' : `${buyer.name.slice(0, 1)}${random.pick(['师傅', '姐', '哥', '阿姨'])}`,
    期: `周${random.character('一二三四五六日')}`,
  };
  return remark.text.replace(/\{(.+?)\}/g, (whole, slot: string) => slots[slot] ?? whole);
}

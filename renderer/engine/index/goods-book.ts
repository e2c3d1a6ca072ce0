import { fromEpochDay, type EpochDay } from '#shared/calendar/day.ts';
import { searchKeys } from '#shared/match/pinyin.ts';
import { cleanText, foldText } from '#shared/match/text.ts';
import type { OfferedGoods } from '../api.ts';
import { none } from './columns/column-layout.ts';
import type { Columns } from './columns/columns.ts';

/** More are not gone through: what was sold least and longest ago is typed out. */
const mostGoods = 20_000;
/** About a millisecond. */
const spelledAtOnce = 32;
/** After so many days a sale weighs half. */
const halfLifeDays = 180;
/** What is older than ten years weighs as little as that. */
const weights = Float64Array.from({ length: 3_653 }, (_, days) => 2 ** (-days / halfLifeDays));

interface Spelling {
  folded: string;
  /** Best reading without blanks, and where its syllables begin. */
  reading: string;
  syllables: readonly number[];
  full: readonly string[];
  initials: readonly string[];
}

/** What everybody bought, by the numbers of `columns.goods`. */
interface Drawn {
  revision: number;
  today: EpochDay;
  /** Those sold often and lately first. */
  standing: Uint32Array;
  prices: Float64Array;
}

/** What is sold, to be offered while an order is typed. Drawn from the columns anew once they are others. */
export class GoodsBook {
  readonly #columns: Columns;
  readonly #spellings = new Map<number, Spelling>();
  #drawn: Drawn | null = null;

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  /** Spells what is not spelled yet, some at each step: the first text would wait for all of them. */
  *prepare(today: EpochDay): Generator<void> {
    let spelled = 0;
    for (const number of this.#draw(today).standing) {
      if (this.#spellings.has(number)) continue;
      this.#spell(number);
      spelled += 1;
      if (spelled % spelledAtOnce === 0) yield;
    }
  }

  /**
   * At most so many: what is called just that, then what this customer bought, the last first, then what others bought, that which
   * is sold often and lately first. An empty text means anything; letters mean names in pinyin too.
   * @param customer the customer's index, -1 for none
   */
  offer(customer: number, text: string, today: EpochDay, most: number): OfferedGoods[] {
    const { standing, prices } = this.#draw(today);
    const { goods } = this.#columns;
    const own = this.#boughtBy(customer);
    const isMeant = this.#meaning(text);
    const found: number[] = [];
    const exact = goods.find(cleanText(text));
    if (exact > 0 && (own.has(exact) || knownPrice(prices[exact]) !== null)) found.push(exact);
    for (const numbers of [own.keys(), standing]) {
      for (const number of numbers) {
        if (found.length >= most) break;
        if (isMeant(number) && !found.includes(number)) found.push(number);
      }
    }
    return found.map((number) => {
      const bought = own.get(number);
      const priceFen = bought?.priceFen ?? knownPrice(prices[number]);
      return { name: goods.valueOf(number), priceFen, boughtOn: bought ? fromEpochDay(bought.day) : null };
    });
  }

  /** The last first. */
  #boughtBy(customer: number): Map<number, { day: EpochDay; priceFen: number | null }> {
    if (customer < 0) return new Map();
    const { goods } = this.#columns.lists;
    const [days, prices] = [goods.list(customer, 1), goods.list(customer, 2)];
    const bought = Array.from(goods.list(customer, 0), (number, at) => {
      return [number, { day: days[at] ?? none, priceFen: knownPrice(prices[at]) }] as const;
    });
    return new Map(bought.toSorted(([, a], [, b]) => b.day - a.day));
  }

  #meaning(text: string): (number: number) => boolean {
    const words = foldText(text)
      .split(' ')
      .filter((word) => word !== '');
    return (number) => words.every((word) => isWordOf(word, this.#spellings.get(number) ?? this.#spell(number)));
  }

  #spell(number: number): Spelling {
    const name = this.#columns.goods.valueOf(number);
    const { reading, full, initials } = searchKeys(name);
    const parts = reading.split(' ');
    const spelling = {
      folded: foldText(name),
      reading: parts.join(''),
      syllables: parts.map((_, at) => parts.slice(0, at).join('').length),
      full,
      initials,
    };
    this.#spellings.set(number, spelling);
    return spelling;
  }

  #draw(today: EpochDay): Drawn {
    const { revision } = this.#columns;
    if (this.#drawn?.revision !== revision || this.#drawn.today !== today) {
      this.#drawn = { revision, today, ...drawGoods(this.#columns, today) };
      for (const number of this.#spellings.keys()) {
        if (this.#columns.goods.valueOf(number) === '') this.#spellings.delete(number);
      }
    }
    return this.#drawn;
  }
}

function knownPrice(priceFen: number | undefined): number | null {
  return priceFen === undefined || priceFen === none ? null : priceFen;
}

/** A part of the name, or of how it is read from the beginning of a syllable on; of one letter only the first one. */
function isWordOf(word: string, { folded, reading, syllables, full, initials }: Spelling): boolean {
  if (folded.includes(word)) return true;
  if (!/^[a-z\d]+$/.test(word)) return false;
  if (word.length === 1) return initials.some((letters) => letters.startsWith(word));
  return (
    initials.some((letters) => letters.includes(word)) ||
    syllables.some((at) => reading.startsWith(word, at)) ||
    full.some((whole) => whole.startsWith(word))
  );
}

function drawGoods(columns: Columns, today: EpochDay): Pick<Drawn, 'standing' | 'prices'> {
  const { goods, lists, count, alive } = columns;
  const { deleted } = columns.numbers;
  const size = goods.values.length;
  const weight = new Float64Array(size);
  const prices = new Float64Array(size).fill(none);
  const pricedOn = new Int32Array(size).fill(none);
  const [numbers, days, costs] = [lists.goods.array(0), lists.goods.array(1), lists.goods.array(2)];
  for (let index = 0; index < count; index += 1) {
    if (alive[index] !== 1 || deleted[index] !== 0) continue;
    const start = lists.goods.start(index);
    for (let at = start; at < start + lists.goods.count(index); at += 1) {
      const [number, day, cost] = [numbers[at] ?? 0, days[at] ?? none, costs[at] ?? none];
      weight[number] = (weight[number] ?? 0) + weightOf(today - day);
      if (cost === none || day < (pricedOn[number] ?? none)) continue;
      prices[number] = cost;
      pricedOn[number] = day;
    }
  }
  return { standing: heaviest(weight), prices };
}

function weightOf(days: number): number {
  return weights[Math.min(Math.max(days, 0), weights.length - 1)] ?? 0;
}

function heaviest(weight: Float64Array): Uint32Array {
  const least = weight.length <= mostGoods ? 0 : (weight.toSorted()[weight.length - mostGoods] ?? 0);
  const used = Uint32Array.from(weight.keys()).filter((number) => {
    const own = weight[number] ?? 0;
    return own > 0 && own >= least;
  });
  return used.sort((a, b) => (weight[b] ?? 0) - (weight[a] ?? 0));
}

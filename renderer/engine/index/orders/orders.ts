import type { SortColumn } from '../../api.ts';
import type { NumberColumn } from '../columns/column-layout.ts';
import type { Columns } from '../columns/columns.ts';
import { DetailNumbers } from './detail-numbers.ts';
import { DetailOrder } from './detail-order.ts';
import type { KeptOrder, PackedOrder } from './kept-order.ts';
import { NumberOrder } from './number-order.ts';
import { TextOrder } from './text-order.ts';

export const textOrders = ['name', 'organization', 'phone'] as const;
export type TextSort = (typeof textOrders)[number];

type LastingOrder = TextSort | 'standing';

/** Which column of numbers each column of the list is sorted by. */
const numberColumns = {
  lastContact: 'lastContactDay',
  nextFollowUp: 'nextDueMin',
  revenue: 'revenueFen',
  purchases: 'purchases',
  lastPurchase: 'lastPurchaseDay',
  created: 'createdMs',
  completeness: 'completeness',
} as const satisfies Partial<Record<SortColumn, NumberColumn>>;
export type NumberSort = keyof typeof numberColumns;
const numberSorts = Object.keys(numberColumns) as NumberSort[];

/** The orders in which lists show the customers. One by numbers or details is made when it is first asked for. */
export class Orders {
  readonly #columns: Columns;
  readonly #texts: Record<TextSort, TextOrder>;
  readonly #numbers = new Map<NumberSort, NumberOrder>();
  readonly #standing: NumberOrder;
  readonly #details = new Map<string, DetailOrder>();
  readonly #detailNumbers: DetailNumbers;

  constructor(columns: Columns) {
    this.#columns = columns;
    this.#detailNumbers = new DetailNumbers(columns);
    const { sortName, sortOrganization, phoneDigits } = columns.texts;
    this.#texts = {
      name: new TextOrder(sortName),
      organization: new TextOrder(sortOrganization),
      phone: new TextOrder(phoneDigits),
    };
    this.#standing = new NumberOrder([
      { keys: () => columns.numbers.revenueFen, descending: true },
      { keys: () => columns.numbers.lastContactDay, descending: true },
    ]);
  }

  touch(index: number): void {
    for (const order of Object.values(this.#texts)) order.touch(index);
  }

  /** Those that lie in the image: they take longest to make, and the first list stands in one of them. */
  lasting(): Record<LastingOrder, KeptOrder> {
    const { name, organization, phone } = this.#texts;
    return {
      name: name.current(),
      organization: organization.current(),
      phone: phone.current(),
      standing: this.byStanding(),
    };
  }

  /** Takes over what `lasting` gave for the same customers. */
  restore(take: (name: LastingOrder) => PackedOrder): void {
    for (const column of textOrders) this.#texts[column].restore(take(column));
    this.#standing.restore(take('standing'));
  }

  /** The valuable first, among equals those who were spoken with last. */
  byStanding(): KeptOrder {
    return this.#standing.current(this.#columns.count, this.#columns.revision);
  }

  byText(column: TextSort): KeptOrder {
    return this.#texts[column].current();
  }

  byNumber(column: NumberSort): KeptOrder {
    let order = this.#numbers.get(column);
    if (!order) {
      order = new NumberOrder([{ keys: () => this.keysOf(column), descending: false }]);
      this.#numbers.set(column, order);
    }
    return order.current(this.#columns.count, this.#columns.revision);
  }

  /** Ranks of the texts of a field, by their places among the details. */
  byDetail(field: string, column: Uint32Array): Uint32Array {
    const order = this.#details.get(field) ?? new DetailOrder();
    this.#details.set(field, order);
    return order.current(column, this.#columns.details.values);
  }

  /** Makes the orders ahead; a step takes as long as the first sort by one of them would. */
  *prepare(): Generator<void> {
    this.byStanding();
    yield;
    for (const column of textOrders) {
      this.byText(column);
      yield;
    }
    for (const column of numberSorts) {
      this.byNumber(column);
      yield;
    }
  }

  /** By customer: the number that a field of the details holds, NaN for none; `null` where somebody has several. */
  numbersOf(field: string): Float64Array | null {
    return this.#detailNumbers.of(field);
  }

  keysOf(column: NumberSort) {
    return this.#columns.numbers[numberColumns[column]];
  }
}

export function isNumberSort(column: SortColumn): column is NumberSort {
  return column in numberColumns;
}

export function isTextSort(column: SortColumn): column is TextSort {
  return (textOrders as readonly SortColumn[]).includes(column);
}

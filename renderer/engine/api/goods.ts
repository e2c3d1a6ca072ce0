import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { LocalDate } from '#shared/domain/record.ts';

/** What is sold, as it is called on orders. */
export interface GoodsApi {
  /**
   * A few goods that a text may mean, best first: those that this customer bought, then those sold often and lately. Of a buyer who
   * is not known yet (`null`) there are only the latter.
   */
  offeredGoods(customerId: CustomerId | null, text: string): OfferedGoods[];
}

export interface OfferedGoods {
  name: string;
  /** The customer's own last price, else anybody's; `null` when none is known. */
  priceFen: number | null;
  /** When the customer bought it last; `null` for what only others bought. */
  boughtOn: LocalDate | null;
}

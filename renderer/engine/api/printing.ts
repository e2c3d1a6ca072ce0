import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { PrintedCustomer } from '#shared/print/printed-customer.ts';
import type { CustomerRow } from './lists.ts';

/** Customers on their way to paper. */
export interface PrintingApi {
  /** In this order, without those who are gone; ask for some dozens at a time. */
  printed(ids: CustomerId[]): CustomerOnPaper[];
}

/** A customer with the row that the list has of it. */
export type CustomerOnPaper = PrintedCustomer & { row: CustomerRow };

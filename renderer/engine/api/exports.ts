import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { ExportedCustomer } from '#shared/exports/exported-customer.ts';
import type { Widths } from '#shared/exports/widths.ts';
import type { CustomerRow } from './lists.ts';

/** Customers on their way into a file. Both are asked for some hundreds of customers at a time. */
export interface ExportsApi {
  /** How many columns the lists of these customers need, and those of their contact persons. */
  exportWidths(ids: CustomerId[]): { customers: Widths; contacts: Widths };
  /** In this order, without those who are gone. */
  exported(ids: CustomerId[]): ExportedCustomer<CustomerRow>[];
}

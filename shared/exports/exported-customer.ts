import type { ClassKey, Dimension } from '../domain/class-scheme/class-scheme.ts';
import type { Contact } from '../domain/contact/contact.ts';
import type { Customer } from '../domain/customer/customer.ts';
import type { LocalDate, LocalTime } from '../domain/record.ts';

/** What lists say of a customer that follows from other records. */
export interface ExportedFacts {
  classes: Record<Dimension, ClassKey>;
  lastContact: LocalDate | null;
  lastPurchase: LocalDate | null;
  nextFollowUp: { due: LocalTime; title: string } | null;
  revenueFen: number;
  purchases: number;
  /** By field: the name of the introducer and of customers that own fields mean. */
  details: Record<string, string>;
}

/** A customer as it leaves Kebu in a file. */
export interface ExportedCustomer<Row extends ExportedFacts = ExportedFacts> {
  customer: Customer;
  /** The primary one first, those who left last. */
  contacts: Contact[];
  row: Row;
}

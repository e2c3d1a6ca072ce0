import type { CheckCoverage } from '#shared/check-up/coverage.ts';
import type { CheckReport } from '#shared/check-up/report.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { LocalDate } from '#shared/domain/record.ts';

/** Whose details are to be checked again, and what checking them came to. */
export interface CheckUpsApi {
  checkUp(): CheckUp;
  /** Who is to be checked next, the most valuable and longest unchecked first, without these. */
  nextChecks(besides: CustomerId[], limit: number): DueCustomer[];
  /** What the checks since a day came to, with the names of those who were passed over meanwhile. */
  checkReport(since: LocalDate, skipped: CustomerId[]): NamedReport;
}

/** How far the details of everybody are as they should be. */
export interface CheckUp {
  /** By value class. */
  coverage: CheckCoverage[];
  due: number;
  /** Customers checked since the first day of the quarter who are not due again. */
  checked: number;
  quarterFrom: LocalDate;
}

export interface DueCustomer {
  id: CustomerId;
  intervalDays: number;
  ageDays: number;
}

export interface NamedReport {
  report: CheckReport;
  names: Record<CustomerId, string>;
}

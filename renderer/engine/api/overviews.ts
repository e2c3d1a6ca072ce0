import type { ClassKey, Dimension } from '#shared/domain/class-scheme/class-scheme.ts';
import type { Channel, CustomerId, YearlyDate } from '#shared/domain/customer/customer.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import type { LocalDate, LocalTime } from '#shared/domain/record.ts';
import type { Counts } from '#shared/ipc/contract.ts';
import type { CustomerRow } from './lists.ts';

/** The archive seen from above: the day, the calendar, the classes. */
export interface OverviewsApi {
  today(): TodayView;
  calendar(from: LocalDate, to: LocalDate): CalendarDay[];
  schemes(): SchemeOverview[];
  overview(): ArchiveOverview;
}

/** As much of a customer as the lists of the day show. There may be more than a thousand of them. */
export interface TodayCustomer extends Pick<CustomerRow, 'id' | 'name' | 'organization' | 'phone'> {
  value: ClassKey;
}

export interface TodayItem {
  customer: TodayCustomer;
  followUp: {
    id: string;
    title: string;
    due: LocalTime;
    kind: FollowUp['kind'];
    channel?: Channel | undefined;
    recurring: boolean;
    /** Why it was last put off. */
    putOffReason?: string | undefined;
  };
  /** Negative: days left; 0: today; positive: days overdue. */
  daysOverdue: number;
  why: { rule: string; values: Record<string, string | number> }[];
  /** Sort weight, most urgent first. */
  score: number;
}

export interface TodayView {
  today: LocalDate;
  promises: TodayItem[];
  due: TodayItem[];
  /** Fell due while Kebu was closed. */
  missed: TodayItem[];
  birthdays: {
    customer: Pick<CustomerRow, 'id' | 'name'>;
    label: string;
    date: YearlyDate;
    on: LocalDate;
    turns?: number | undefined;
  }[];
  /** Valuable customers without a plan, for an empty day. */
  neglected: CustomerRow[];
  /** Customers whose details are to be checked. */
  checksDue: number;
  doneToday: number;
  doneThisWeek: number;
  onTimePercent: number | null;
}

export interface CalendarDay {
  day: LocalDate;
  /** Birthdays, then follow-ups by time, then contacts; at most 100. */
  items: CalendarItem[];
  /** How many more there are. */
  more: number;
}

export type CalendarItem =
  | {
      type: 'follow-up';
      customerId: CustomerId;
      customerName: string;
      followUp: Pick<FollowUp, 'id' | 'title' | 'due' | 'kind' | 'status'>;
      /** A later instance of a recurring one. */
      projected: boolean;
    }
  | { type: 'birthday'; customerId: CustomerId; customerName: string; label: string; date: YearlyDate }
  | { type: 'interaction'; customerId: CustomerId; customerName: string; count: number };

export interface SchemeOverview {
  dimension: Dimension;
  classes: { class: ClassKey; count: number; revenueFen: number; movedIn: number; movedOut: number }[];
  /** Customers in exactly one class; always all of them. */
  covered: number;
  total: number;
  overlapping: number;
  /** Customers in the catch-all class because data is missing. */
  unknown: number;
}

export interface ArchiveOverview {
  counts: Counts;
  customers: number;
  inBin: number;
  dueToday: number;
  seq: number;
  revision: number;
  practice: boolean;
}

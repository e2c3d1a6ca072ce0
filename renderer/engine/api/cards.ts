import type { ClassKey, Dimension } from '#shared/domain/class-scheme/class-scheme.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import type { OrderKin } from '#shared/domain/order/amend-order.ts';
import type { CatalogueTable, RecordOf } from '#shared/domain/tables.ts';
import type { TimelineEntry, TimelineFilter } from '#shared/domain/timeline/list-timeline.ts';
import type { TimelineMonth } from '#shared/domain/timeline/timeline-months.ts';
import type { LocalDate } from '#shared/domain/record.ts';
import type { CustomerRow, RowRange } from './lists.ts';
import type { MergedCustomer } from './merging.ts';

/** One customer and what is kept beside the customers. */
export interface CardsApi {
  dossier(id: CustomerId): Dossier;
  /** Several at once, in any order, without those that are gone; ask for some dozens, not for thousands. */
  dossiers(ids: CustomerId[]): Dossier[];
  /** What a card begins with, in one answer, so that it is drawn once. */
  card(id: CustomerId): CardAnswer;
  /** What can be shown of a card whose past takes long to be read; `null` where all of it is there as quickly. */
  cardHead(id: CustomerId): CardHead | null;
  /** Where somebody is by now of whom something was typed before; `null` when they are erased. */
  whereabouts(id: CustomerId): Whereabouts | null;
  /** Entries of everything that happened with a customer, newest first. */
  timeline(id: CustomerId, filter: TimelineFilter, range: RowRange): TimelinePage;
  /** In which months something happened with a customer, newest first. */
  timelineMonths(id: CustomerId, filter: TimelineFilter): TimelineMonth[];
  /** Where an entry stands in the timeline; `null` where it does not. */
  placeInTimeline(id: CustomerId, entryId: string): TimelinePlace | null;
  /** The orders that give back one of a customer's orders, or what it gives back. */
  orderKin(id: CustomerId, orderId: string): OrderKin;
  catalogue<T extends CatalogueTable>(table: T): RecordOf<T>[];
}

export interface CardAnswer {
  /** Of entries that are very many only the newest of each kind; `timeline` has the others. */
  dossier: Dossier;
  hasOlder: boolean;
  /** The classes the customer is in, each with the numbers that put it there and what would change it; none in the bin. */
  classes: ClassExplanation[];
  /** Who was merged into the customer, the last one first; those who came along with another after them. */
  merged: MergedCustomer[];
  /** Whom the customer turned out to be, when it was merged itself. */
  survivor: CustomerId | null;
  /** How a Chinese name is read, `zeng wei`; empty for a name in Latin letters. */
  reading: string;
}

/** Whoever was merged is whom they turned out to be. */
export interface Whereabouts {
  id: CustomerId;
  name: string;
  isInBin: boolean;
}

export interface CardHead {
  /** The customer as they are, and of what happened with them only what lies beside. */
  card: CardAnswer;
  lastContact: LocalDate | null;
  nextFollowUp: CustomerRow['nextFollowUp'];
}

export interface TimelinePage {
  entries: TimelineEntry[];
  /** How many there are in all. */
  total: number;
}

export interface TimelinePlace {
  /** The widest list that has it. */
  filter: TimelineFilter;
  /** How many are newer. */
  at: number;
}

export interface ClassExplanation {
  dimension: Dimension;
  class: ClassKey;
  /** Key of the sentence `why.<dimension>.<rule>` and the numbers it needs. */
  rule: string;
  values: Record<string, string | number>;
  /** What would change it, if a number can be given: key `next.<rule>`. */
  next?: { rule: string; values: Record<string, string | number> } | undefined;
  /** An opening sale counts in it. */
  isOpened?: boolean | undefined;
}

import type { CustomerId, CustomerKind, Referral } from '#shared/domain/customer/customer.ts';
import type { LocalDate } from '#shared/domain/record.ts';
import type { Relation } from '#shared/domain/relation/relation.ts';
import type { RelationKind } from '#shared/domain/relation-kind/relation-kind.ts';
import type { RelationLine } from '#shared/relations/write-relations.ts';
import type { RelationRole } from '#shared/domain/relation/relation-role.ts';

/** Who stands to whom, asked from either side. */
export interface RelationsApi {
  /** How a customer and its contact persons stand to others, what their groups come to, and who was introduced. */
  relations(id: CustomerId): RelationsView;
  /** Kinds of the user's own; those that were removed come too, since relations may still be of them. */
  relationKinds(): RelationKind[];
  /** Every relation between people outside the bin, each once, for a file. */
  relationLines(): RelationLine[];
  /** Everybody at most two steps away, as far as a picture can show them. */
  relationMap(id: CustomerId): RelationMap;
  /**
   * Whom a customer introduced, or, for `null`, the introducers whom nobody introduced; those at the top who brought most.
   * At most so many, with the number of all; `of` is the customer as a row.
   */
  introduced(by: CustomerId | null, limit: number): { of: IntroducedRow | null; rows: IntroducedRow[]; total: number };
  /** Who introduced a customer, who introduced that one, and so on up to the first. */
  introducers(id: CustomerId): { id: CustomerId; name: string }[];
  /** Others of the households of the customer and its contact persons whom somebody spoke with, or tried to, on this day. */
  householdContacts(id: CustomerId, day: LocalDate): { id: CustomerId; name: string }[];
}

/** Somebody at an end: a customer, a contact person of one, or a name that is not in the archive yet. */
export interface RelatedPerson {
  kind: CustomerKind | 'contact' | 'name';
  /** The customer, or whose contact person it is; `null` for a mere name. */
  customerId: CustomerId | null;
  contactId: string | null;
  name: string;
  /** Where somebody belongs: the company of a contact person, the organization of a customer. */
  detail: string;
  isInBin: boolean;
}

export interface RelationEntry {
  record: Relation;
  /** The contact person of this customer who stands at the near end; `null` for the customer. */
  near: RelatedPerson | null;
  other: RelatedPerson;
  /** What the other one is to the near end. */
  role: RelationRole;
  isCurrent: boolean;
}

/** People of one household or companies of one group, each counted once. */
export interface RelationGroupView {
  /** The near ones first; at most 50. */
  members: GroupMember[];
  /** Everybody, those without a card of their own too. */
  count: number;
  /** Net revenue of the past year, and of all time. */
  revenueFen: number;
  totalFen: number;
  purchases: number;
  lastContact: LocalDate | null;
  openFollowUps: number;
  overdueFollowUps: number;
}

export interface GroupMember extends RelatedPerson {
  lastContact: LocalDate | null;
  totalFen: number;
}

export interface IntroducedRow {
  id: CustomerId;
  name: string;
  isInBin: boolean;
  /** Net revenue of all time of this customer. */
  totalFen: number;
  /** Whom this one introduced, and whom those introduced in turn; what they bought. */
  direct: number;
  all: number;
  directFen: number;
  allFen: number;
}

export interface RelationsView {
  entries: RelationEntry[];
  household: RelationGroupView | null;
  company: RelationGroupView | null;
  introducedBy: (RelatedPerson & Pick<Referral, 'on' | 'note'>) | null;
  introduced: Pick<IntroducedRow, 'direct' | 'all' | 'directFen' | 'allFen'> & {
    /** Those who brought most first; at most 20. */
    rows: IntroducedRow[];
  };
  /** Whom this customer introduced lately without having been thanked. */
  thanks: { id: CustomerId; name: string; hasBought: boolean; on: LocalDate }[];
}

export interface RelationMapNode extends RelatedPerson {
  /** 0 is the customer in the middle. */
  ring: 0 | 1 | 2;
}

export interface RelationMap {
  nodes: RelationMapNode[];
  /**
   * Places in `nodes`; `role` is what the second is to the first: `introduced` where the first introduced the second, `contact`
   * where it is a contact person of the first.
   */
  edges: { from: number; to: number; role: RelationRole; isCurrent: boolean }[];
  /** How many more stand on the two rings. */
  more: number;
}

import type { Reason } from '../../changes/reasons.ts';
import type { Attachment } from '../attachment/attachment.ts';
import type { Contact } from '../contact/contact.ts';
import type { ClassChange } from '../class-change/class-change.ts';
import type { Customer, CustomerId } from '../customer/customer.ts';
import type { FollowUp } from '../follow-up/follow-up.ts';
import type { Interaction } from '../interaction/interaction.ts';
import type { Order } from '../order/order.ts';
import type { ImportedRow } from '../record.ts';
import type { Relation } from '../relation/relation.ts';
import type { DossierTable } from '../tables.ts';

/** One changed field of one record: what stood before, what stands now, when, and in which change set. */
export interface FieldHistoryEntry {
  table: DossierTable;
  recordId: string;
  /** Field name; `*` when the whole record was created, deleted or brought back. */
  field: string;
  before?: unknown;
  after?: unknown;
  at: string;
  changeSetId: string;
  /** Why it was changed; absent where somebody edited it by hand. */
  reason?: Reason | undefined;
  /** The row of an imported file that said so. */
  from?: ImportedRow | undefined;
}

/** Everything about one customer. The stored unit: one sealed row, split into parts only when it grows. */
export interface Dossier {
  customerId: CustomerId;
  customer: Customer;
  contact: Contact[];
  interaction: Interaction[];
  followUp: FollowUp[];
  order: Order[];
  classChange: ClassChange[];
  /** Those that lie in this dossier; others point here from theirs. */
  relation: Relation[];
  attachment: Attachment[];
  history: FieldHistoryEntry[];
}

import type { Channel, CustomerId, CustomerKind } from '#shared/domain/customer/customer.ts';
import type { LocalDate, LocalTime } from '#shared/domain/record.ts';
import type { Language } from '#shared/i18n/catalogue.ts';
import type { FormOrder, MadeForm } from '#shared/self-update/make-form.ts';
import type { Proposal } from '#shared/self-update/proposals.ts';
import type { Refusal } from '#shared/self-update/reply.ts';
import type { Committed } from './writing.ts';

/** Customers who are asked to look through what is known of them, and what they answer. */
export interface SelfUpdateApi {
  /** A form for each of these customers, in their order, without those who are gone; ask for some hundreds at a time. */
  makeForms(ids: CustomerId[], order: FormOrder): CustomerForm[];
  /** What a text is that came back; nothing is written. */
  readReply(incoming: IncomingReply): ReplyReading;
  /** Takes the chosen points over and notes that the customer said so, as one change set. Fails as soon as the reply is none any more. */
  takeOverReply(incoming: IncomingReply, chosen: string[], arrived: { channel: Channel; at: LocalTime }): Committed;
}

export interface CustomerForm extends MadeForm {
  id: CustomerId;
  formId: string;
  name: string;
  kind: CustomerKind;
  /** The customer's. */
  code: string;
}

export interface IncomingReply {
  text: string;
  /** From whom it should be; without, whoever the form was for. A reply in words tells nobody whose it is. */
  from: CustomerId | null;
  /** In which the points are named. */
  language: Language;
}

export type ReplyPoint = Omit<Proposal, 'take'>;

/** `refused`: the text is no reply. `stranger`: of another customer than the one meant. `gone`: of one who is erased. `repeated`: taken over already. */
export type ReplyReading =
  | { is: 'refused'; refusal: Refusal }
  | { is: 'stranger' | 'bin'; id: CustomerId; name: string }
  | { is: 'gone' }
  | { is: 'repeated'; id: CustomerId; name: string; on: LocalDate }
  | ReadReply;

export interface ReadReply {
  is: 'read';
  id: CustomerId;
  name: string;
  /** Of a form, and not in words. */
  isForm: boolean;
  points: ReplyPoint[];
  /** Points about what is not there any more. */
  passed: number;
  remark: string;
}

import type { Contact } from '../domain/contact/contact.ts';
import type { ContactDraft } from '../domain/contact/draft-contact.ts';
import type { Customer } from '../domain/customer/customer.ts';
import type { CustomerDraft } from '../domain/customer/draft-customer.ts';
import type { LocalDate } from '../domain/record.ts';
import type { WrittenWorld } from '../facts/typed.ts';
import type { MessageKey } from '../i18n/messages.ts';
import type { Translate } from '../i18n/translate.ts';
import type { ReplyKey } from './form.ts';

/** What of a customer a reply is laid beside. */
export interface Known {
  customer: Customer;
  contacts: readonly Contact[];
}

/** A customer and the contact persons while a reply is taken over, point by point. */
export interface Draft {
  customer: CustomerDraft;
  people: readonly ContactDraft[];
}

export interface ReplyWorld extends WrittenWorld {
  key: ReplyKey;
  t: Translate;
  today: LocalDate;
  /** UTC, ISO 8601: when it is taken over. */
  at: string;
  newId: () => string;
}

export const proposalKinds = ['changed', 'added', 'over', 'confirmed', 'unreadable'] as const;

/** One point of a reply, to be taken over by itself or left. */
export interface Proposal {
  id: string;
  kind: (typeof proposalKinds)[number];
  label: string;
  /** The contact person it is about. */
  person?: string | undefined;
  /** As it stands in the archive. */
  now: string;
  /** As the customer says it is. */
  says: string;
  /** Changed here since the form was made, so that the customer may not know of it. */
  isStale: boolean;
  /** Why it cannot be taken over. */
  problem?: MessageKey | undefined;
  take: (draft: Draft) => Draft;
}

export type Step = (draft: Draft) => Draft | { problem: MessageKey };

/** A point that is only one if it can be written to the customer as it is now; otherwise it says why not. */
export function propose(known: Known, proposal: Omit<Proposal, 'take' | 'problem'>, step: Step): Proposal {
  const tried = step(draftOfKnown(known));
  if ('problem' in tried) {
    return { ...proposal, kind: 'unreadable', problem: tried.problem, take: (draft) => draft };
  }
  return {
    ...proposal,
    take: (draft) => {
      const taken = step(draft);
      return 'problem' in taken ? draft : taken;
    },
  };
}

export function draftOfKnown({ customer, contacts }: Known): Draft {
  return { customer: bare(customer), people: contacts.map(bare) };
}

function bare<R extends Customer | Contact>(record: R): Omit<R, 'version' | 'createdAt' | 'updatedAt' | 'deletedAt'> {
  const { version: _version, createdAt: _createdAt, updatedAt: _updatedAt, deletedAt: _deletedAt, ...draft } = record;
  return draft;
}

import { isEqualValue } from '../changes/record-content.ts';
import type { ContactDraft } from '../domain/contact/draft-contact.ts';
import type { CustomerDraft } from '../domain/customer/draft-customer.ts';
import { draftOfKnown, type Known, type Proposal, type ReplyWorld } from './proposals.ts';

export interface TakenOver {
  /** `null` where it stays as it is. */
  customer: CustomerDraft | null;
  /** Those that change and those that come. */
  people: ContactDraft[];
}

/**
 * The records as they are with the chosen points taken over. A customer who looked through everything, and of whose reply nothing is
 * left out, has said that all of it holds: that is as good as looking through it today.
 */
export function takeOver(
  { proposals, isThorough }: { proposals: readonly Proposal[]; isThorough: boolean },
  chosen: ReadonlySet<string>,
  known: Known,
  { today }: ReplyWorld,
): TakenOver {
  const before = draftOfKnown(known);
  const taken = proposals.filter(({ id, problem }) => chosen.has(id) && problem === undefined);
  const after = taken.reduce((draft, { take }) => take(draft), before);
  const isWhole = isThorough && taken.length > 0 && taken.length === proposals.length;
  const isNewer = (before.customer.verifiedOn ?? '') < today;
  const customer = isWhole && isNewer ? { ...after.customer, verifiedOn: today } : after.customer;
  const people = after.people.filter((person) => {
    const was = before.people.find(({ id }) => id === person.id);
    return was === undefined || !isEqualValue(was, person);
  });
  return { customer: isEqualValue(before.customer, customer) ? null : customer, people };
}

import { isUsable } from '../../reach/ways.ts';
import type { Dossier } from '../dossier/dossier.ts';
import type { FollowUp } from '../follow-up/follow-up.ts';
import type { Interaction } from '../interaction/interaction.ts';
import { isContact } from '../interaction/is-contact.ts';
import type { Order } from '../order/order.ts';
import { dayOf, type LocalDate } from '../record.ts';
import type { Channel, LossReason } from './customer.ts';

/** What somebody should know before they get in touch, the weightiest first. */
export type Warning =
  | { kind: 'bin' }
  | { kind: 'do-not-contact'; channels: readonly Channel[] }
  | { kind: 'broken-promise'; promise: FollowUp }
  /** What orders say was paid less than they come to. */
  | { kind: 'debt'; owedFen: number }
  /** A complaint after which nobody was reached yet. */
  | { kind: 'complaint'; complaint: Interaction }
  /** There are numbers, and none of them works any more. */
  | { kind: 'no-number' }
  /** Somebody said so, and nothing was bought since. */
  | { kind: 'lost'; on: LocalDate; reason: LossReason | undefined };

export function selectWarnings(
  dossier: Pick<Dossier, 'customer' | 'contact' | 'interaction' | 'followUp' | 'order'>,
  today: LocalDate,
): Warning[] {
  const { customer, contact, interaction, followUp } = dossier;
  const warnings: Warning[] = [];
  if (customer.deletedAt !== undefined) warnings.push({ kind: 'bin' });
  if (customer.doNotContact.length > 0) warnings.push({ kind: 'do-not-contact', channels: customer.doNotContact });
  const [promise] = followUp
    .filter(
      ({ kind, status, due, deletedAt }) => kind === 'promise' && status === 'open' && !deletedAt && dayOf(due) < today,
    )
    .toSorted((a, b) => (a.due < b.due ? -1 : 1));
  if (promise) warnings.push({ kind: 'broken-promise', promise });
  const owedFen = owedOf(dossier.order);
  if (owedFen > 0) warnings.push({ kind: 'debt', owedFen });
  const complaint = openComplaint(interaction, today);
  if (complaint) warnings.push({ kind: 'complaint', complaint });
  const people = contact.filter(({ leftOn, deletedAt }) => leftOn === undefined && !deletedAt);
  const phones = [customer, ...people].flatMap((person) => person.phones);
  if (phones.length > 0 && !phones.some(isUsable)) warnings.push({ kind: 'no-number' });
  if (customer.lostOn !== undefined && isStillLost(dossier)) {
    warnings.push({ kind: 'lost', on: customer.lostOn, reason: customer.lostReason });
  }
  return warnings;
}

/** Whether what somebody said holds: nothing was bought after the day on which the customer was lost. */
export function isStillLost({ customer: { lostOn }, order }: Pick<Dossier, 'customer' | 'order'>): boolean {
  return (
    lostOn !== undefined &&
    !order.some(({ type, date, deletedAt }) => type === 'sale' && !deletedAt && dayOf(date) > lostOn)
  );
}

/** Orders that do not say what was paid are taken as paid. */
function owedOf(orders: readonly Order[]): number {
  return orders
    .filter(({ type, deletedAt }) => type === 'sale' && !deletedAt)
    .reduce((sum, { totalFen, paidFen = totalFen }) => sum + Math.max(0, totalFen - paidFen), 0);
}

/** The last contact that reached somebody, when that was a complaint. */
function openComplaint(interactions: readonly Interaction[], today: LocalDate): Interaction | null {
  const reached = interactions.filter((each) => !each.deletedAt && isContact(each) && dayOf(each.at) <= today);
  const last = reached.reduce<Interaction | null>((found, each) => (found && found.at > each.at ? found : each), null);
  return last?.outcome === 'complaint' ? last : null;
}

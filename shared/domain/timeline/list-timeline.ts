import type { Attachment } from '../attachment/attachment.ts';
import type { ClassChange } from '../class-change/class-change.ts';
import type { Dossier } from '../dossier/dossier.ts';
import type { FollowUp } from '../follow-up/follow-up.ts';
import type { Interaction } from '../interaction/interaction.ts';
import type { Order } from '../order/order.ts';
import type { LocalTime } from '../record.ts';

export type TimelineEntry = { id: string; at: LocalTime } & (
  | { kind: 'contact'; interaction: Interaction }
  | { kind: 'order'; order: Order }
  | { kind: 'class'; change: ClassChange }
  | { kind: 'follow-up'; followUp: FollowUp }
  | { kind: 'file'; file: Attachment }
);

export type TimelineFilter = 'all' | TimelineEntry['kind'];

/** Everything that happened with a customer, newest first. */
export function listTimeline(dossier: Dossier, filter: TimelineFilter): TimelineEntry[] {
  const entries: TimelineEntry[] = [];
  if (filter === 'all' || filter === 'contact') {
    for (const interaction of dossier.interaction) {
      if (!interaction.deletedAt)
        entries.push({ kind: 'contact', id: interaction.id, at: interaction.at, interaction });
    }
  }
  if (filter === 'all' || filter === 'order') {
    for (const order of dossier.order) {
      if (!order.deletedAt) entries.push({ kind: 'order', id: order.id, at: order.date, order });
    }
  }
  if (filter === 'all' || filter === 'file') {
    for (const file of dossier.attachment) entries.push({ kind: 'file', id: file.id, at: file.addedAt, file });
  }
  if (filter === 'class') {
    for (const change of dossier.classChange) entries.push({ kind: 'class', id: change.id, at: change.asOf, change });
  }
  if (filter === 'all') {
    // The first classes of a new customer say nothing that its chips do not, and of the others two tell the story.
    for (const change of dossier.classChange) {
      if (change.from !== undefined && (change.dimension === 'value' || change.dimension === 'lifecycle'))
        entries.push({ kind: 'class', id: change.id, at: change.asOf, change });
    }
  }
  if (filter === 'follow-up' || filter === 'all') {
    for (const followUp of dossier.followUp) {
      if (followUp.deletedAt || !isClosed(followUp)) continue;
      if (filter === 'follow-up' || followUp.result || isSkippedFor(followUp)) {
        entries.push({ kind: 'follow-up', id: followUp.id, at: closedOn(followUp), followUp });
      }
    }
  }
  return entries.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? 1 : -1));
}

/** Skipped, and somebody said why. */
function isSkippedFor({ status, putOffReason }: FollowUp): boolean {
  return status === 'skipped' && putOffReason !== undefined;
}

function isClosed(followUp: FollowUp): boolean {
  return followUp.status === 'done' || followUp.status === 'skipped';
}

function closedOn(followUp: FollowUp): LocalTime {
  return followUp.doneAt?.slice(0, 10) ?? followUp.due;
}

/** Of each kind of entry the newest ones, at most so many; a dossier with no more of them as it is. */
export function withNewest(dossier: Dossier, most: number): Dossier {
  const { interaction, order, classChange, followUp } = dossier;
  if ([interaction, order, classChange, followUp].every((list) => list.length <= most)) return dossier;
  return {
    ...dossier,
    interaction: newest(interaction, (each) => each.at, most),
    order: newest(order, (each) => each.date, most),
    classChange: newest(classChange, (each) => each.asOf, most),
    followUp: [...followUp.filter((each) => !isClosed(each)), ...newest(followUp.filter(isClosed), closedOn, most)],
  };
}

/** What stays keeps its order. */
function newest<T>(list: readonly T[], atOf: (each: T) => LocalTime, most: number): T[] {
  if (list.length <= most) return [...list];
  const times = list.map(atOf).sort();
  const first = times[times.length - most] ?? '';
  let room = most - times.filter((at) => at > first).length;
  return list.filter((each) => atOf(each) > first || (atOf(each) === first && room-- > 0));
}

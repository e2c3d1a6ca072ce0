import type { ClassChange } from '#shared/domain/class-change/class-change.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import type { Interaction } from '#shared/domain/interaction/interaction.ts';
import type { Order } from '#shared/domain/order/order.ts';
import type { LocalTime } from '#shared/domain/record.ts';

export type TimelineEntry = { id: string; at: LocalTime } & (
  | { kind: 'contact'; interaction: Interaction }
  | { kind: 'order'; order: Order }
  | { kind: 'class'; change: ClassChange }
  | { kind: 'follow-up'; followUp: FollowUp }
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
      if (filter === 'follow-up' || followUp.result) {
        entries.push({ kind: 'follow-up', id: followUp.id, at: closedOn(followUp), followUp });
      }
    }
  }
  return entries.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? 1 : -1));
}

function isClosed(followUp: FollowUp): boolean {
  return followUp.status === 'done' || followUp.status === 'skipped';
}

function closedOn(followUp: FollowUp): LocalTime {
  return followUp.doneAt?.slice(0, 10) ?? followUp.due;
}

/** Consecutive entries of one month. */
export function groupByMonth(entries: readonly TimelineEntry[]): { month: string; entries: TimelineEntry[] }[] {
  const months: { month: string; entries: TimelineEntry[] }[] = [];
  for (const entry of entries) {
    const month = entry.at.slice(0, 7);
    const last = months.at(-1);
    if (last?.month === month) last.entries.push(entry);
    else months.push({ month, entries: [entry] });
  }
  return months;
}

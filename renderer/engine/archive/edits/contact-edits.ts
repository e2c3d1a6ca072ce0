import { fromEpochDay, toEpochDay } from '#shared/calendar/day.ts';
import { isRecurring, nextDue } from '#shared/calendar/recurrence.ts';
import type { WorkCalendar } from '#shared/calendar/work-calendar.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import { isContact } from '#shared/domain/interaction/is-contact.ts';
import { dayOf, type LocalDate } from '#shared/domain/record.ts';
import { failWith } from '#shared/errors/app-error.ts';
import type { ContactDraft, Edit } from '../../api.ts';
import { draftOf } from '../../draft-of.ts';

export interface ContactContext {
  workCalendar: WorkCalendar;
  /** UTC, ISO 8601: when it is written down. */
  at: string;
  newId: () => string;
}

/** Marks a follow-up done on a day and opens the next instance of a recurring one. */
export function completionEdits(
  followUp: FollowUp,
  doneOn: LocalDate,
  result: string | undefined,
  context: ContactContext,
): Edit[] {
  const { version: seen } = followUp;
  const done = { ...draftOf(followUp), status: 'done' as const, doneAt: context.at, ...(result ? { result } : {}) };
  const edits: Edit[] = [{ table: 'followUp', id: followUp.id, after: done, seen }];
  const next = nextOf(followUp, doneOn, context.workCalendar);
  if (next) {
    const id = context.newId();
    const { doneAt: _doneAt, result: _result, planned: _planned, putOffReason: _reason, ...rest } = draftOf(followUp);
    edits.push({ table: 'followUp', id, after: { ...rest, ...next, id, status: 'open' } });
  }
  return edits;
}

/**
 * Logs a contact. One that reached somebody is the answer to what was due: the named follow-up, and every task and cadence
 * due by that day, are done; a promise is kept only by name; a cadence not yet due counts anew from here. An attempt that
 * reached nobody moves them to the next workday instead. So the next date always moves.
 */
export function contactEdits(
  contact: ContactDraft,
  dossier: Pick<Dossier, 'followUp'> & Partial<Pick<Dossier, 'customer'>>,
  context: ContactContext,
): Edit[] {
  const { customerId, next, followUpId, confirms, ...what } = contact;
  const on = dayOf(contact.at);
  const named = followUpId === undefined ? undefined : dossier.followUp.find((each) => each.id === followUpId);
  if (followUpId !== undefined && !named) failWith('archive/not-found');
  const interactionId = context.newId();
  const origin = { kind: 'manual' as const };
  const edits: Edit[] = [
    {
      table: 'interaction',
      id: interactionId,
      after: { ...what, id: interactionId, customerId, ...(followUpId ? { followUpId } : {}), origin },
    },
  ];
  const isReached = isContact(contact);
  for (const followUp of dossier.followUp) {
    if (followUp.status !== 'open') continue;
    const isDue = followUp.kind !== 'promise' && dayOf(followUp.due) <= on;
    if (followUp === named || isDue) {
      edits.push(
        ...(isReached
          ? completionEdits(followUp, on, undefined, context)
          : postponeEdits(followUp, on, context.workCalendar)),
      );
    } else if (isReached && followUp.kind === 'cadence') edits.push(...moveOnEdits(followUp, on, context.workCalendar));
  }
  const { customer } = dossier;
  if (customer && confirms === true && (customer.verifiedOn ?? '') < on) {
    const after = { ...draftOf(customer), verifiedOn: on };
    edits.push({ table: 'customer', id: customerId, after, seen: customer.version });
  }
  if (next) {
    const id = context.newId();
    const kind = next.promise ? ('promise' as const) : ('task' as const);
    const { due, title } = next;
    edits.push({ table: 'followUp', id, after: { id, customerId, title, due, kind, status: 'open', origin } });
  }
  return edits;
}

/** When it comes again; a rule that cannot be read ends with this instance. */
function nextOf(followUp: FollowUp, doneOn: LocalDate, workCalendar: WorkCalendar) {
  if (!isRecurring(followUp)) return null;
  const next = nextDue(followUp, doneOn, workCalendar);
  return next.ok ? next.value : null;
}

/** To the first workday after the attempt, at the same time; the rhythm keeps its own day. */
function postponeEdits(followUp: FollowUp, on: LocalDate, workCalendar: WorkCalendar): Edit[] {
  const day = fromEpochDay(workCalendar.rollToWorkday(toEpochDay(on) + 1, 'postpone'));
  if (day <= dayOf(followUp.due)) return [];
  const planned = isRecurring(followUp) ? { planned: followUp.planned ?? dayOf(followUp.due) } : {};
  const after = { ...draftOf(followUp), due: day + followUp.due.slice(10), ...planned };
  return [{ table: 'followUp', id: followUp.id, after, seen: followUp.version }];
}

/** A rhythm counts from the last contact: the open instance moves to where the next one would be, never nearer. */
function moveOnEdits(followUp: FollowUp, on: LocalDate, workCalendar: WorkCalendar): Edit[] {
  const next = nextOf(followUp, on, workCalendar);
  if (!next || dayOf(next.due) <= dayOf(followUp.due)) return [];
  const { planned: _planned, ...rest } = draftOf(followUp);
  const planned = next.planned === undefined ? {} : { planned: next.planned };
  return [
    { table: 'followUp', id: followUp.id, after: { ...rest, due: next.due, ...planned }, seen: followUp.version },
  ];
}

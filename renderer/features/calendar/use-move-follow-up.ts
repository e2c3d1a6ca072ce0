import * as z from 'zod';
import { customerIdSchema, type CustomerId } from '#shared/domain/customer/customer.ts';
import { moveDue } from '#shared/domain/follow-up/move-due.ts';
import type { LocalDate } from '#shared/domain/record.ts';
import { failWith } from '#shared/errors/app-error.ts';
import { formatDue } from '#shared/i18n/format.ts';
import type { CalendarItem } from '../../engine/api.ts';
import { draftOf } from '../../engine/draft-of.ts';
import { useCommit } from '../../engine/client/use-commit.ts';
import { useToday } from '../../platform/clock.ts';
import { useLanguage, useT } from '../../platform/language.tsx';

/** Type of what is dragged: a follow-up of this window, nothing from elsewhere. */
export const draggedType = 'application/x-kebu-follow-up';
const draggedSchema = z.strictObject({ customerId: customerIdSchema, followUpId: z.string() });

export function packDragged(item: Extract<CalendarItem, { type: 'follow-up' }>): string {
  return JSON.stringify({ customerId: item.customerId, followUpId: item.followUp.id });
}

/** Moves an open follow-up to another day; undo brings it back. */
export function useMoveFollowUp() {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const commit = useCommit();
  const move = (customerId: CustomerId, followUpId: string, title: string, day: LocalDate) =>
    commit(
      async (engine) => {
        const dossier = await engine.dossier(customerId);
        const record = dossier.followUp.find((candidate) => candidate.id === followUpId);
        if (!record) return failWith('archive/not-found');
        return engine.commit('follow-up/snooze', [
          {
            table: 'followUp',
            id: record.id,
            after: moveDue(draftOf(record), day),
            seen: record.version,
          },
        ]);
      },
      t('calendar.moved', { title, when: formatDue(language, day, today) }),
    );
  return {
    move,
    drop: (packed: string, day: LocalDate) => {
      let dragged: unknown;
      try {
        dragged = JSON.parse(packed);
      } catch {
        return;
      }
      const parsed = draggedSchema.safeParse(dragged);
      if (parsed.success) void move(parsed.data.customerId, parsed.data.followUpId, t('followUps.title'), day);
    },
  };
}

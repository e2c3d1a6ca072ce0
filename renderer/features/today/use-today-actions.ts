import type { Channel } from '#shared/domain/customer/customer.ts';
import { addDays } from '#shared/calendar/day.ts';
import { moveDue } from '#shared/domain/follow-up/move-due.ts';
import type { PutOff } from '../../display/put-off-reasons.tsx';
import { failWith } from '#shared/errors/app-error.ts';
import { formatDue } from '#shared/i18n/format.ts';
import type { CustomerRow, TodayItem } from '../../engine/api.ts';
import { draftOf } from '../../engine/draft-of.ts';
import { useCommit } from '../../engine/client/use-commit.ts';
import { localNow, localToday } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import { useLanguage, useT } from '../../platform/language.tsx';

export interface TodayActions {
  complete: (item: TodayItem) => Promise<boolean>;
  snooze: (item: TodayItem, days: number) => Promise<boolean>;
  log: (item: TodayItem, channel: Channel, text: string) => Promise<boolean>;
  plan: (customer: Pick<CustomerRow, 'id' | 'name'>) => Promise<boolean>;
}

/** What can be done with an item of Today; each writes one change set and can be undone. `onPutOff` hears what was put off. */
export function useTodayActions(onPutOff: (putOff: PutOff | null) => void): TodayActions {
  const t = useT();
  const language = useLanguage();
  const commit = useCommit();
  return {
    complete: async ({ customer, followUp }) =>
      (await commit(
        (engine) => engine.completeFollowUp(customer.id, followUp.id),
        t('followUps.doneToast', { title: followUp.title }),
      )) !== null,
    snooze: async ({ customer, followUp }, days) => {
      const today = localToday();
      const from = followUp.due.slice(0, 10) < today ? today : followUp.due.slice(0, 10);
      const day = addDays(from, days);
      const committed = await commit(
        async (engine) => {
          const dossier = await engine.dossier(customer.id);
          const record = dossier.followUp.find((candidate) => candidate.id === followUp.id);
          if (!record) return failWith('archive/not-found');
          return engine.commit('follow-up/snooze', [
            { table: 'followUp', id: record.id, after: moveDue(draftOf(record), day), seen: record.version },
          ]);
        },
        t('followUps.snoozed', { when: formatDue(language, day, today) }),
      );
      if (committed) onPutOff({ customerId: customer.id, followUpId: followUp.id, title: followUp.title });
      return committed !== null;
    },
    log: async ({ customer, followUp }, channel, text) =>
      (await commit(
        (engine) =>
          engine.logContact({
            customerId: customer.id,
            channel,
            direction: 'outbound',
            outcome: 'reached',
            text,
            at: localNow(),
            followUpId: followUp.id,
          }),
        t('compose.saved', { name: customer.name }),
      )) !== null,
    plan: async (customer) => {
      const id = newId();
      return (
        (await commit(
          (engine) =>
            engine.commit('follow-up/create', [
              {
                table: 'followUp',
                id,
                after: {
                  id,
                  customerId: customer.id,
                  title: t('followUps.default'),
                  due: localToday(),
                  status: 'open',
                  kind: 'task',
                  origin: { kind: 'manual' },
                },
              },
            ]),
          t('today.planned', { name: customer.name }),
        )) !== null
      );
    },
  };
}

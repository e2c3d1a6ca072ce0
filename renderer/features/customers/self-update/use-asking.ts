import { useRef } from 'react';
import type { LocalDate } from '#shared/domain/record.ts';
import type { CustomerForm, Edit } from '../../../engine/api.ts';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { useT } from '../../../platform/language.tsx';
import { showToast } from '../../../ui/feedback/toasts.ts';

/** Says what went out and, where that is wished, plans a follow-up for whoever does not answer; once for each time of asking. */
export function useAsking(): (
  sentence: string,
  forms: readonly Pick<CustomerForm, 'id' | 'formId'>[],
  remindOn: LocalDate | null,
) => Promise<void> {
  const t = useT();
  const commit = useCommit();
  const hasReminder = useRef(false);
  return async (sentence, forms, remindOn) => {
    if (remindOn === null || hasReminder.current) {
      showToast({ text: sentence });
      return;
    }
    hasReminder.current = true;
    const edits = forms.map(({ id: customerId, formId }): Edit => {
      // The reply finds it by how it begins.
      const id = `ask-${formId}`;
      const what = { title: t('selfUpdate.remind'), due: remindOn, kind: 'task', status: 'open' } as const;
      return { table: 'followUp', id, after: { id, customerId, ...what, origin: { kind: 'manual' } } };
    });
    await commit((engine) => engine.commit('follow-up/create', edits), sentence);
  };
}

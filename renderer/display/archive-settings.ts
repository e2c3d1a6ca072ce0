import { emptyCardLayout, type CardLayout } from '#shared/domain/settings/card-layout.ts';
import type { CustomerKind } from '#shared/domain/customer/customer.ts';
import type { Settings } from '#shared/domain/settings/settings.ts';
import type { Draft, Edit } from '../engine/api.ts';
import { draftOf } from '../engine/draft-of.ts';
import type { Question } from '../engine/question.ts';
import { useQuestion } from '../engine/use-engine-query.ts';

/** What the archive itself keeps of how it is to be; none until something was said. */
export const settingsQuestion: Question<Settings[]> = {
  key: 'catalogue:settings',
  ask: (engine) => engine.catalogue('settings'),
  concerns: 'catalogue',
};

/** Changes what is given and leaves the rest as it is stored. */
export function settingsEdit(stored: Settings | undefined, change: Partial<Draft<Settings>>): Edit {
  const after = { ...(stored ? draftOf(stored) : { id: 'settings' as const }), ...change };
  return { table: 'settings', id: 'settings', after, seen: stored?.version };
}

export function useCardLayout(kind: CustomerKind): CardLayout {
  const { data: [settings] = [] } = useQuestion(settingsQuestion);
  return settings?.cardLayouts?.[kind] ?? emptyCardLayout;
}

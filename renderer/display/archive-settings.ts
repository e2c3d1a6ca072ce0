import { emptyCardLayout, type CardLayout } from '#shared/domain/settings/card-layout.ts';
import type { CustomerKind } from '#shared/domain/customer/customer.ts';
import type { Settings } from '#shared/domain/settings/settings.ts';
import { shopOf, type Shop } from '#shared/domain/settings/shop.ts';
import type { Committed, Draft, Edit } from '../engine/api.ts';
import { draftOf } from '../engine/draft-of.ts';
import type { Question } from '../engine/client/question.ts';
import { useCommit } from '../engine/client/use-commit.ts';
import { useQuestion } from '../engine/client/use-engine-query.ts';

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

/** They come one after the other, so that none is made of what the one before it is about to change. */
let lastEdit: Promise<unknown> = Promise.resolve();

/** Changes the settings of the archive as they are stored by then, however quickly one change follows the other. */
export function useEditSettings() {
  const commit = useCommit();
  return (
    change: (stored: Settings | undefined) => Partial<Draft<Settings>>,
    sentence: string | null,
  ): Promise<Committed | null> => {
    const edit = lastEdit.then(() =>
      commit(async (engine) => {
        const [stored] = await engine.catalogue('settings');
        return engine.commit('settings/edit', [settingsEdit(stored, change(stored))]);
      }, sentence),
    );
    lastEdit = edit.catch(() => undefined);
    return edit;
  };
}

/** Whose archive it is; `undefined` until that is known. */
export function useShop(): Shop | undefined {
  const { data } = useQuestion(settingsQuestion);
  return data && shopOf(data[0]);
}

export function useCardLayout(kind: CustomerKind): CardLayout {
  const { data: [settings] = [] } = useQuestion(settingsQuestion);
  return settings?.cardLayouts?.[kind] ?? emptyCardLayout;
}

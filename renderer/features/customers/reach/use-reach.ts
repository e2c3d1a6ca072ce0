import { changeAt, moveTo, removeAt, writeReach } from '#shared/reach/lists.ts';
import { reachesOf, rulesOf, type Reach, type Way } from '#shared/reach/ways.ts';
import { ownPlaces } from '#shared/words/places.ts';
import { useWords } from '../../../display/use-words.ts';
import type { Committed } from '../../../engine/api.ts';
import { useT } from '../../../platform/language.tsx';
import { showToast } from '../../../ui/feedback/toasts.ts';
import { draftWith, useOwnerCommit, type Owner } from '../card/owner.ts';
import { putOnClipboard } from '../clipboard.ts';

/** What can be done with one list of ways to reach somebody. Each deed is one change that can be undone. */
export interface ReachDeeds {
  list: readonly Reach[];
  save: (list: readonly Reach[], sentence?: string) => Promise<Committed | null>;
  /** Writes the place anew, or one more at the end; `problem` says why it cannot be, where that was not told yet. */
  write: (at: number, text: string) => Promise<{ isSaved: boolean; problem?: string }>;
  change: (at: number, part: object) => void;
  /** Somebody has just found that it is right. */
  verify: (at: number) => void;
  move: (at: number, to: number) => void;
  remove: (at: number) => void;
  copy: (at: number) => void;
}

export function useReach(way: Way, owner: Owner): ReachDeeds {
  const t = useT();
  const saveOwner = useOwnerCommit(owner);
  const words = useWords();
  const { record, country } = owner;
  const rules = rulesOf(way);
  const list = reachesOf(way, record);
  const field = t(`field.${way}`);
  const save: ReachDeeds['save'] = (next, sentence = t('facts.saved', { field })) =>
    saveOwner(draftWith(record, { [way]: next }), sentence);
  const change: ReachDeeds['change'] = (at, part) => void save(changeAt(list, at, part));
  return {
    list,
    save,
    write: async (at, text) => {
      const written = writeReach(way, list, at, text, { country, places: ownPlaces(words) });
      if ('problem' in written) return { isSaved: false, problem: t(written.problem) };
      return { isSaved: (await save(written.list)) !== null };
    },
    change,
    verify: (at) => {
      change(at, { status: 'valid', verifiedAt: new Date().toISOString() });
    },
    move: (at, to) => void save(moveTo(list, at, to)),
    remove: (at) => {
      const reach = list[at];
      if (reach) void save(removeAt(list, at), t('reach.removed', { value: rules.show(reach) }));
    },
    copy: (at) => {
      const reach = list[at];
      if (!reach) return;
      const plain = rules.plain(reach);
      if (putOnClipboard((data) => data.setData('text/plain', plain))) {
        showToast({ text: t('reach.copied', { value: plain }) });
      }
    },
  };
}

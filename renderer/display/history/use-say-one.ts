import type { Reason } from '#shared/changes/reasons.ts';
import type { ChangedOne } from '#shared/changes/summarize.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import type { HistoryEntry } from '../../engine/api.ts';
import { useJoin, useT } from '../../platform/language.tsx';
import { sayOne } from './say-one.ts';
import { useSaying } from './use-saying.ts';

export type SayOne = (reason: Reason, one: ChangedOne | undefined) => string;

/** What a change was about, beside why it was made. */
export function useSayOne(): SayOne {
  const t = useT();
  const join = useJoin();
  const { nameOf } = useSaying();
  return (reason, one) => sayOne({ t, join, nameOf }, reason, one);
}

/** Why an entry of the list was made, or what it took back, and what that was about. */
export function sayEntry(
  t: Translate,
  say: SayOne,
  { reason, one, target }: HistoryEntry,
): { what: string; about: string } {
  const deed = t(`reason.${reason}`);
  if (!target) return { what: deed, about: say(reason, one) };
  return {
    what: t('history.taken', { deed, what: t(`reason.${target.reason}`) }),
    about: say(target.reason, target.one),
  };
}

import type { Reason } from '#shared/changes/reasons.ts';
import type { ChangedOne } from '#shared/changes/summarize.ts';
import { useJoin, useT } from '../../platform/language.tsx';
import { useSaying } from './use-saying.ts';

export type SayOne = (reason: Reason, one: ChangedOne | undefined) => string;

/** So many fields are read at a glance. */
const mostSaid = 3;

/** What a change was about, beside why it was made: which record of several alike, what became of it, which of its fields. */
export function useSayOne(): SayOne {
  const t = useT();
  const join = useJoin();
  const { nameOf } = useSaying();
  return (reason, one) => {
    if (!one) return '';
    const { table, deed, title, fields } = one;
    const names = [...new Set(fields.map((field) => nameOf(table, field)))];
    const said = join(names.slice(0, mostSaid));
    const more = names.length > mostSaid ? t('history.moreFields', { fields: said }) : said;
    // Other reasons say themselves whether something came or went.
    const became = deed !== 'edited' && reason.endsWith('/edit') ? t(`history.deed.${deed}`) : '';
    return [title, became, deed === 'edited' ? more : ''].filter((part) => part !== '').join(' · ');
  };
}

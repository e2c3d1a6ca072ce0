import type { Reason } from '#shared/changes/reasons.ts';
import type { ChangedOne } from '#shared/changes/summarize.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import type { Saying } from './use-saying.ts';

interface Words extends Pick<Saying, 'nameOf'> {
  t: Translate;
  join: (words: readonly string[]) => string;
}

/** So many fields are read at a glance. */
const mostSaid = 3;

/** What a change was about, beside why it was made: which record of several alike, what became of it, which of its fields. */
export function sayOne({ t, join, nameOf }: Words, reason: Reason, one: ChangedOne | undefined): string {
  if (!one) return '';
  const { table, deed, title, fields } = one;
  const names = [...new Set(fields.map((field) => nameOf(table, field)))];
  const said = join(names.slice(0, mostSaid));
  const more = names.length > mostSaid ? t('history.moreFields', { fields: said }) : said;
  // Other reasons say themselves whether something came or went.
  const became = deed !== 'edited' && reason.endsWith('/edit') ? t(`history.deed.${deed}`) : '';
  return [title, became, deed === 'edited' ? more : ''].filter((part) => part !== '').join(' · ');
}

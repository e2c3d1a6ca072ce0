import type { LocalDate } from '#shared/domain/record.ts';
import { formatDaysAgo } from '#shared/i18n/format.ts';
import type { Language } from '#shared/i18n/catalogue.ts';
import type { MessageKey } from '#shared/i18n/messages.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import { isUsable, type Reach, type Way } from '#shared/reach/ways.ts';

interface Words {
  t: Translate;
  language: Language;
  today: LocalDate;
}

/** Kinds that the number itself shows. */
const evident: ReadonlySet<string> = new Set(['mobile', 'landline']);

/** What is known of a number, account, mail or address, in words; empty where nothing is. */
export function sayReach(way: Way, reach: Reach, { t, language, today }: Words) {
  const { verifiedAt } = reach;
  return {
    kind: 'kind' in reach && !evident.has(reach.kind) ? t(kindKey(reach)) : '',
    status: isUsable(reach) ? '' : t(statusKey(way, reach.status ?? '')),
    verified:
      verifiedAt === undefined || !isUsable(reach)
        ? ''
        : t('reach.verified', { when: formatDaysAgo(language, localDay(verifiedAt), today) }),
  };
}

function kindKey(reach: Extract<Reach, { kind: unknown }>): MessageKey {
  const isWhole = 'e164' in reach && reach.e164 !== undefined;
  return reach.kind === 'unknown' && isWhole ? 'reach.kind.unassigned' : `reach.kind.${reach.kind}`;
}

/** The words of a status; which ones there are depends on the list. */
export function statusKey(way: Way, status: string): MessageKey {
  return `reach.status.${way}.${status}` as MessageKey;
}

/** The calendar day here of a machine time. */
function localDay(instant: string): LocalDate {
  const time = new Date(instant);
  return new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

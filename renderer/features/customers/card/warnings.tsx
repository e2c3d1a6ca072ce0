import type { Warning } from '#shared/domain/customer/select-warnings.ts';
import { selectWarnings } from '#shared/domain/customer/select-warnings.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import type { Interaction } from '#shared/domain/interaction/interaction.ts';
import { formatDay, formatDaysAgo, formatDue, joinWords } from '#shared/i18n/format.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import { usePutBackCustomer } from '../../../display/use-put-back-customer.ts';
import { useCodeWords } from '../../../display/use-words.ts';
import type { CardHead } from '../../../engine/api.ts';
import { HouseholdWarning } from '../../../display/household-warning.tsx';
import { useToday } from '../../../platform/clock.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { Banner, type BannerTone } from '../../../ui/feedback/banner.tsx';
import { Chip } from '../../../ui/text/chip.tsx';
import { useKit } from '../../../ui/theme/kit-provider.tsx';
import styles from './card.module.css';

const tones: Readonly<Record<Warning['kind'], BannerTone>> = {
  bin: 'warn',
  'do-not-contact': 'seal',
  'broken-promise': 'seal',
  debt: 'warn',
  complaint: 'warn',
  'no-number': 'warn',
  lost: 'warn',
};
const longestQuote = 60;
/** What the customer alone tells, whatever happened with them. */
const standing: readonly Warning['kind'][] = ['bin', 'do-not-contact'];

interface WarningsProps {
  dossier: Dossier;
  /** While the past is read: what is known of it. */
  head?: CardHead | null;
}

/** Last contact and what comes next at a glance; what must be known before one gets in touch, loudly. */
export function Warnings({ dossier, head = null }: WarningsProps) {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const say = useSayWarning();
  const putBack = usePutBackCustomer();
  const { interaction, followUp } = dossier;
  const [newest] = interaction
    .filter((entry) => !entry.deletedAt && entry.at.slice(0, 10) <= today)
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
  const [nearest] = followUp
    .filter((entry) => entry.status === 'open' && !entry.deletedAt)
    .toSorted((a, b) => (a.due < b.due ? -1 : 1));
  const lastAt = head ? head.lastContact : newest?.at;
  const next = head ? head.nextFollowUp : nearest;
  const isDue = next ? next.due.slice(0, 10) <= today : false;
  const lastWords = head || !newest ? '' : sayLastWords(newest, t);
  const warnings = selectWarnings(dossier, today).filter(({ kind }) => head === null || standing.includes(kind));
  return (
    <>
      {next && (
        <div className={styles.chips}>
          <Chip tone={isDue ? 'seal' : 'plain'}>
            {t('card.promise', { when: formatDue(language, next.due, today), title: next.title })}
          </Chip>
        </div>
      )}
      <p className={styles.lastContact}>
        {lastAt ? t('card.lastContact', { when: formatDaysAgo(language, lastAt, today) }) : t('card.neverContacted')}
        {lastWords !== '' && <span className={styles.lastWords}>{` · ${lastWords}`}</span>}
      </p>
      <div className={styles.warnings}>
        {warnings.map((warning) => (
          <Banner
            key={warning.kind}
            tone={tones[warning.kind]}
            title={say(warning)}
            actions={
              warning.kind === 'bin' ? (
                <Button
                  size="small"
                  onPress={() => void putBack(dossier.customerId, t('card.restored', { name: dossier.customer.name }))}
                >
                  {t('card.putBack')}
                </Button>
              ) : undefined
            }
          />
        ))}
        <HouseholdWarning customerId={dossier.customerId} />
      </div>
    </>
  );
}

function useSayWarning(): (warning: Warning) => string {
  const t = useT();
  const { formats } = useKit();
  const reasons = useCodeWords('lostReason');
  const language = useLanguage();
  const today = useToday();
  return (warning) => {
    switch (warning.kind) {
      case 'bin':
        return t('card.inBin');
      case 'do-not-contact':
        return t('card.dontContact', {
          channels: joinWords(
            language,
            warning.channels.map((channel) => t(`channel.${channel}`)),
          ),
        });
      case 'broken-promise':
        return t('card.brokenPromise', {
          title: warning.promise.title,
          when: formatDue(language, warning.promise.due, today),
        });
      case 'debt':
        return t('card.debt', { owed: formats.amount(warning.owedFen) });
      case 'complaint':
        return t('card.complaint', {
          when: formatDaysAgo(language, warning.complaint.at, today),
          text: quoted(warning.complaint.text) || '—',
        });
      case 'lost':
        return t('card.lostSince', {
          when: formatDay(language, warning.on, today),
          reason: warning.reason === undefined ? '' : reasons.name(warning.reason),
        });
      case 'no-number':
        return t('card.noNumber');
    }
  };
}

function sayLastWords({ channel, outcome, text }: Interaction, t: Translate): string {
  const how = [t(`channel.${channel}`), outcome && t(`outcome.${outcome}`)].filter(Boolean).join(' · ');
  const words = quoted(text);
  return words === '' ? how : t('card.lastWords', { how, text: words });
}

function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longestQuote ? `${line.slice(0, longestQuote)}…` : line;
}

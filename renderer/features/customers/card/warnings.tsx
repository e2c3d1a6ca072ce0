import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import { formatDaysAgo, formatDue } from '#shared/i18n/format.ts';
import { useToday } from '../../../platform/clock.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { Banner } from '../../../ui/feedback/banner.tsx';
import { Chip } from '../../../ui/text/chip.tsx';
import styles from './card.module.css';

/** Last contact and open promises at a glance; what must not be done, loudly. */
export function Warnings({ dossier: { customer, interaction, followUp } }: { dossier: Dossier }) {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const last = interaction
    .filter((entry) => !entry.deletedAt && entry.at.slice(0, 10) <= today)
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))[0];
  const promise = followUp
    .filter((entry) => entry.status === 'open' && entry.kind === 'promise' && !entry.deletedAt)
    .toSorted((a, b) => (a.due < b.due ? -1 : 1))[0];
  return (
    <>
      <div className={styles.chips}>
        <Chip>
          {last ? t('card.lastContact', { when: formatDaysAgo(language, last.at, today) }) : t('card.neverContacted')}
        </Chip>
        {promise && (
          <Chip tone={promise.due.slice(0, 10) <= today ? 'seal' : 'plain'}>
            {t('card.promise', { when: formatDue(language, promise.due, today), title: promise.title })}
          </Chip>
        )}
      </div>
      {(customer.doNotContact.length > 0 || customer.deletedAt !== undefined) && (
        <div className={styles.warnings}>
          {customer.deletedAt !== undefined && <Banner tone="warn" title={t('card.inBin')} />}
          {customer.doNotContact.length > 0 && (
            <Banner
              tone="seal"
              title={t('card.dontContact', {
                channels: customer.doNotContact.map((channel) => t(`channel.${channel}`)).join('、'),
              })}
            />
          )}
        </div>
      )}
    </>
  );
}

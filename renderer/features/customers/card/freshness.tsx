import { BadgeCheck } from 'lucide-react';
import { completenessPercent } from '#shared/domain/customer/completeness.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import { formatDaysAgo } from '#shared/i18n/format.ts';
import { draftOf } from '../../../engine/draft-of.ts';
import { useCommit } from '../../../engine/use-commit.ts';
import { useToday } from '../../../platform/clock.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { useShortcuts } from '../../../ui/keys/use-shortcuts.ts';
import styles from './card.module.css';

/** How complete the facts are and when somebody last said that they hold; one key says so today. */
export function Freshness({ dossier: { customer, contact } }: { dossier: Dossier }) {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const commit = useCommit();
  const { verifiedOn } = customer;
  const isFresh = verifiedOn === today;
  const verify = () => {
    if (isFresh) return;
    const after = { ...draftOf(customer), verifiedOn: today };
    void commit(
      (engine) =>
        engine.commit('customer/edit', [{ table: 'customer', id: customer.id, after, seen: customer.version }]),
      t('facts.verified'),
    );
  };
  useShortcuts(t('card.label'), [{ keys: 'V', label: t('facts.stillRight'), run: verify }]);
  return (
    <div className={styles.freshness}>
      <span>
        {t('facts.complete', { percent: completenessPercent(customer, contact) })}
        {' · '}
        {verifiedOn === undefined
          ? t('facts.neverVerified')
          : t('facts.verifiedOn', { when: formatDaysAgo(language, verifiedOn, today) })}
      </span>
      <Button kind="quiet" size="small" icon={<BadgeCheck />} keys="V" isDisabled={isFresh} onPress={verify}>
        {t('facts.stillRight')}
      </Button>
    </div>
  );
}

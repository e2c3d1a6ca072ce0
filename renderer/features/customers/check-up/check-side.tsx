import { freshPercent } from '#shared/check-up/coverage.ts';
import { ClassWord } from '../../../display/class-word.tsx';
import type { CheckUp } from '../../../engine/api.ts';
import { useT } from '../../../platform/language.tsx';
import { navigate } from '../../../state/navigation.ts';
import { SideColumn, SideTitle } from '../../../ui/layout/side-column.tsx';
import { TextLink } from '../../../ui/text/text-link.tsx';
import styles from './check-up.module.css';

/** How fresh the details of each value class are. */
export function CheckSide({ checkUp: { coverage } }: { checkUp: CheckUp }) {
  const t = useT();
  return (
    <SideColumn label={t('checkUp.coverage')}>
      <SideTitle>{t('checkUp.coverage')}</SideTitle>
      <ul className={styles.tiers}>
        {coverage.map((tier) => (
          <li key={tier.value}>
            <div className={styles.tier}>
              <ClassWord dimension="value" value={tier.value} />
              <strong>{tier.intervalDays === 0 ? '—' : `${String(freshPercent(tier))}%`}</strong>
            </div>
            <div className={styles.quiet}>
              {tier.intervalDays === 0
                ? t('checkUp.never')
                : [
                    t('checkUp.every', { days: tier.intervalDays }),
                    t('checkUp.tierDue', { due: tier.due, count: tier.customers }),
                    tier.outOfReach > 0 ? t('checkUp.tierLost', { count: tier.outOfReach }) : '',
                  ]
                    .filter(Boolean)
                    .join(' · ')}
            </div>
          </li>
        ))}
      </ul>
      <div className={styles.setDays}>
        <TextLink
          onPress={() => {
            navigate({ screen: 'settings', part: 'general' });
          }}
        >
          {t('checkUp.setDays')}
        </TextLink>
      </div>
    </SideColumn>
  );
}

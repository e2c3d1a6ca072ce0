import { BookOpen, Car, Scissors, ShieldCheck, Store, Truck } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { starterParts } from '#shared/starter-sets/plan-starter.ts';
import { starterSets } from '#shared/starter-sets/sets.ts';
import { trades, type Trade } from '#shared/starter-sets/starter-set.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { Section } from '../../../ui/layout/section.tsx';
import { StarterDialog } from './starter-dialog.tsx';
import styles from './starters.module.css';
import { useOwnThings } from './use-own-things.ts';

const icons: Readonly<Record<Trade, ReactNode>> = {
  retail: <Store aria-hidden="true" />,
  wholesale: <Truck aria-hidden="true" />,
  beauty: <Scissors aria-hidden="true" />,
  repair: <Car aria-hidden="true" />,
  insurance: <ShieldCheck aria-hidden="true" />,
  education: <BookOpen aria-hidden="true" />,
};

/** Fields, tags, lists and words that people of a trade begin with. */
export function StartersPanel() {
  const t = useT();
  const language = useLanguage();
  const own = useOwnThings();
  const [open, setOpen] = useState<Trade | null>(null);
  return (
    <Section title={t('starters.title')} intro={t('starters.intro')}>
      <ul className={styles.trades}>
        {trades.map((trade) => {
          const parts = own === null ? [] : starterParts(starterSets[trade], language, own);
          const missing = parts.filter(({ isThere }) => !isThere);
          return (
            <li key={trade} className={styles.trade}>
              <h3 className={styles.name}>
                {icons[trade]}
                {t(`starters.trade.${trade}`)}
              </h3>
              <p className={styles.detail}>
                {starterSets[trade].fields
                  .map(({ label: [zh, en] }) => (language === 'zh-CN' ? zh : en))
                  .join(t('starters.comma'))}
              </p>
              <div>
                <Button
                  size="small"
                  isDisabled={own === null}
                  onPress={() => {
                    setOpen(trade);
                  }}
                >
                  {own !== null && missing.length === 0 ? t('starters.allThere') : t('starters.look')}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
      {open !== null && own !== null && (
        <StarterDialog
          trade={open}
          own={own}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </Section>
  );
}

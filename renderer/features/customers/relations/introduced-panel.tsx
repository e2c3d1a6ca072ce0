import { HeartHandshake } from 'lucide-react';
import { useState } from 'react';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { formatDaysAgo } from '#shared/i18n/format.ts';
import type { RelationsView } from '../../../engine/api.ts';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { localToday, useToday } from '../../../platform/clock.ts';
import { newId } from '../../../platform/ids.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { Banner } from '../../../ui/feedback/banner.tsx';
import { Amount } from '../../../ui/text/amount.tsx';
import { IntroductionsDialog } from '../dialogs.ts';
import { PersonName } from './relation-row.tsx';
import styles from './relations.module.css';

export interface IntroducedPanelProps {
  customerId: CustomerId;
  view: RelationsView;
}

const shownAtFirst = 5;

/** Whom the customer brought, what that came to, and whom to thank for. */
export function IntroducedPanel({ customerId, view: { introduced, introducedBy, thanks } }: IntroducedPanelProps) {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const commit = useCommit();
  const [isTreeOpen, setTreeOpen] = useState(false);
  const { direct, all, directFen, allFen, rows } = introduced;
  if (direct === 0 && !introducedBy?.customerId) return null;

  const plan = (title: string) => {
    const id = newId();
    const after = { id, customerId, title, due: localToday(), status: 'open', kind: 'task' } as const;
    return commit(
      (engine) =>
        engine.commit('follow-up/create', [{ table: 'followUp', id, after: { ...after, origin: { kind: 'manual' } } }]),
      t('followUps.added', { title }),
    );
  };

  return (
    <section className={styles.group} aria-label={t('relations.introductions')}>
      <div className={styles.groupHead}>
        <h4 className={styles.groupTitle}>
          {t('relations.introductions')}
          {direct > 0 &&
            ` · ${t(all === direct ? 'relations.introducedDirectly' : 'relations.introducedCount', { direct, all })}`}
        </h4>
        <Button
          kind="quiet"
          size="small"
          edge="end"
          onPress={() => {
            setTreeOpen(true);
          }}
        >
          {t('relations.showTree')}
        </Button>
      </div>
      {direct > 0 && (
        <>
          <dl className={styles.totals}>
            <div>
              <dt>{t('relations.directly')}</dt>
              <dd>
                <Amount fen={directFen} isWhole />
              </dd>
            </div>
            <div>
              <dt>{t('relations.withTheirs')}</dt>
              <dd>
                <Amount fen={allFen} isWhole />
              </dd>
            </div>
          </dl>
          <ul className={styles.members}>
            {rows.slice(0, shownAtFirst).map((row) => (
              <li key={row.id}>
                <PersonName person={{ customerId: row.id, name: row.name, detail: '' }} />
                <span className={styles.muted}>
                  <Amount fen={row.totalFen} isWhole />
                </span>
              </li>
            ))}
            {direct > shownAtFirst && (
              <li className={styles.muted}>{t('relations.moreMembers', { count: direct - shownAtFirst })}</li>
            )}
          </ul>
        </>
      )}
      <div className={styles.thanks}>
        {thanks.map(({ id, name, hasBought, on }) => (
          <Banner
            key={id}
            tone="info"
            title={t(hasBought ? 'relations.thankBuyer' : 'relations.thank', {
              name,
              when: formatDaysAgo(language, on, today),
            })}
            actions={
              <Button
                size="small"
                icon={<HeartHandshake />}
                onPress={() => void plan(t('relations.thanksFor', { name }))}
              >
                {t('relations.planThanks')}
              </Button>
            }
          />
        ))}
      </div>
      {isTreeOpen && (
        <IntroductionsDialog
          customerId={customerId}
          onClose={() => {
            setTreeOpen(false);
          }}
        />
      )}
    </section>
  );
}

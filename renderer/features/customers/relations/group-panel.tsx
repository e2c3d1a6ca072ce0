import { formatDaysAgo } from '#shared/i18n/format.ts';
import type { RelationGroupView } from '../../../engine/api.ts';
import { useToday } from '../../../platform/clock.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { Amount } from '../../../ui/text/amount.tsx';
import { PersonName } from './relation-row.tsx';
import styles from './relations.module.css';

/** What a household or a company group comes to, and who belongs to it. */
export function GroupPanel({ kind, group }: { kind: 'household' | 'company'; group: RelationGroupView }) {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const title = t(`relations.${kind}`);
  const { openFollowUps: open, overdueFollowUps: overdue } = group;
  const hidden = group.count - group.members.length;
  return (
    <section className={styles.group} aria-label={title}>
      <h4 className={styles.groupTitle}>
        {title} · {t(kind === 'household' ? 'relations.members' : 'relations.companies', { count: group.count })}
      </h4>
      <dl className={styles.totals}>
        <div>
          <dt>{t('relations.total')}</dt>
          <dd>
            <Amount fen={group.totalFen} isWhole />
          </dd>
        </div>
        <div>
          <dt>{t('relations.year')}</dt>
          <dd>
            <Amount fen={group.revenueFen} isWhole />
          </dd>
        </div>
        <div>
          <dt>{t('relations.purchases')}</dt>
          <dd>{t('relations.purchaseCount', { count: group.purchases })}</dd>
        </div>
        <div>
          <dt>{t('relations.lastContact')}</dt>
          <dd>{group.lastContact ? formatDaysAgo(language, group.lastContact, today) : t('relations.never')}</dd>
        </div>
        <div>
          <dt>{t('relations.open')}</dt>
          <dd data-late={overdue > 0 || undefined}>
            {t(overdue > 0 ? 'relations.openOverdue' : 'relations.openCount', { open, overdue })}
          </dd>
        </div>
      </dl>
      <ul className={styles.members}>
        {group.members.map((member, at) => (
          <li key={`${member.customerId ?? ''}/${member.contactId ?? ''}/${at}`}>
            <PersonName person={member} />
            {member.totalFen !== 0 && (
              <span className={styles.muted}>
                <Amount fen={member.totalFen} isWhole />
              </span>
            )}
          </li>
        ))}
        {hidden > 0 && <li className={styles.muted}>{t('relations.moreMembers', { count: hidden })}</li>}
      </ul>
    </section>
  );
}

import { memo } from 'react';
import { formatFen } from '#shared/i18n/format.ts';
import type { QueryResult } from '../../../engine/api.ts';
import { useT } from '../../../platform/language.tsx';
import { useListState } from '../list-state.ts';
import styles from './list.module.css';

/** What the customers in the list come to. */
export const ListSummary = memo(function ListSummary({ result }: { result: QueryResult }) {
  const t = useT();
  const { total, totals } = result;
  const isInCells = useListState((state) => state.cellColumn !== null);
  return (
    <div className={styles.summary}>
      <span>{t('customers.count', { count: total })}</span>
      <span>{t('customers.sum.revenue', { amount: formatFen(Math.round(totals.revenueFen / 100) * 100) })}</span>
      <span>
        {t('customers.sum.average', { amount: formatFen(Math.round(totals.revenueFen / total / 100) * 100) })}
      </span>
      {totals.overdue > 0 && <span>{t('customers.sum.overdue', { count: totals.overdue })}</span>}
      <span className={styles.hints}>{t(isInCells ? 'grid.hintsInCells' : 'grid.hints')}</span>
    </div>
  );
});

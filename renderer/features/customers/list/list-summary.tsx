import { memo } from 'react';
import type { QueryResult } from '../../../engine/api.ts';
import { useT } from '../../../platform/language.tsx';
import { useKit } from '../../../ui/theme/kit-provider.tsx';
import { useListState } from '../list-state.ts';
import styles from './list.module.css';

/** What the customers in the list come to. */
export const ListSummary = memo(function ListSummary({ result }: { result: QueryResult }) {
  const t = useT();
  const { formats } = useKit();
  const { total, totals } = result;
  const isInCells = useListState((state) => state.cellColumn !== null);
  return (
    <div className={styles.summary}>
      <span>{t('customers.count', { count: total })}</span>
      <span>{t('customers.sum.revenue', { amount: formats.wholeAmount(totals.revenueFen) })}</span>
      <span>{t('customers.sum.average', { amount: formats.wholeAmount(totals.revenueFen / total) })}</span>
      {totals.overdue > 0 && <span>{t('customers.sum.overdue', { count: totals.overdue })}</span>}
      <span className={styles.hints}>{t(isInCells ? 'grid.hintsInCells' : 'grid.hints')}</span>
    </div>
  );
});

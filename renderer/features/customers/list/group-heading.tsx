import type { Dimension } from '#shared/domain/class-scheme/class-scheme.ts';
import { ClassWord } from '../../../display/class-word.tsx';
import type { QueryResult } from '../../../engine/api.ts';
import { useT } from '../../../platform/language.tsx';
import { Amount } from '../../../ui/text/amount.tsx';
import styles from './list.module.css';

interface GroupHeadingProps {
  slot: number;
  topPx: number;
  heightPx: number;
  group: QueryResult['groups'][number];
  dimension: Dimension;
}

/** The line above the customers of one class: how many they are and what they brought. */
export function GroupHeading({ slot, topPx, heightPx, group, dimension }: GroupHeadingProps) {
  const t = useT();
  return (
    <div
      role="row"
      aria-rowindex={slot + 2}
      className={styles.group}
      style={{ blockSize: heightPx, transform: `translateY(${String(topPx)}px)` }}
    >
      <div role="gridcell" className={styles.groupCell}>
        <ClassWord dimension={dimension} value={group.class} />
        <span className={styles.groupCount}>{t('customers.count', { count: group.count })}</span>
        <span className={styles.groupSum}>
          <Amount fen={group.revenueFen} isWhole />
        </span>
      </div>
    </div>
  );
}

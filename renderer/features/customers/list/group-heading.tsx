import { ChevronDown, ChevronRight } from 'lucide-react';
import type { GroupKey } from '#shared/domain/list-view/list-view.ts';
import { ClassWord } from '../../../display/class-word.tsx';
import type { QueryResult } from '../../../engine/api.ts';
import { useT } from '../../../platform/language.tsx';
import { Amount } from '../../../ui/text/amount.tsx';
import { ClassMark } from '../../../ui/text/class-mark.tsx';
import { isDimension, useGroupWord } from './group-word.ts';
import styles from './list.module.css';

export function groupHeadingId(slot: number): string {
  return `customer-group-${String(slot)}`;
}

interface GroupHeadingProps {
  slot: number;
  topPx: number;
  heightPx: number;
  group: QueryResult['groups'][number];
  by: GroupKey;
  /** The keyboard is on it. */
  isActive: boolean;
  isFolded: boolean;
  columnCount: number;
  onToggle: () => void;
}

/** The line above the customers of one class or choice: how many they are and what they brought. It folds them away. */
export function GroupHeading({
  slot,
  topPx,
  heightPx,
  group,
  by,
  isActive,
  isFolded,
  columnCount,
  onToggle,
}: GroupHeadingProps) {
  const t = useT();
  const word = useGroupWord()(by, group.class);
  return (
    <div
      id={groupHeadingId(slot)}
      role="row"
      data-active={isActive}
      aria-rowindex={slot + 2}
      data-group
      className={styles.group}
      style={{ blockSize: heightPx, transform: `translateY(${String(topPx)}px)` }}
    >
      <div role="gridcell" aria-colindex={1} aria-colspan={columnCount} className={styles.groupCell}>
        <button
          type="button"
          className={styles.fold}
          aria-label={t(isFolded ? 'grid.group.expand' : 'grid.group.collapse', { group: word })}
          onClick={onToggle}
        >
          {isFolded ? <ChevronRight aria-hidden="true" /> : <ChevronDown aria-hidden="true" />}
        </button>
        {isDimension(by) ? (
          <ClassWord dimension={by} value={group.class} />
        ) : (
          <ClassMark shape="none" tone={group.class === '' ? 'muted' : 'ink'} word={word} />
        )}
        <span className={styles.groupCount}>{t('customers.count', { count: group.count })}</span>
        <span className={styles.groupSum}>
          <Amount fen={group.revenueFen} isWhole />
        </span>
      </div>
    </div>
  );
}

import { ArrowDown, ArrowUp } from 'lucide-react';
import type { MouseEventHandler, TouchEventHandler } from 'react';
import type { CustomerQuery } from '../../../engine/api.ts';
import { useT } from '../../../platform/language.tsx';
import { columnMeta } from './columns.tsx';
import { useListState } from './list-state.ts';
import styles from './list.module.css';

type Sort = CustomerQuery['sort'];

export function sortDirection(sort: Sort, columnId: string): 'ascending' | 'descending' | 'none' {
  const entry = sort.find((candidate) => candidate.column === columnMeta(columnId).sort);
  return entry ? (entry.descending ? 'descending' : 'ascending') : 'none';
}

/** First press: the useful direction (largest sums, earliest dates); second: the other; third: back to no order. */
export function nextSort(sort: Sort, columnId: string, isAdded: boolean): Sort {
  const { sort: column, isNumeric } = columnMeta(columnId);
  const useful = isNumeric === true;
  const current = sort.find((entry) => entry.column === column);
  const others = isAdded ? sort.filter((entry) => entry.column !== column) : [];
  if (!current) return [...others, { column, descending: useful }];
  return current.descending === useful ? [...others, { column, descending: !useful }] : others;
}

interface HeaderButtonProps {
  columnId: string;
  onResize: MouseEventHandler & TouchEventHandler;
}

/** Sorts by its column (Shift adds it to the order), and can be pulled wider at its edge. */
export function HeaderButton({ columnId, onResize }: HeaderButtonProps) {
  const t = useT();
  const sort = useListState((state) => state.sort);
  const setSort = useListState((state) => state.setSort);
  const direction = sortDirection(sort, columnId);
  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        className={styles.sort}
        onClick={(event) => {
          setSort(nextSort(sort, columnId, event.shiftKey));
        }}
      >
        <span className={styles.sortLabel}>{t(columnMeta(columnId).label)}</span>
        {direction === 'ascending' && <ArrowUp aria-hidden="true" />}
        {direction === 'descending' && <ArrowDown aria-hidden="true" />}
      </button>
      <span className={styles.resize} aria-hidden="true" onMouseDown={onResize} onTouchStart={onResize} />
    </>
  );
}

import type { HTMLAttributes, ReactNode, Ref } from 'react';
import { classNames } from '../theme/class-names.ts';
import styles from './grid.module.css';

export interface GridProps extends Omit<HTMLAttributes<HTMLDivElement>, 'className' | 'role' | 'tabIndex'> {
  label: string;
  /** Rows of the whole result with the header row, shown or not. */
  rowCount: number;
  columnCount: number;
  /** Id of the active row (see `gridRowId`), or undefined when there is none. */
  activeRowId: string | undefined;
  isMultiselectable?: boolean;
  /** CSS grid columns, such as `2fr 1fr 6rem`; header and rows share them. */
  columns: string;
  scrollRef?: Ref<HTMLDivElement>;
  children: ReactNode;
}

/**
 * A virtualised grid: one tab stop, the active row told by aria-activedescendant, so that focus survives when a row
 * scrolls out of the DOM. Keys come from `useGridKeys`.
 */
export function Grid({
  label,
  rowCount,
  columnCount,
  activeRowId,
  isMultiselectable = false,
  columns,
  scrollRef,
  children,
  style,
  ...rest
}: GridProps) {
  return (
    <div
      {...rest}
      ref={scrollRef}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={rowCount}
      aria-colcount={columnCount}
      aria-multiselectable={isMultiselectable}
      aria-activedescendant={activeRowId}
      className={styles.grid}
      style={{ ...style, '--columns': columns } as GridProps['style']}
    >
      {children}
    </div>
  );
}

export function GridHeader({ children }: { children: ReactNode }) {
  return (
    <div role="rowgroup" className={styles.header}>
      <div role="row" aria-rowindex={1} className={styles.headerRow}>
        {children}
      </div>
    </div>
  );
}

export interface GridColumnHeaderProps extends Omit<HTMLAttributes<HTMLDivElement>, 'className' | 'role'> {
  sort?: 'ascending' | 'descending' | 'none' | undefined;
  isNumeric?: boolean;
  children: ReactNode;
}

export function GridColumnHeader({ sort, isNumeric = false, children, ...rest }: GridColumnHeaderProps) {
  return (
    <div
      {...rest}
      role="columnheader"
      aria-sort={sort}
      className={classNames(styles.columnHeader, isNumeric && styles.numeric)}
    >
      {children}
    </div>
  );
}

/** The tall box whose rows are placed by the virtualiser. */
export function GridBody({ heightPx, children }: { heightPx: number; children: ReactNode }) {
  return (
    <div role="rowgroup" className={styles.body} style={{ blockSize: heightPx }}>
      {children}
    </div>
  );
}

export interface GridRowProps extends Omit<HTMLAttributes<HTMLDivElement>, 'className' | 'role' | 'id'> {
  id: string;
  /** Position in the whole result, from 0. */
  index: number;
  topPx: number;
  heightPx: number;
  isActive: boolean;
  isSelected: boolean;
}

export function GridRow({ id, index, topPx, heightPx, isActive, isSelected, style, children, ...rest }: GridRowProps) {
  return (
    <div
      {...rest}
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-active={isActive}
      className={styles.row}
      style={{ ...style, blockSize: heightPx, transform: `translateY(${String(topPx)}px)` }}
    >
      {children}
    </div>
  );
}

export interface GridCellProps extends Omit<HTMLAttributes<HTMLDivElement>, 'className' | 'role'> {
  isNumeric?: boolean;
  isMuted?: boolean;
}

export function GridCell({ isNumeric = false, isMuted = false, children, ...rest }: GridCellProps) {
  return (
    <div
      {...rest}
      role="gridcell"
      className={classNames(styles.cell, isNumeric && styles.numeric, isMuted && styles.muted)}
    >
      {children}
    </div>
  );
}

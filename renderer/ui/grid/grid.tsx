import { useState, type CSSProperties, type HTMLAttributes, type ReactNode, type Ref } from 'react';
import { classNames } from '../theme/class-names.ts';
import styles from './grid.module.css';

export interface GridProps extends Omit<HTMLAttributes<HTMLDivElement>, 'className' | 'role' | 'tabIndex'> {
  label: string;
  /** Rows of the whole result with the header row, shown or not. */
  rowCount: number;
  columnCount: number;
  /** Id of the active row, or of the active one of its cells; undefined when there is none. */
  activeRowId: string | undefined;
  isMultiselectable?: boolean;
  /** CSS grid columns, such as `2fr 1fr 6rem`; header and rows share them. */
  columns: string;
  /** What all columns take together; the grid scrolls sideways when it has less. */
  minWidthPx?: number;
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
  minWidthPx = 0,
  scrollRef,
  children,
  style,
  ...rest
}: GridProps) {
  const [isSideways, setSideways] = useState(false);
  return (
    <div
      {...rest}
      ref={scrollRef}
      data-sideways={isSideways}
      onScroll={({ currentTarget }) => {
        setSideways(currentTarget.scrollLeft > 0);
      }}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={rowCount}
      aria-colcount={columnCount}
      aria-multiselectable={isMultiselectable}
      aria-activedescendant={activeRowId}
      className={styles.grid}
      style={{ ...style, '--columns': columns, '--grid-width': `${String(minWidthPx)}px` } as GridProps['style']}
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

function pinStyle(style: CSSProperties | undefined, pinPx: number | undefined): CSSProperties | undefined {
  return pinPx === undefined ? style : ({ ...style, '--pin': `${String(pinPx)}px` } as CSSProperties);
}

export interface GridColumnHeaderProps extends Omit<HTMLAttributes<HTMLDivElement>, 'className' | 'role'> {
  sort?: 'ascending' | 'descending' | 'none' | undefined;
  isNumeric?: boolean;
  /** Stays so far from the left when the grid scrolls sideways. */
  pinPx?: number | undefined;
  children: ReactNode;
}

export function GridColumnHeader({ sort, isNumeric = false, pinPx, style, children, ...rest }: GridColumnHeaderProps) {
  return (
    <div
      {...rest}
      role="columnheader"
      aria-sort={sort}
      style={pinStyle(style, pinPx)}
      className={classNames(styles.columnHeader, isNumeric && styles.numeric, pinPx !== undefined && styles.pinned)}
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
  /** For the active row, which the grid names. */
  id: string | undefined;
  /** Position in the whole result, from 0. */
  index: number;
  topPx: number;
  heightPx: number;
  isActive: boolean;
  isSelected: boolean;
  /** The keyboard is on one of its cells. */
  hasActiveCell: boolean;
  /** One of its cells is being typed into. */
  isOpen: boolean;
}

export function GridRow({
  id,
  index,
  topPx,
  heightPx,
  isActive,
  isSelected,
  hasActiveCell,
  isOpen,
  style,
  children,
  ...rest
}: GridRowProps) {
  return (
    <div
      {...rest}
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-active={isActive}
      data-cell={hasActiveCell}
      data-open={isOpen}
      className={styles.row}
      style={{ ...style, blockSize: heightPx, insetBlockStart: topPx }}
    >
      {children}
    </div>
  );
}

export interface GridCellProps extends Omit<HTMLAttributes<HTMLDivElement>, 'className' | 'role'> {
  isNumeric?: boolean;
  isMuted?: boolean;
  /** The one that the keyboard is on. */
  isActive?: boolean;
  /** Taken in with the one that the keyboard is on. */
  isInRange?: boolean;
  /** Being typed into: what stands in it may stick out. */
  isOpen?: boolean;
  pinPx?: number | undefined;
}

export function GridCell({
  isNumeric = false,
  isMuted = false,
  isActive = false,
  isInRange = false,
  isOpen = false,
  pinPx,
  style,
  children,
  ...rest
}: GridCellProps) {
  return (
    <div
      {...rest}
      role="gridcell"
      aria-selected={isInRange || undefined}
      style={pinStyle(style, pinPx)}
      className={classNames(
        styles.cell,
        isNumeric && styles.numeric,
        isMuted && styles.muted,
        isActive && styles.activeCell,
        isInRange && styles.rangeCell,
        isOpen && styles.openCell,
        pinPx !== undefined && styles.pinned,
      )}
    >
      {children}
    </div>
  );
}

interface GridCheckCellProps {
  label: string;
  isChecked: boolean;
  /** With Shift everything from the last one. */
  onToggle: (isRange: boolean) => void;
}

/** The first cell of a row that can be selected. The keyboard selects by Space; this is for the mouse. */
export function GridCheckCell({ label, isChecked, onToggle }: GridCheckCellProps) {
  return (
    <div role="gridcell" aria-colindex={1} className={classNames(styles.check, styles.pinned)}>
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label={label}
        checked={isChecked}
        onMouseDown={(event) => {
          // The keyboard stays with the grid.
          event.preventDefault();
        }}
        onClick={(event) => {
          event.stopPropagation();
          onToggle(event.shiftKey);
        }}
        onChange={() => undefined}
      />
    </div>
  );
}

interface GridCheckHeaderProps {
  label: string;
  state: 'none' | 'some' | 'all';
  onToggle: () => void;
}

/** Selects everything, or nothing when something is selected. */
export function GridCheckHeader({ label, state, onToggle }: GridCheckHeaderProps) {
  return (
    <div role="columnheader" aria-colindex={1} className={classNames(styles.check, styles.pinned)}>
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label={label}
        checked={state === 'all'}
        ref={(box) => {
          if (box) box.indeterminate = state === 'some';
        }}
        onChange={onToggle}
      />
    </div>
  );
}

import { useVirtualizer } from '@tanstack/react-virtual';
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Grid, GridBody, GridColumnHeader, GridHeader, GridRow } from '../../../ui/grid/grid.tsx';
import { useGridKeys } from '../../../ui/grid/use-grid-keys.ts';
import styles from './comparison.module.css';

const lineHeightPx = 36;

interface PileGridProps {
  label: string;
  headings: readonly string[];
  /** CSS grid columns. */
  columns: string;
  total: number;
  /** The first line that is in view. */
  onView: (first: number) => void;
  onOpen: (at: number) => void;
  /** Keys of the pile's own, for the active line; whether it was one of them. */
  onKey?: (event: KeyboardEvent, at: number) => boolean;
  kindOf?: (at: number) => string | undefined;
  children: (at: number) => ReactNode;
}

/** The lines of a pile, as many as they may be. */
export function PileGrid({ label, headings, columns, total, onView, onOpen, onKey, kindOf, children }: PileGridProps) {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [chosen, setActive] = useState(0);
  const active = Math.min(chosen, total - 1);
  const idOf = (at: number) => `${id}-${String(at)}`;
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeightPx,
    overscan: 8,
    onChange: ({ range }) => {
      onView(range?.startIndex ?? 0);
    },
  });
  const handleGridKeys = useGridKeys({
    rowCount: total,
    active,
    pageRows: Math.max(1, Math.floor((virtualizer.scrollRect?.height ?? 400) / lineHeightPx) - 2),
    onMove: (to) => {
      setActive(to);
      virtualizer.scrollToIndex(to);
      // The heading lies over the first lines, and the line itself may be higher than the others.
      requestAnimationFrame(() => document.getElementById(idOf(to))?.scrollIntoView({ block: 'nearest' }));
    },
    onOpen,
  });
  return (
    <div className={styles.lines} style={{ blockSize: `calc(${String(total * lineHeightPx)}px + 2rem + 2px)` }}>
      <Grid
        label={label}
        rowCount={total + 1}
        columnCount={headings.length}
        columns={columns}
        activeRowId={idOf(active)}
        scrollRef={scroller}
        onKeyDown={(event) => {
          if (onKey?.(event, active) !== true) handleGridKeys(event);
        }}
      >
        <GridHeader>
          {headings.map((heading, index) => (
            <GridColumnHeader key={heading} aria-colindex={index + 1}>
              {heading}
            </GridColumnHeader>
          ))}
        </GridHeader>
        <GridBody heightPx={virtualizer.getTotalSize()}>
          {virtualizer.getVirtualItems().map(({ index, start }) => (
            <GridRow
              key={index}
              id={index === active ? idOf(index) : undefined}
              index={index}
              topPx={start}
              heightPx={lineHeightPx}
              isActive={index === active}
              isSelected={false}
              hasActiveCell={false}
              isOpen={false}
              data-line={kindOf?.(index)}
              onClick={() => {
                setActive(index);
              }}
              onDoubleClick={() => {
                onOpen(index);
              }}
            >
              {children(index)}
            </GridRow>
          ))}
        </GridBody>
      </Grid>
    </div>
  );
}

import { useLayoutEffect, useRef, useState, type CSSProperties } from 'react';
import type { CustomerRow } from '../../../engine/api.ts';
import styles from '../list/list.module.css';

const widestPx = 420;

interface Whole {
  text: string;
  style: CSSProperties;
}

/** The whole of what does not fit into the cell that the keyboard is on, below it, or above where there is more room. */
export function WholeText({ row, column }: { row: CustomerRow; column: string }) {
  const mark = useRef<HTMLSpanElement>(null);
  const [whole, setWhole] = useState<Whole | null>(null);
  useLayoutEffect(() => {
    const line = mark.current?.parentElement;
    const grid = line?.closest('[role=grid]');
    const cell = line?.querySelector<HTMLElement>(`[data-column="${CSS.escape(column)}"]`);
    if (!line || !grid || !cell || cell.scrollWidth <= cell.clientWidth) {
      setWhole(null);
      return;
    }
    const [around, own] = [grid.getBoundingClientRect(), line.getBoundingClientRect()];
    const isAbove = own.top - around.top > around.bottom - own.bottom;
    const isFarRight = cell.offsetLeft - grid.scrollLeft + widestPx > grid.clientWidth;
    setWhole({
      text: cell.textContent,
      style: {
        ...(isFarRight
          ? { insetInlineEnd: Math.max(0, line.offsetWidth - cell.offsetLeft - cell.offsetWidth) }
          : { insetInlineStart: cell.offsetLeft }),
        minInlineSize: Math.min(cell.offsetWidth, widestPx),
        maxInlineSize: widestPx,
        inlineSize: 'max-content',
        [isAbove ? 'insetBlockEnd' : 'insetBlockStart']: '100%',
      },
    });
  }, [row, column]);
  return (
    <span ref={mark} aria-hidden="true" className={styles.wholeMark}>
      {whole && (
        <span className={styles.whole} style={whole.style}>
          {whole.text}
        </span>
      )}
    </span>
  );
}

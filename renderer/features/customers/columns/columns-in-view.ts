import { useEffect, useMemo, useState, type RefObject } from 'react';

/** The columns from one place up to another, which is not among them. */
export interface ColumnsInView {
  from: number;
  to: number;
}

/** So many are drawn whatever is seen of them: to draw some anew while the list rolls sideways costs more than they do. */
const fewColumns = 24;
/** So far beyond what is seen they are drawn, and after so much rolling others are. */
const stepPx = 480;

/** The columns that are seen, or soon are, where the list has rolled so far; the sizes are those of the columns. */
export function selectColumnsInView(sizesPx: readonly number[], leftPx: number, widthPx: number): ColumnsInView {
  let endPx = 0;
  const ends = sizesPx.map((size) => (endPx += size));
  const from = ends.findIndex((end) => end > leftPx - stepPx);
  const beyond = ends.findIndex((end) => end >= leftPx + widthPx + stepPx);
  return { from: from < 0 ? sizesPx.length : from, to: beyond < 0 ? sizesPx.length : beyond + 1 };
}

/** Of very many columns those to be drawn; `null` where all are. */
export function useColumnsInView(
  scroller: RefObject<HTMLElement | null>,
  sizesPx: readonly number[],
  widthPx: number,
): ColumnsInView | null {
  const [step, setStep] = useState(0);
  const isMany = sizesPx.length > fewColumns;
  useEffect(() => {
    const list = scroller.current;
    if (!list || !isMany) return;
    const look = () => {
      setStep(Math.floor(list.scrollLeft / stepPx));
    };
    look();
    list.addEventListener('scroll', look, { passive: true });
    return () => {
      list.removeEventListener('scroll', look);
    };
  }, [scroller, isMany]);
  const { from, to } = selectColumnsInView(sizesPx, step * stepPx, widthPx + stepPx);
  return useMemo(() => (isMany ? { from, to } : null), [isMany, from, to]);
}

import { useLayoutEffect, useRef } from 'react';
import './found-text.css';
import type { MarkedProps } from './marked.tsx';

export type FoundRanges = MarkedProps['ranges'];

interface FoundTextProps {
  className?: string | undefined;
  text: string;
  ranges?: FoundRanges | undefined;
}

/** What `::highlight(found)` is drawn over. */
function foundLetters(): Highlight {
  const known = CSS.highlights.get('found');
  if (known) return known;
  const found = new Highlight();
  CSS.highlights.set('found', found);
  return found;
}

const nothing: FoundRanges = [];

/**
 * A text with found letters marked, for lists that have hundreds of them, which change with each key: the marks of `Marked` are
 * elements that come and go, these are drawn over a text that stays one.
 */
export function FoundText({ className, text, ranges = nothing }: FoundTextProps) {
  const box = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const letters = box.current?.firstChild;
    if (!letters || ranges.length === 0) return undefined;
    const found = foundLetters();
    const marks = ranges.map(
      ([startOffset, endOffset]) =>
        new StaticRange({ startContainer: letters, startOffset, endContainer: letters, endOffset }),
    );
    for (const mark of marks) found.add(mark);
    return () => {
      for (const mark of marks) found.delete(mark);
    };
  }, [text, ranges]);
  return (
    <span ref={box} className={className}>
      {text}
    </span>
  );
}

import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react';

/** So far before it is seen. */
const aheadPx = 240;

/** Tells once when what stands in it is about to be scrolled into view, for lists that go on below their end: with a `key` of its own for each end. */
export function NearView({ onNear, children }: { onNear: () => void; children?: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const near = useEffectEvent(onNear);
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) near();
      },
      { scrollMargin: `${String(aheadPx)}px` },
    );
    if (box.current) observer.observe(box.current);
    return () => {
      observer.disconnect();
    };
  }, []);
  return <div ref={box}>{children}</div>;
}

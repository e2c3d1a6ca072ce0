import { useEffect, useState, type RefObject } from 'react';

/** `0` while more is in the element than it shows, so that the keyboard can stop at it and scroll; otherwise nothing. */
export function useScrollStop(region: RefObject<HTMLElement | null>): 0 | undefined {
  const [isCut, setCut] = useState(false);
  useEffect(() => {
    const element = region.current;
    if (!element) return undefined;
    const look = (): void => {
      setCut(element.scrollHeight > element.clientHeight + 1);
    };
    const sizes = new ResizeObserver(look);
    const observeAll = (): void => {
      sizes.disconnect();
      sizes.observe(element);
      for (const child of element.children) sizes.observe(child);
    };
    observeAll();
    const content = new MutationObserver(observeAll);
    content.observe(element, { childList: true });
    return () => {
      sizes.disconnect();
      content.disconnect();
    };
  }, [region]);
  return isCut ? 0 : undefined;
}

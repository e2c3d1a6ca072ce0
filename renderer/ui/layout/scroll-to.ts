/**
 * Brings an element to the top of what scrolls around it, as far as that goes. Only that scrolls: `scrollIntoView` would move the
 * window too when there is no more to scroll inside.
 */
export function scrollToTop(element: Element): void {
  let scroller = element.parentElement;
  while (scroller && !(isScroller(scroller) && scroller.scrollHeight > scroller.clientHeight))
    scroller = scroller.parentElement;
  if (scroller) scroller.scrollTop += element.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
}

/** So long after a page was opened, what stands above may still arrive and push the rest down. */
const settlingMs = 1000;

/** The same on a page that is only just being filled. */
export function scrollToTopWhileFilling(element: Element): void {
  const end = performance.now() + settlingMs;
  const keep = (now: number): void => {
    scrollToTop(element);
    if (now < end) requestAnimationFrame(keep);
  };
  requestAnimationFrame(keep);
}

function isScroller(element: Element): boolean {
  return /auto|scroll/.test(getComputedStyle(element).overflowY);
}

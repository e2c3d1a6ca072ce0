/** Longer than anything fades. */
const patienceFrames = 30;

/**
 * Puts the keyboard into an element, unless it is there already: at once, or as soon as what led there, such as a palette that
 * fades, lets go of it.
 *
 * @returns gives it up
 */
export function takeFocus(element: HTMLElement | null, onTaken: () => void): () => void {
  let frame = 0;
  const isThere = () => element?.contains(document.activeElement) === true;
  const take = (framesLeft: number): void => {
    if (!isThere()) element?.focus({ preventScroll: true });
    if (isThere() || framesLeft === 0) onTaken();
    else
      frame = requestAnimationFrame(() => {
        take(framesLeft - 1);
      });
  };
  take(patienceFrames);
  return () => {
    cancelAnimationFrame(frame);
  };
}

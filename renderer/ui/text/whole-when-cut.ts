/** Boxes whose title came from here. */
const titled = new WeakSet<HTMLElement>();
/** So far above what the pointer is on stands the box that cuts it off. */
const mostSteps = 4;

/** Shows a text that its box cuts off while the pointer rests on it, and only then. Returns what stops it. */
export function showWholeWhenCut(page: Document): () => void {
  const look = ({ target }: PointerEvent) => {
    let box = target instanceof HTMLElement ? target : null;
    for (let steps = 0; box && steps < mostSteps; steps += 1, box = box.parentElement) {
      if (getComputedStyle(box).textOverflow !== 'ellipsis') continue;
      if (box.title !== '' && !titled.has(box)) return;
      if (box.scrollWidth > box.clientWidth) {
        box.title = box.textContent;
        titled.add(box);
      } else if (titled.has(box)) box.removeAttribute('title');
      return;
    }
  };
  page.addEventListener('pointerover', look);
  return () => {
    page.removeEventListener('pointerover', look);
  };
}

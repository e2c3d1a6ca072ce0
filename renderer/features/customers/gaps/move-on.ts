/** Marks a box of a gap with the field that is missed. */
export const gapMark = 'data-gap';

/** Where the keyboard goes from a box: to the next or previous box, or to that of the customer below or above. */
export type Move = 'next' | 'previous' | 'down' | 'up';

export function firstBox(list: Element | null): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[${gapMark}]`) ?? null;
}

/** Goes on from a box; stays where there is no other. */
export function moveOn(from: HTMLElement, move: Move): void {
  targetOf(from, move)?.focus();
}

/** Whether Tab leaves the list from here. */
export function isAtEdge(from: HTMLElement, move: Move): boolean {
  return targetOf(from, move) === undefined;
}

function targetOf(from: HTMLElement, move: Move): HTMLElement | undefined {
  const boxes = [...(from.closest('ul')?.querySelectorAll<HTMLElement>(`[${gapMark}]`) ?? [])];
  const at = boxes.indexOf(from);
  if (move === 'next') return boxes[at + 1];
  if (move === 'previous') return boxes[at - 1];
  const lineOf = (box: HTMLElement) => box.closest('li');
  const others = move === 'down' ? boxes.slice(at + 1) : boxes.slice(0, Math.max(0, at)).toReversed();
  const line = others.map(lineOf).find((each) => each !== lineOf(from));
  const there = boxes.filter((box) => lineOf(box) === line);
  return there.find((box) => box.getAttribute(gapMark) === from.getAttribute(gapMark)) ?? there[0];
}

import type { Slots } from '../list/slots.ts';
import { cellUnder, rollSpeed, type CellAt, type DragFrame } from './drag-place.ts';

/** A hand that shakes means no drag. */
const leastPx = 4;
/** A list that was not drawn for long does not jump. */
const longestFrameMs = 50;

interface CellDrag {
  scroller: HTMLElement;
  /** How the list lies now: it may roll and change meanwhile. */
  lie: () => { frame: DragFrame; slots: Slots };
  /** The cells up to this one are meant. Told whenever that is another one. */
  onTake: (to: CellAt) => void;
  onEnd: (to: CellAt) => void;
  /** Escape: nothing was meant. */
  onCancel: () => void;
}

/**
 * Follows the pointer from a cell on which it was pressed until it is released, wherever that is: over the list or beyond it, where
 * the list rolls. As long as the pointer stays on the first cell it is a click.
 */
export function dragCells(
  press: PointerEvent,
  from: CellAt,
  { scroller, lie, onTake, onEnd, onCancel }: CellDrag,
): void {
  const over = new AbortController();
  const options = { capture: true, signal: over.signal };
  let pointer: Pick<PointerEvent, 'clientX' | 'clientY'> = press;
  let taken: CellAt | null = null;

  const take = () => {
    const { frame, slots } = lie();
    const cell = cellUnder(pointer, frame, slots, from);
    const last = taken ?? from;
    if (cell.at === last.at && cell.column === last.column) return;
    if (taken === null) requestAnimationFrame(roll);
    taken = cell;
    onTake(cell);
  };
  const owed = { left: 0, top: 0 };
  let before: number | null = null;
  const roll = (now: number) => {
    if (over.signal.aborted) return;
    const ms = Math.min(longestFrameMs, now - (before ?? now));
    before = now;
    const { frame } = lie();
    owed.left += rollSpeed(pointer.clientX, frame.left, frame.right) * ms;
    owed.top += rollSpeed(pointer.clientY, frame.top, frame.bottom) * ms;
    const whole = { left: Math.trunc(owed.left), top: Math.trunc(owed.top) };
    owed.left -= whole.left;
    owed.top -= whole.top;
    if (whole.left !== 0 || whole.top !== 0) scroller.scrollBy(whole);
    take();
    requestAnimationFrame(roll);
  };
  const end = () => {
    over.abort();
    if (taken === null) return;
    swallowClick();
    onEnd(taken);
  };
  const handleMove = (event: PointerEvent) => {
    if (event.pointerId !== press.pointerId) return;
    // It was released where nobody told of it.
    if ((event.buttons & 1) === 0) end();
    else {
      pointer = event;
      const wayPx = Math.hypot(event.clientX - press.clientX, event.clientY - press.clientY);
      if (taken !== null || wayPx >= leastPx) take();
    }
  };
  const handleBlur = ({ target }: FocusEvent) => {
    // Not that of a box that had the keyboard until the press.
    if (target === window) end();
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || taken === null) return;
    event.preventDefault();
    event.stopPropagation();
    over.abort();
    // The button is still held.
    window.addEventListener('pointerup', swallowClick, { capture: true, once: true });
    onCancel();
  };
  window.addEventListener('pointermove', handleMove, options);
  window.addEventListener('pointerup', end, options);
  window.addEventListener('pointercancel', end, options);
  window.addEventListener('blur', handleBlur, options);
  window.addEventListener('keydown', handleKey, options);
}

/** The click that the release makes opens no card. It comes together with the release, if at all. */
function swallowClick(): void {
  const done = new AbortController();
  const swallow = (click: MouseEvent) => {
    click.preventDefault();
    click.stopPropagation();
  };
  window.addEventListener('click', swallow, { capture: true, signal: done.signal });
  setTimeout(() => {
    done.abort();
  });
}

import { isTyping } from '../theme/keyboard.ts';

const modifiers = new Set(['Shift', 'Control', 'Alt', 'Meta']);

/**
 * Takes away the caret that a text box leaves behind. The browser keeps it, and twice in each frame that changes anything it looks
 * from there for the next place where a caret could stand: past all that cannot be selected, which is nearly the whole page
 * and takes longer than everything else in the frame. Returns what stops it.
 */
export function dropLostCarets(page: Document): () => void {
  const drop = (): void => {
    if (!isTyping(page.activeElement) && !isAtHome(page.getSelection())) page.getSelection()?.removeAllRanges();
  };
  // Where the focus goes is known when the events of its going are over.
  const dropSoon = (): void => queueMicrotask(drop);
  const dropBefore = ({ key }: KeyboardEvent): void => {
    // A click with Shift goes on from where the last one put the caret.
    if (!modifiers.has(key)) drop();
  };
  page.addEventListener('focusout', dropSoon);
  page.addEventListener('keydown', dropBefore, { capture: true });
  return () => {
    page.removeEventListener('focusout', dropSoon);
    page.removeEventListener('keydown', dropBefore, { capture: true });
  };
}

/** What somebody has selected, or a caret in a text of which a part can be selected. */
function isAtHome(selection: Selection | null): boolean {
  if (selection === null || selection.type === 'Range') return true;
  const around = selection.anchorNode instanceof Text ? selection.anchorNode.parentElement : null;
  return around !== null && around.checkVisibility() && getComputedStyle(around).userSelect !== 'none';
}

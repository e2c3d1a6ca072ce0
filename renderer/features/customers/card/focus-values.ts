const marked = '[data-value]';

/** Marks what shows a value and edits it, so that Tab goes from one to the next. */
export const valueMark = { 'data-value': '' };

/** The next (1) or previous (-1) value on the card from an element of it; `null` at the ends. */
export function neighbourValue(from: Element | null, by: 1 | -1): HTMLElement | null {
  const card = from?.closest('article');
  if (!from || !card) return null;
  const values = [...card.querySelectorAll<HTMLElement>(marked)];
  const isBeyond = (value: Element) => {
    const place = from.compareDocumentPosition(value);
    return (place & (by === 1 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING)) !== 0;
  };
  return (by === 1 ? values.find(isBeyond) : values.findLast(isBeyond)) ?? null;
}

const paddingPx = 18;
/** Beside the heading stand the arrow of the order and the menu. */
const besideHeadingPx = 44;

/** How wide a column must be for what is drawn of it, its heading included. */
export function fittingWidthPx(header: Element, columnId: string): number {
  const cells = header
    .closest('[role=grid]')
    ?.querySelectorAll(`[role=gridcell][data-column="${CSS.escape(columnId)}"]`);
  const range = document.createRange();
  const widthOf = (node: Node): number => {
    range.selectNodeContents(node);
    return range.getBoundingClientRect().width;
  };
  const heading = header.querySelector('button > span');
  const widest = Math.max(
    heading ? widthOf(heading) + besideHeadingPx : 0,
    ...Array.from(cells ?? [], (cell) => widthOf(cell) + paddingPx),
  );
  return Math.ceil(widest);
}

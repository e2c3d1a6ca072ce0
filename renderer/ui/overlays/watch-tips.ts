/** As long a pointer rests on a button before its tooltip comes. */
const restMs = 500;
/** Whoever goes along a row of buttons reads them all without waiting again. */
const warmMs = 500;

/** Tells on which element with `data-tip` the tooltip is to be shown, and `null` when none is. Returns what stops it. */
export function watchTips(page: Document, onTip: (element: HTMLElement | null) => void): () => void {
  let shown: HTMLElement | null = null;
  let awaited: HTMLElement | null = null;
  let timer = 0;
  let hiddenAt = -Infinity;

  const show = (element: HTMLElement): void => {
    window.clearTimeout(timer);
    awaited = null;
    shown = element;
    onTip(element);
  };
  const hide = (): void => {
    window.clearTimeout(timer);
    awaited = null;
    if (shown === null) return;
    shown = null;
    hiddenAt = performance.now();
    onTip(null);
  };
  const tipAt = (target: EventTarget | null) =>
    target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null;
  const point = (event: PointerEvent): void => {
    const element = tipAt(event.target);
    if (element === (awaited ?? shown)) return;
    hide();
    if (element === null || event.pointerType === 'touch') return;
    if (performance.now() - hiddenAt < warmMs) show(element);
    else {
      awaited = element;
      timer = window.setTimeout(() => {
        if (element.isConnected) show(element);
      }, restMs);
    }
  };
  const leave = ({ relatedTarget }: PointerEvent): void => {
    if (relatedTarget === null) hide();
  };
  const focus = ({ target }: FocusEvent): void => {
    hide();
    const element = tipAt(target);
    if (element?.matches(':focus-visible') === true) show(element);
  };

  const stop = new AbortController();
  const listening = { capture: true, passive: true, signal: stop.signal };
  page.addEventListener('pointerover', point, listening);
  page.addEventListener('pointerout', leave, listening);
  page.addEventListener('focusin', focus, listening);
  for (const ending of ['focusout', 'pointerdown', 'keydown', 'wheel'] as const)
    page.addEventListener(ending, hide, listening);
  return () => {
    stop.abort();
    window.clearTimeout(timer);
  };
}

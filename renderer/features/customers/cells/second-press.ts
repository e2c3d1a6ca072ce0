/** As far apart as the presses of a double one are, by the defaults of the systems. */
const withinMs = 500;
const withinPx = 4;

type Press = Pick<MouseEvent, 'timeStamp' | 'clientX' | 'clientY'>;

/**
 * Runs when the next press is the second of a double one, wherever it lands: what the first one opened may lie under the pointer by
 * then, and is not meant. That is why the browser may not call it a double one either.
 */
export function onSecondPress(first: Press, run: () => void): void {
  const isSecond = (press: MouseEvent) =>
    Math.hypot(press.clientX - first.clientX, press.clientY - first.clientY) <= withinPx &&
    (press.detail === 2 || press.timeStamp - first.timeStamp <= withinMs);
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  const done = new AbortController();
  const options = { capture: true, signal: done.signal };
  const handleClick = (click: MouseEvent) => {
    done.abort();
    swallow(click);
    run();
  };
  const handlePress = (press: MouseEvent) => {
    if (isSecond(press)) {
      swallow(press);
      document.addEventListener('click', handleClick, options);
    } else if (press.type === 'mousedown') done.abort();
  };
  document.addEventListener('pointerdown', handlePress, options);
  document.addEventListener('mousedown', handlePress, options);
}

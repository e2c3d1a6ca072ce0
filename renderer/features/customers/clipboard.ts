/**
 * Puts data on the clipboard by the copy command and its event: Kebu refuses every permission, that of the clipboard too, and
 * this needs none. The command acts only when something is selected. Returns whether it was done.
 */
export function putOnClipboard(fill: (data: DataTransfer) => void): boolean {
  const focused = document.activeElement;
  const box = document.createElement('textarea');
  box.value = ' ';
  document.body.append(box);
  box.select();
  const handle = (event: ClipboardEvent) => {
    event.preventDefault();
    if (event.clipboardData) fill(event.clipboardData);
  };
  document.addEventListener('copy', handle, { once: true });
  const isCopied = document.execCommand('copy');
  document.removeEventListener('copy', handle);
  box.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return isCopied;
}

/** How long an undo is offered. What went wrong stands until it is closed, or for so long after something else was told. */
const shownMs = 8000;

export interface ToastDraft {
  text: string;
  tone?: 'plain' | 'seal';
  action?: { label: string; keys?: string; onPress: () => void };
}

export interface Toast extends ToastDraft {
  id: number;
}

let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();
const timers = new Map<number, number>();

function publish(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

function startTimer(id: number): void {
  if (timers.has(id)) return;
  timers.set(
    id,
    window.setTimeout(() => {
      dismissToast(id);
    }, shownMs),
  );
}

/** Shows a sentence at the bottom. A newer one takes the place of an older; of what went wrong two may stand, unless they say the same. */
export function showToast(draft: ToastDraft): number {
  const id = nextId++;
  const failures = toasts.filter((old) => old.tone === 'seal' && old.text !== draft.text).slice(-1);
  for (const old of toasts) if (!failures.includes(old)) dismissToast(old.id);
  for (const failure of failures) startTimer(failure.id);
  publish([...toasts, { ...draft, id }]);
  if (draft.tone !== 'seal') startTimer(id);
  return id;
}

export function dismissToast(id: number): void {
  window.clearTimeout(timers.get(id));
  timers.delete(id);
  publish(toasts.filter((toast) => toast.id !== id));
}

/** What was told is not so any more: what went wrong stays. */
export function dismissTold(): void {
  for (const { id, tone } of toasts) if (tone !== 'seal') dismissToast(id);
}

/** While somebody points at or focuses the toasts, none disappears. */
export function holdToasts(): void {
  for (const timer of timers.values()) window.clearTimeout(timer);
  timers.clear();
}

export function releaseToasts(): void {
  const newest = toasts.at(-1);
  for (const toast of toasts) if (toast !== newest || toast.tone !== 'seal') startTimer(toast.id);
}

/** For `useSyncExternalStore`. */
export function subscribeToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export function readToasts(): readonly Toast[] {
  return toasts;
}

const key = 'kebu.restored';

/** Remembers across the reload which backup was just taken, by when it was made, so that the archive can say so when it opens. */
export function noteRestored(createdAt: string): void {
  sessionStorage.setItem(key, createdAt);
}

export function readRestored(): string | null {
  return sessionStorage.getItem(key);
}

export function forgetRestored(): void {
  sessionStorage.removeItem(key);
}

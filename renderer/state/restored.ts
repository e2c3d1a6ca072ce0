const key = 'kebu.restored';

/** What is remembered of a restore until the archive is open again. */
export interface Restored {
  /** When the backup was made, as an ISO instant. */
  createdAt: string;
  /** Whether there was an archive before, of which a snapshot was kept. */
  isBeforeKept: boolean;
}

/** Remembers across a reload which backup was just taken, so that the archive can say so when it opens. */
export function noteRestored(restored: Restored): void {
  sessionStorage.setItem(key, JSON.stringify(restored));
}

export function readRestored(): Restored | null {
  const noted = sessionStorage.getItem(key);
  return noted === null ? null : (JSON.parse(noted) as Restored);
}

export function forgetRestored(): void {
  sessionStorage.removeItem(key);
}

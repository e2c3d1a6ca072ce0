import { vi } from 'vitest';

/** Waits until it holds, on a crowded machine too: by itself vitest gives up after a second. */
export function eventually<T>(holds: () => T | Promise<T>, intervalMs = 20): Promise<T> {
  return vi.waitFor(holds, { timeout: 20_000, interval: intervalMs });
}

import { errnoOf } from '../files/file-system.ts';

/** How long to insist when another program (antivirus, indexer, cloud sync) holds a file. */
export interface Patience {
  forMs: number;
  pauseMs: number;
}

export const defaultPatience: Patience = { forMs: 30_000, pauseMs: 250 };

const busyCodes = ['EBUSY', 'EPERM', 'EACCES', 'EMFILE'];

/** Tries again while the file is busy; the last error comes out. */
export async function whileBusy<T>({ forMs, pauseMs }: Patience, attempt: () => Promise<T>): Promise<T> {
  for (let waitedMs = 0; ; waitedMs += pauseMs) {
    try {
      return await attempt();
    } catch (error) {
      if (waitedMs >= forMs || !busyCodes.includes(errnoOf(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

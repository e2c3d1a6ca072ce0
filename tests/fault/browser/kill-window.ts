import type { TestApp } from '../../e2e/fixtures/test-app.ts';
import type { Tally } from '../table/tally.ts';
import { open, quitAndRead, withCopy, type PreparedKebu } from './prepared-kebu.ts';

/** A Kebu that was closed, and what it takes to open it again. */
export type Closed = Pick<PreparedKebu, 'userDataDir' | 'paperKey' | 'records' | 'passphrase'>;

/** Something that takes long enough to be interrupted. */
export interface Act {
  readonly name: string;
  /** From the closed Kebu up to the key that sets it going. */
  readonly prepare: (app: TestApp) => Promise<void>;
  readonly begin: (app: TestApp) => Promise<void>;
  /** Roughly how long it takes: the window is killed within this time. */
  readonly takesMs: number;
  /** What must hold whatever the moment was: nothing that was there before is gone, and the act is there whole or not at all. */
  readonly judge: (tally: Tally, where: string, before: readonly string[], found: readonly string[]) => void;
}

/** The browser is killed while it is at it, and Kebu opened again. */
export async function killDuring(act: Act, closed: Closed, tally: Tally, afterMs: number): Promise<void> {
  const where = `killed ${afterMs} ms into ${act.name}`;
  await withCopy(closed, async (app) => {
    await act.prepare(app);
    await act.begin(app);
    await app.page.waitForTimeout(afterMs);
    await app.kill();
    const told = await open(app, closed.passphrase);
    tally.expect(where, told === null, `it does not open any more: ${told}`);
    act.judge(tally, where, closed.records, await quitAndRead(app, closed.paperKey));
  }).catch((error: unknown) => tally.complain(where, String(error).slice(0, 300)));
}

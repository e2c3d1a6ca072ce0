import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestApp } from '../e2e/fixtures/test-app.ts';
import { expect } from '../e2e/pages/expect.ts';
import { frontDoor } from '../e2e/pages/front-door.ts';
import { said } from '../e2e/pages/words.ts';

/** Closes Kebu, loses its database and spoils the end of its journal. */
export async function damageJournal(app: TestApp): Promise<void> {
  await app.close();
  const journal = join(app.dataDir, 'archive', 'journal');
  const last = join(journal, (await readdir(journal)).sort().at(-1) ?? '');
  const file = await open(last, 'r+');
  await file.write(new Uint8Array([0]), 0, 1, (await stat(last)).size - 8);
  await file.close();
  for (const dir of app.databaseDirs) await rm(dir, { recursive: true, force: true });
}

/** The pages after a loss: of the journal's end, then of the keys. */
export async function takeRecoveryPictures(app: TestApp, look: (name: string) => Promise<void>): Promise<void> {
  const page = await app.launch();
  await frontDoor.unlock(page);
  await expect(page.getByRole('heading', { name: said('recovery.lossTitle') })).toBeVisible({ timeout: 60_000 });
  await look('30-recovery-loss');
  await app.close();
  await rename(join(app.dataDir, 'archive', 'archive-key.age'), join(app.dataDir, 'archive', 'lost'));
  const closed = await app.launch();
  await expect(closed.getByRole('heading', { name: said('recovery.title') })).toBeVisible({ timeout: 60_000 });
  await look('31-keys-damaged');
}

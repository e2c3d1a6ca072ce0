import { readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestApp } from '../e2e/fixtures/test-app.ts';
import { customersScreen } from '../e2e/pages/customers-screen.ts';
import { expect } from '../e2e/pages/expect.ts';
import { frontDoor } from '../e2e/pages/front-door.ts';
import { shell } from '../e2e/pages/shell.ts';
import { said } from '../e2e/pages/words.ts';
import { damageFile } from '../helpers/damage-file.ts';
import type { Story } from './story.ts';

/** On the way out and in: a last backup that is not made, a guess too many, a database that cannot be read. */
export async function takeDoorPictures(story: Story): Promise<void> {
  await aFullFolderOnLeaving(story);
  const { page } = story;
  await frontDoor.lock(page);
  const waiting = page.getByRole('button', { name: /请等|^Wait/ });
  for (let guess = 1; guess <= 12 && !(await waiting.isVisible()); guess += 1) {
    await frontDoor.unlock(page, `wrong ${String(guess)}`);
    await page.waitForTimeout(300);
  }
  await story.look('34-too-many-guesses');
  await story.app.close();
  await anUnreadableDatabase(story);
}

async function aFullFolderOnLeaving(story: Story): Promise<void> {
  const { page, app, disk } = story;
  await shell(page).goTo('customers');
  await customersScreen(page).add({ name: '宋晚舟' });
  disk.fill(story.folder('网盘'));
  const leaving = app.quit();
  await expect(page.getByRole('heading', { name: said('leaving.failed') })).toBeVisible({ timeout: 60_000 });
  await story.look('35-leaving-without-backup', page);
  await page.getByRole('button', { name: said('leaving.now') }).click();
  await leaving;
  disk.release();
  await app.launch();
  await frontDoor.unlock(story.page);
  await shell(story.page).isOpen();
}

/** The folder of the database is a file: nothing can be read there, nor written. */
async function anUnreadableDatabase(story: Story): Promise<void> {
  const { app } = story;
  const store = app.databaseDirs[0] ?? '';
  const aside = `${store}-aside`;
  await rename(store, aside);
  await writeFile(store, 'no folder');
  const page = await app.launch();
  await frontDoor.unlock(page);
  await expect(page.getByRole('button', { name: said('recovery.rebuild') })).toBeFocused({ timeout: 60_000 });
  await story.look('36-database-unreadable');
  await app.close();
  await rm(store);
  await rename(aside, store);
}

/** Closes Kebu, loses its database and spoils the end of its journal. */
export async function damageJournal(app: TestApp): Promise<void> {
  await app.close();
  const journal = join(app.dataDir, 'archive', 'journal');
  const last = join(journal, (await readdir(journal)).sort().at(-1) ?? '');
  await damageFile(last, 8);
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

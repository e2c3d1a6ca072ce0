import { readdirSync, readFileSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { contentVersion } from '#shared/archive/content.ts';
import type { Counts } from '#shared/ipc/contract.ts';
import { makeFolders } from '../../e2e/fixtures/test-app.ts';
import { frontDoor, goldenPassphrase } from '../../e2e/pages/front-door.ts';
import { shell } from '../../e2e/pages/shell.ts';
import { said } from '../../e2e/pages/words.ts';
import { rootDir } from '../../helpers/paths.ts';
import type { Act, Closed } from './kill-window.ts';
import { openKebu, openWhole, quitAndRead, withCopy } from './prepared-kebu.ts';

const goldenDir = join(rootDir, 'tests/fixtures/golden');

/** Content versions of which an archive as it lay on the disk was kept, the newest first. */
export const olderVersions: readonly number[] = readdirSync(goldenDir)
  .map((name) => Number(/^archive-(\d+)$/.exec(name)?.[1]))
  .filter((version) => version < contentVersion)
  .toSorted((a, b) => b - a);

/** The database says that an older Kebu wrote it, as those did: unsealed. Its records are of now, and are to be written anew. */
async function ageStore(page: Page, version: number): Promise<void> {
  await page.evaluate(async (older) => {
    const [{ name = '' } = {}] = await indexedDB.databases();
    await new Promise((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')));
      opening.addEventListener('success', () => {
        const database = opening.result;
        const transaction = database.transaction('meta', 'readwrite', { durability: 'strict' });
        transaction.objectStore('meta').put({ key: 'archive', value: { generation: 1, contentVersion: older } });
        transaction.addEventListener('error', () => reject(transaction.error ?? new Error('not written')));
        transaction.addEventListener('complete', () => {
          database.close();
          resolve(null);
        });
      });
    });
  }, version);
}

/** The first start of this Kebu on what an older one left: the database is written anew while everything is brought up to date. */
export function anUpgrade(version: number): Act {
  return {
    name: `an upgrade from content version ${version}`,
    async prepare(app) {
      await ageStore(await app.launch(), version);
    },
    begin: ({ page }) => frontDoor.unlock(page, goldenPassphrase),
    takesMs: 700,
    judge(tally, where, before, found) {
      tally.judge(where, before, found.filter(isGiven));
      const more = found.filter(isGiven).length - before.length;
      tally.expect(where, more === 0, `${more} records more than an upgrade gives that nobody interrupts`);
    },
  };
}

/** Which class a customer came into is found out on the day of the upgrade. */
const isGiven = (record: string): boolean => !record.startsWith('classChange ');

/** What an older Kebu left on a disk, and what is in it after an upgrade that nobody interrupts. */
export async function prepareOlder(version: number): Promise<Closed> {
  const golden = join(goldenDir, `archive-${version}`);
  const { paperKey, counts } = JSON.parse(readFileSync(join(golden, 'expected.json'), 'utf8')) as {
    paperKey: string;
    counts: Counts;
  };
  const folders = await makeFolders();
  await cp(join(golden, 'data'), folders.dataDir, { recursive: true });
  const app = openKebu(folders);
  await openWhole(app, goldenPassphrase);
  await app.close();
  const archive = join(folders.dataDir, 'archive');
  await rm(archive, { recursive: true });
  await cp(join(golden, 'data', 'archive'), archive, { recursive: true });

  const { userDataDir } = folders;
  const act = anUpgrade(version);
  const records = await withCopy({ userDataDir }, async (copy) => {
    await act.prepare(copy);
    await act.begin(copy);
    await shell(copy.page).isOpen();
    await copy.page.getByText(said('notice.outdated')).first().waitFor();
    return (await quitAndRead(copy, paperKey)).filter(isGiven);
  });
  const customers = records.filter((record) => record.startsWith('customer ')).length;
  if (customers !== counts['customer']) throw new Error(`${customers} customers came through ${act.name}`);
  return { userDataDir, paperKey, records, passphrase: goldenPassphrase };
}

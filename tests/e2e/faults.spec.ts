import { rm } from 'node:fs/promises';
import { blankStore, damageStore } from '../fault/browser/damage-store.ts';
import { inBrowserWith, startDamaged } from '../fault/browser/damaged-stores.ts';
import { killDuring } from '../fault/browser/kill-window.ts';
import { anImport } from '../fault/browser/long-acts.ts';
import { open, prepareKebu, storeOf, withCopy } from '../fault/browser/prepared-kebu.ts';
import { Tally } from '../fault/table/tally.ts';
import { Random } from '../samples/random.ts';
import { expect, test } from './fixtures/app.ts';

/** One point of each fault that needs a window; `npm run test:faults` tries hundreds. */
test('loses nothing when its database is damaged, its browser exchanged, or its window killed', async ({ host }) => {
  test.skip(host === 'electron', 'Its window is not started by a browser that can be exchanged');
  const prepared = await prepareKebu(40);
  const tally = new Tally('in short');
  const flip = (userDataDir: string): Promise<string> =>
    damageStore(storeOf(userDataDir), 'bits flipped all over', new Random('in short'), prepared.olderStore);
  await test.step('its bits flipped', async () => {
    expect(await startDamaged(prepared, tally, flip), 'the window noticed').toBe(true);
  });
  await test.step('kept in another way', async () => {
    const untouched = (): Promise<string> => Promise.resolve('another browser');
    const isTold = await inBrowserWith('sqlite', () => startDamaged(prepared, tally, untouched));
    expect(isTold, 'the window noticed').toBe(true);
  });
  await test.step('its pages blanked in the other kind of database', () =>
    inBrowserWith('sqlite', () =>
      withCopy(prepared, async (app) => {
        expect(await open(app)).toBeNull();
        await app.close();
        const kept = { ...prepared, userDataDir: app.userDataDir };
        const isTold = await startDamaged(kept, tally, (dir) => blankStore(storeOf(dir)));
        expect(isTold, 'the window noticed').toBe(true);
      }),
    ));
  await test.step('killed', () => killDuring(anImport, prepared, tally, 400));
  await rm(prepared.userDataDir, { recursive: true, force: true });
  expect(tally.row()).toMatchObject({ points: 4, lost: 0, wrong: [] });
});

import { expect, it } from 'vitest';
import { aShop, bin, damageRow, li, plainDatabase, zhang } from '../../helpers/recovered-shop.ts';

it('says nothing of somebody who is being erased, once it is brought back from the journal', async () => {
  const { kebu, engine } = await aShop();
  await bin(engine);
  kebu.wait(1);
  const { handlers } = kebu.machine;
  const { 'backup/begin': begin } = handlers;
  Object.assign(handlers, { 'backup/begin': () => Promise.reject(new Error('disk full')) });
  await expect(engine.erase([zhang])).rejects.toThrow();
  Object.assign(handlers, { 'backup/begin': begin });
  await engine.close();
  await damageRow(kebu, li);
  const again = await kebu.openEngine();
  expect((await again.dossier(li)).history.map(({ field }) => field)).toEqual(['*']);
  await again.resumeErasure();
  expect(await plainDatabase(kebu)).not.toMatch(/zhang|damaged/);
});

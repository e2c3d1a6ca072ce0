import { expect, it } from 'vitest';
import { Machine } from '../../helpers/archive.ts';
import { putCustomer } from '../../helpers/builders.ts';

it('finds names by words typed with a slip, with and without the accents of their language', async () => {
  const { engine } = await new Machine().openEngine();
  await engine.commit('import/customers', [
    putCustomer({ id: 'garcia', name: 'José García Ortiz' }),
    putCustomer({ id: 'whitfield', name: 'Eleanor Whitfield' }),
    putCustomer({ id: 'oneil', name: 'Sean O’Neil' }),
    putCustomer({ id: 'dara', name: "Dara O'Brien" }),
    putCustomer({ id: 'muller', name: '李四', organization: 'Müller Söhne' }),
  ]);
  const find = async (text: string) => (await engine.search(text, 50)).map(({ id }) => id as string);
  for (const text of ['garcia', 'garsia', 'García', 'garcai']) expect(await find(text), text).toEqual(['garcia']);
  for (const text of ['whitfeild', 'elenor']) expect(await find(text), text).toEqual(['whitfield']);
  for (const text of ['muller', 'mueller', 'mulller']) expect(await find(text), text).toEqual(['muller']);
  for (const text of ['oneil', 'oneill', 'oniel', "o'neill"]) expect(await find(text), text).toEqual(['oneil']);
  for (const text of ['obrien', 'obrian', "o'brein"]) expect(await find(text), text).toEqual(['dara']);
  expect(await find('garbage')).toEqual([]);
});

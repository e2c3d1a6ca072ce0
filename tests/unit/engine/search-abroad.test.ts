import { beforeAll, expect, it } from 'vitest';
import type { EngineMethods } from '../../../renderer/engine/client-types.ts';
import { Machine } from '../../helpers/archive.ts';
import { putCustomer } from '../../helpers/builders.ts';

let engine: EngineMethods;

beforeAll(async () => {
  ({ engine } = await new Machine().openEngine('2026-03-01'));
  await engine.commit('import/customers', [
    putCustomer({
      id: 'hamish',
      name: 'Dr Hamish McDonald',
      phones: [{ raw: '+44 7700 900456', e164: '+447700900456', kind: 'mobile' }],
      addresses: [{ city: 'Leeds', province: 'West Yorkshire', street: '3 Kirkstall Forge', postcode: 'LS5 3NS' }],
    }),
    putCustomer({
      id: 'zoe',
      name: 'Zoë Smith-Jones',
      phones: [{ raw: '0113 496 0999', e164: '+441134960999', kind: 'landline' }],
      addresses: [{ city: 'Toronto', province: 'ON', postcode: 'M5V 3L9' }],
    }),
    // As it comes into an archive of yuan: nothing tells where he is called.
    putCustomer({ id: 'jim', name: 'Jim Hall', phones: [{ raw: '07700 900789', kind: 'mobile' }] }),
    putCustomer({ id: 'kai', name: 'Kai Braun', phones: [{ raw: '030 901820', kind: 'landline' }] }),
  ]);
});

it.each([
  ['+44 7700 900456', 'hamish'],
  ['07700 900456', 'hamish'],
  ['07700900456', 'hamish'],
  ['+44 (0)7700 900456', 'hamish'],
  ['0113 496 0999', 'zoe'],
  ['+441134960999', 'zoe'],
  ['4960999', 'zoe'],
  ['+447700900789', 'jim'],
  ['+44 7700 900789', 'jim'],
  ['+447700 900789', 'jim'],
  ['+44 (0)7700 900789', 'jim'],
  ['00447700900789', 'jim'],
  ['00447700900456', 'hamish'],
  ['+4930901820', 'kai'],
  ['LS5 3NS', 'hamish'],
  ['ls53ns', 'hamish'],
  ['m5v3l9', 'zoe'],
  ['yorkshire leeds', 'hamish'],
  ['smith jones', 'zoe'],
])('%s finds %s', async (text, id) => {
  expect((await engine.search(text, 9)).map((row) => row.id)).toEqual([id]);
});

it('finds a number without its code only once all of it is typed, and marks all of it', async () => {
  for (const typed of ['+4477009007', '+44770090078']) expect(await engine.search(typed, 9)).toEqual([]);
  const [row] = await engine.search('+447700900789', 9);
  expect(row?.match).toMatchObject({ text: '07700 900789', ranges: [[0, 12]] });
});

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
  ['LS5 3NS', 'hamish'],
  ['ls53ns', 'hamish'],
  ['m5v3l9', 'zoe'],
  ['yorkshire leeds', 'hamish'],
  ['smith jones', 'zoe'],
])('%s finds %s', async (text, id) => {
  expect((await engine.search(text, 9)).map((row) => row.id)).toEqual([id]);
});

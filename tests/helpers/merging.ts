import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { MergeChoices } from '#shared/merge/decide-facts.ts';
import type { Edit } from '../../renderer/engine/api.ts';
import type { EngineMethods } from '../../renderer/engine/client-types.ts';
import { contentOf, Machine } from './archive.ts';
import { anId, putContact, putCustomer, putFollowUp, putInteraction, putOrder, putRelation } from './builders.ts';

export const [a, b, c] = ['a', 'b', 'c'].map(anId) as [CustomerId, CustomerId, CustomerId];
export const phone = (raw: string) => ({ raw, e164: `+86${raw}`, kind: 'mobile' as const });

/** The first one stays. */
export function merge(engine: EngineMethods, ids: CustomerId[], choices: MergeChoices = {}) {
  return engine.merge({ ids, survivor: ids[0] ?? null, choices });
}

export async function withEngine(edits: Edit[]) {
  const machine = new Machine();
  const { engine } = await machine.openEngine();
  for (const edit of edits) await engine.commit('customer/edit', [edit]);
  return { machine, engine };
}

/** Everything that people wrote, as it lies in the database; what Kebu noted of the classes aside. */
export async function everything(machine: Machine): Promise<string[]> {
  const { archive } = await machine.openArchive();
  const lines = await contentOf(archive);
  archive.close();
  return lines.filter((line) => !line.startsWith('classChange '));
}

/** Two who are one, with somebody whom both know. */
export const family = [
  putCustomer({ id: 'a', name: '张伟', code: 'A1', phones: [phone('13800138000')], note: '爱喝龙井' }),
  putCustomer({ id: 'b', name: '張偉', code: 'B1', phones: [phone('13900139000')], note: '住在滨江', referrerId: a }),
  putCustomer({ id: 'c', name: '李四', code: 'C1', referrerId: b }),
  putInteraction({ id: 'ia', customerId: 'a', text: '问候' }),
  putInteraction({ id: 'ib', customerId: 'b', text: '报价' }),
  putInteraction({ id: 'ib', customerId: 'b', text: '报价，改过' }),
  putOrder({ id: 'ob', customerId: 'b', totalFen: 12_345 }),
  putFollowUp({ id: 'fb', customerId: 'b' }),
  putContact({ id: 'pb', customerId: 'b', primary: true }),
  putContact({ id: 'x', customerId: 'c', name: '小李' }),
  putRelation({ id: 'r1', customerId: 'b', other: { customerId: a }, role: 'friend' }),
  putRelation({ id: 'r2', customerId: 'c', other: { customerId: b }, role: 'spouse' }),
  putRelation({ id: 'r3', customerId: 'a', other: { customerId: c }, role: 'spouse' }),
  putRelation({ id: 'r4', customerId: 'b', other: { customerId: c, contactId: 'x' }, role: 'colleague' }),
];

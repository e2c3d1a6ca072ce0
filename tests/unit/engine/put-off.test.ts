import { expect, it } from 'vitest';
import { Machine } from '../../helpers/archive.ts';
import { anId, putCustomer, putFollowUp } from '../../helpers/builders.ts';

const weekly = { id: 'f', customerId: 'c', due: '2026-03-01', rrule: 'FREQ=WEEKLY' } as const;

it('why a follow-up was put off stands in its history, and its next instance begins without it', async () => {
  const { engine } = await new Machine().openEngine('2026-03-01');
  await engine.commit('customer/create', [putCustomer({ id: 'c' })]);
  await engine.commit('follow-up/create', [putFollowUp(weekly)]);
  await engine.commit('follow-up/snooze', [putFollowUp({ ...weekly, putOffReason: 'busy' })]);
  expect((await engine.today()).due[0]?.followUp.putOffReason).toBe('busy');
  await engine.completeFollowUp(anId('c'), 'f');
  const { followUp, history } = await engine.dossier(anId('c'));
  expect(followUp.map(({ status, putOffReason }) => [status, putOffReason])).toEqual([
    ['done', 'busy'],
    ['open', undefined],
  ]);
  expect(history).toContainEqual(
    expect.objectContaining({ recordId: 'f', field: 'putOffReason', after: 'busy', reason: 'follow-up/snooze' }),
  );
});

it('whoever was skipped for a reason of the user’s own is told of so, though the word is gone', async () => {
  const { engine } = await new Machine().openEngine('2026-03-01');
  const own = { table: 'word', id: 'w' } as const;
  await engine.commit('customer/create', [putCustomer({ id: 'c' })]);
  await engine.commit('dictionary/edit', [
    { ...own, after: { id: 'w', list: 'putOffReason', key: 'own:w', name: '在坐月子' } },
  ]);
  await engine.commit('follow-up/skip', [
    putFollowUp({ id: 'f', customerId: 'c', status: 'skipped', putOffReason: 'own:w' }),
  ]);
  await engine.commit('dictionary/edit', [{ ...own, after: null }]);
  expect((await engine.keptWords()).find(({ id }) => id === 'w')?.name).toBe('在坐月子');
  const { entries } = await engine.timeline(anId('c'), 'all', { from: 0, to: 9 });
  expect(entries).toMatchObject([{ kind: 'follow-up', id: 'f' }]);
});

import { describe, expect, it } from 'vitest';
import { Machine } from '../../helpers/archive.ts';
import { anId, putCustomer, putFollowUp } from '../../helpers/builders.ts';
import { formIn, everyGroup, writeReply } from '../../helpers/self-update.ts';
import type { EngineMethods } from '../../../renderer/engine/client-types.ts';
import type { Answer } from '#shared/self-update/reply.ts';

const mobile = { raw: '13800138000', e164: '+8613800138000', kind: 'mobile' } as const;
const zhang = putCustomer({ id: 'zhang', name: '张三', phones: [mobile] });
const li = putCustomer({ id: 'li', name: '李四', phones: [mobile] });
const arrived = { channel: 'wechat', at: '2026-03-05T09:00' } as const;
const language = 'zh-CN';

async function replyTo(engine: EngineMethods, id: string, changes: Record<string, Answer>): Promise<string> {
  const [made] = await engine.makeForms([anId(id)], everyGroup);
  const form = formIn(made!.html);
  const answers = form.rows.map((was): Answer => changes[was] ?? (was === '' ? 0 : 1));
  return writeReply(form.code, form.secret, answers, [], '请早上打', '2026-03-05');
}

async function aShop() {
  const { engine } = await new Machine().openEngine();
  await engine.commit('customer/create', [zhang, li]);
  return engine;
}

it('says who asks, as far as that is known', async () => {
  const engine = await aShop();
  const asks = async (by: { shopName?: string; ownerName?: string; shopPhone?: string }) => {
    await engine.commit('settings/edit', [{ table: 'settings', id: 'settings', after: { id: 'settings', ...by } }]);
    return (await engine.makeForms([anId('zhang')], everyGroup))[0]!;
  };
  const { html, message } = await asks({ shopName: '永兴五金', ownerName: '王建国', shopPhone: '139 0013 9000' });
  expect(html).toContain('<p>永兴五金 · 王建国 · 139 0013 9000</p>');
  expect(message.split('\n').at(-1)).toBe('永兴五金 · 王建国 · 139 0013 9000');
  expect((await asks({ shopName: '', ownerName: '王建国' })).message.split('\n').at(-1)).toBe('王建国');
});

describe('a customer’s own reply', () => {
  it('is one step that tells where it came from, and is undone as one', async () => {
    const engine = await aShop();
    await engine.commit('follow-up/create', [
      putFollowUp({ id: 'ask-1', customerId: 'zhang', due: '2026-03-31' }),
      putFollowUp({ id: 'other', customerId: 'zhang', due: '2026-03-31' }),
    ]);
    const before = await engine.dossier(anId('zhang'));
    const text = await replyTo(engine, 'zhang', { '138 0013 8000': '13900139003' });
    const incoming = { text, from: null, language } as const;
    const reading = await engine.readReply(incoming);
    expect(reading).toMatchObject({ is: 'read', id: 'zhang', name: '张三', isForm: true, remark: '请早上打' });
    const points = reading.is === 'read' ? reading.points : [];
    const { changeSetId } = await engine.takeOverReply(
      incoming,
      points.map(({ id }) => id),
      arrived,
    );
    const { customer, interaction, followUp, history } = await engine.dossier(anId('zhang'));
    expect(customer).toMatchObject({ phones: [{ e164: '+8613900139003' }], verifiedOn: '2026-03-01' });
    expect(interaction).toMatchObject([
      { direction: 'inbound', channel: 'wechat', text: expect.stringContaining('电话：138 0013 8000 → 13900139003') },
    ]);
    expect(history.filter(({ field }) => field === 'phones')).toMatchObject([{ reason: 'customer/reply' }]);
    expect(followUp.map(({ id, status }) => [id, status])).toEqual([
      ['ask-1', 'done'],
      ['other', 'open'],
    ]);
    // Pasted again it is known; taken back it can be taken over again.
    expect(await engine.readReply(incoming)).toMatchObject({ is: 'repeated', name: '张三', on: '2026-03-05' });
    await expect(engine.takeOverReply(incoming, [], arrived)).rejects.toMatchObject({
      error: { code: 'archive/conflict' },
    });
    await engine.undo(changeSetId);
    const after = await engine.dossier(anId('zhang'));
    expect(after.customer.phones).toEqual(before.customer.phones);
    expect(await engine.readReply(incoming)).toMatchObject({ is: 'read' });
  });

  it('writes only the points that were chosen', async () => {
    const engine = await aShop();
    const text = await replyTo(engine, 'zhang', { 张三: '张三丰', '138 0013 8000': '13900139003' });
    const incoming = { text, from: anId('zhang'), language } as const;
    const reading = await engine.readReply(incoming);
    const name = reading.is === 'read' ? reading.points.find(({ says }) => says === '张三丰') : undefined;
    await engine.takeOverReply(incoming, [name!.id], arrived);
    const { customer } = await engine.dossier(anId('zhang'));
    expect(customer).toMatchObject({ name: '张三丰', phones: [mobile] });
  });

  it('finds whom it is of and is refused as another’s, a merged one’s survivor among them', async () => {
    const engine = await aShop();
    const text = await replyTo(engine, 'zhang', {});
    expect(await engine.readReply({ text, from: anId('li'), language })).toMatchObject({
      is: 'stranger',
      name: '张三',
    });
    expect(await engine.readReply({ text: 'x', from: null, language })).toEqual({
      is: 'refused',
      refusal: { is: 'none' },
    });
    expect(await engine.readReply({ text: '都对', from: anId('li'), language })).toMatchObject({
      is: 'read',
      isForm: false,
    });
    await engine.commit('customer/delete', [{ table: 'customer', id: 'zhang', after: null }]);
    expect(await engine.readReply({ text, from: null, language })).toMatchObject({ is: 'bin', name: '张三' });
    const stranger = await new Machine().openEngine();
    expect(await stranger.engine.readReply({ text, from: null, language })).toEqual({ is: 'gone' });
  });

  it('is of no archive with another key', async () => {
    const machine = new Machine();
    const { engine } = await machine.openEngine();
    await engine.commit('customer/create', [zhang]);
    const text = await replyTo(engine, 'zhang', {});
    await engine.open({ ...machine.opened, replyKey: new Uint8Array(32).fill(1) }, '2026-03-01');
    const reading = await engine.readReply({ text, from: null, language });
    expect(reading).toEqual({ is: 'refused', refusal: { is: 'foreign' } });
  });
});

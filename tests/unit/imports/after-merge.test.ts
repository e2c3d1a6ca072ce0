import { expect, it } from 'vitest';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { EngineMethods } from '../../../renderer/engine/client-types.ts';
import { lookupIn } from '../../../renderer/features/imports/import-client.ts';
import { ImportSession } from '../../../renderer/features/imports/import-session.ts';
import { Machine } from '../../helpers/archive.ts';
import { newId } from '../../helpers/import-run.ts';

const today = '2026-11-21';

const files = {
  '客户.csv': [
    '客户编号,客户名称,手机,公司,备注',
    'K1,闻人静,13955550001,,爱喝龙井',
    'K2,赵小满,13955550002,闻人茶社,住在滨江',
    'K3,路人甲,13955550003,,',
  ],
  '订单.csv': ['订单号,日期,客户编号,客户名称,商品,数量,金额', 'D1,2026-03-01,K2,赵小满,龙井,2,256'],
  '联系.csv': ['日期,客户名称,联系方式,内容', '2026-03-02,赵小满,电话,聊了新茶'],
};

async function take(engine: EngineMethods, name: keyof typeof files): Promise<number> {
  const session = new ImportSession({
    lookup: lookupIn(engine),
    newId,
    breathe: async () => undefined,
    onProgress: () => undefined,
  });
  await session.open(new File([files[name].join('\n')], name), { today, language: 'zh-CN', currency: 'CNY' });
  const plan = await session.plan({ policy: 'fill-empty', createUnknown: true });
  await engine.stage(plan.receipt.id, await session.edits(0, plan.edits));
  if (plan.edits > 0) await engine.commitStaged(plan.receipt.id, `import/${plan.kind}`);
  else await engine.discardStaged(plan.receipt.id);
  return plan.edits;
}

it('files that came in before a merge bring nothing new after it', async () => {
  const { engine } = await new Machine().openEngine(today);
  for (const name of Object.keys(files) as (keyof typeof files)[]) {
    expect(await take(engine, name), name).toBeGreaterThan(0);
    expect(await take(engine, name), name).toBe(0);
  }
  const idOf = async (code: string) => (await engine.matches([{ code }]))[0]?.[0]?.id as CustomerId;
  const [first, second] = [await idOf('K1'), await idOf('K2')];
  await engine.merge({ ids: [first, second], survivor: first, choices: { name: first } });
  expect((await engine.overview()).customers).toBe(2);
  for (const name of Object.keys(files) as (keyof typeof files)[]) expect(await take(engine, name), name).toBe(0);
  // And what is new in them goes to the one who is there.
  files['订单.csv'].push('D2,2026-04-01,K2,赵小满,普洱,1,99');
  await take(engine, '订单.csv');
  expect((await engine.dossier(first)).order.map(({ no }) => no).toSorted()).toEqual(['D1', 'D2']);
  expect((await engine.overview()).customers).toBe(2);
});

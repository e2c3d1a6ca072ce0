import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { packForms } from '../../../renderer/features/customers/self-update/pack-forms.ts';
import { Machine } from '../../helpers/archive.ts';
import { anId, putCustomer } from '../../helpers/builders.ts';
import { everyGroup, formIn } from '../../helpers/self-update.ts';

const words = { fileName: ({ name }: { name: string }) => `资料核对 ${name}`, messages: '消息' };

async function aShopOf(names: readonly string[]) {
  const { engine } = await new Machine().openEngine();
  await engine.commit(
    'customer/create',
    names.map((name, at) => putCustomer({ id: `c${String(at)}`, name })),
  );
  return { engine, ids: names.map((_, at) => anId(`c${String(at)}`)) };
}

describe('forms for a selection', () => {
  it('are one page each under names that every system takes, with all messages beside them', async () => {
    const { engine, ids } = await aShopOf(['张三', '张三', 'a/b:c*?']);
    const made: number[] = [];
    const { signal } = new AbortController();
    const packed = await packForms(engine, [...ids, anId('gone')], everyGroup, words, signal, (count) =>
      made.push(count),
    );
    const files = unzipSync(packed!.content);
    expect(Object.keys(files)).toEqual([
      '资料核对 张三.html',
      '资料核对 张三 2.html',
      '资料核对 a-b-c--.html',
      '消息.txt',
    ]);
    expect(packed!.forms.map(({ id }) => id)).toEqual(ids);
    const codes = Object.entries(files).flatMap(([name, bytes]) =>
      name.endsWith('.html') ? [formIn(strFromU8(bytes)).code] : [],
    );
    expect(new Set(codes).size).toBe(3);
    expect(strFromU8(files['消息.txt']!).split('----')).toHaveLength(3);
    expect(made).toEqual([4]);
  });

  it('are made by the dozen and given up when that is wished', async () => {
    const { engine, ids } = await aShopOf(Array.from({ length: 120 }, (_, at) => `客户${String(at)}`));
    const stop = new AbortController();
    const made: number[] = [];
    const packed = await packForms(engine, ids, everyGroup, words, stop.signal, (count) => {
      made.push(count);
      if (made.length === 2) stop.abort();
    });
    expect(packed).toBeNull();
    expect(made).toEqual([50, 100]);
  });
});

import { describe, expect, it, vi } from 'vitest';
import { translate } from '#shared/i18n/translate.ts';
import type { EngineMethods } from '../../../renderer/engine/client-types.ts';
import { makeFile, saveFile, type ExportOrder } from '../../../renderer/features/customers/export/export-customers.ts';
import { Machine } from '../../helpers/archive.ts';
import { anId, putCustomer } from '../../helpers/builders.ts';

const count = 600;
const ids = Array.from({ length: count }, (_, at) => anId(`c${String(at)}`));
const order: Omit<ExportOrder, 'format'> = {
  ids: ids.toReversed(),
  what: 'every',
  words: {
    t: (key, values) => translate('zh-CN', key, values),
    language: 'zh-CN',
    currency: 'CNY',
    classWord: (_dimension, key) => key,
    tagName: (id) => id,
    codeName: (_list, key) => key,
    customFields: [],
  },
  sheetName: '客户',
};

async function aFullEngine() {
  const { engine } = await new Machine().openEngine('2026-03-01');
  await engine.commit(
    'import/customers',
    ids.map((id) => putCustomer({ id, name: `客户${id}` })),
  );
  return { ...engine, on: () => () => undefined };
}

const make = async (
  engine: EngineMethods & { on: () => () => void },
  part: Partial<ExportOrder> & Pick<ExportOrder, 'format'>,
  stop = new AbortController(),
  onProgress: Parameters<typeof makeFile>[3] = () => undefined,
) => {
  const made = await makeFile(engine, { ...order, ...part }, stop.signal, onProgress);
  return made && { ...made, text: new TextDecoder().decode(made.content) };
};

describe('the file of an export', () => {
  it('has everybody once, in order, however many parts they come in', async () => {
    const engine = await aFullEngine();
    const made = await make(engine, { format: 'csv' });
    const names = made?.text
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',')[1]);
    expect(names).toEqual(order.ids.map((id) => `客户${id}`));
    const cards = await make(engine, { format: 'vcf', ids: [...ids.slice(0, 2), anId('gone')] });
    expect(cards?.exported).toBe(2);
    expect(cards?.text.match(/^FN:.*$/gm)).toEqual(['FN:客户c0', 'FN:客户c1']);
  });

  it('of what the list shows reads no dossier, and asks for the next part before one is written', async () => {
    const engine = await aFullEngine();
    const deeds: string[] = [];
    const rowsOf: typeof engine.rowsOf = (part, where) => {
      deeds.push('asked');
      return engine.rowsOf(part, where);
    };
    const exported = () => Promise.reject(new Error('read'));
    const text = ({ name }: { name: string }) => {
      if (deeds.at(-1) !== 'written') deeds.push('written');
      return name;
    };
    const what = { columns: [{ header: '名称', text }] };
    const made = await make({ ...engine, rowsOf, exported }, { format: 'csv', what });
    expect(deeds).toEqual(['asked', 'asked', 'written', 'asked', 'written']);
    expect(made?.text.trimEnd().split('\r\n').slice(1)).toEqual(order.ids.map((id) => `客户${id}`));
  });

  it('is given up where it stands when it is stopped', async () => {
    const stop = new AbortController();
    const seen: number[] = [];
    const made = await make(await aFullEngine(), { format: 'csv' }, stop, ({ done }) => {
      seen.push(done);
      if (done > count) stop.abort();
    });
    expect(made).toBeNull();
    expect(seen).toEqual([0, 250, 500, 600, 850]);
  });
});

describe('saving it', () => {
  const invoke = vi.fn((channel: string, _input: { content: Uint8Array; gatherId?: string }) =>
    Promise.resolve({ ok: true, value: channel === 'files/save' ? { savedAs: 'a.csv' } : {} }),
  );

  it('goes piece by piece where it is larger than a message, and at once where it is not', async () => {
    vi.stubGlobal('window', { kebu: { invoke } });
    const content = Uint8Array.from({ length: 9 * 1024 * 1024 }, (_, at) => at % 251);
    expect(await saveFile('a.csv', content, 7)).toBe('a.csv');
    expect(invoke.mock.calls.map(([channel]) => channel)).toEqual(['files/gather', 'files/gather', 'files/save']);
    const inputs = invoke.mock.calls.map(([, input]) => input);
    expect(new Set(inputs.map(({ gatherId }) => gatherId)).size).toBe(1);
    expect(Buffer.concat(inputs.map((input) => input.content)).equals(content)).toBe(true);
    expect(inputs.at(-1)).toMatchObject({ suggestedName: 'a.csv', exported: 7 });
    invoke.mockClear();
    await saveFile('a.csv', content.slice(0, 3), 1);
    expect(invoke.mock.calls).toEqual([
      ['files/save', { suggestedName: 'a.csv', content: content.slice(0, 3), exported: 1 }],
    ]);
    vi.unstubAllGlobals();
  });
});

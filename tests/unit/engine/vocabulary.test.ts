import { describe, expect, it } from 'vitest';
import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import type { Test } from '#shared/filter/filter.ts';
import type { Draft, Edit } from '../../../renderer/engine/api.ts';
import { Machine } from '../../helpers/archive.ts';
import { anId, putCustomer } from '../../helpers/builders.ts';

function putField(field: Partial<Draft<CustomField>> & { id: string }): Edit {
  return { table: 'customField', id: field.id, after: { label: field.id, type: 'text', options: [], ...field } };
}

async function anEngine(edits: Edit[]) {
  const { engine } = await new Machine().openEngine('2026-03-01');
  await engine.commit('import/customers', edits);
  const values = async (id: string) =>
    Promise.all(['c1', 'c2', 'c3'].map(async (each) => (await engine.dossier(anId(each))).customer.customFields[id]));
  return { engine, values };
}

const people: Edit[] = [
  putCustomer({ id: 'c1', name: '安一', tagIds: ['t1'], customFields: { size: '80', level: '金' } }),
  putCustomer({ id: 'c2', name: '贝二', tagIds: ['t1', 't2'], customFields: { size: '很大', level: '银' } }),
  putCustomer({ id: 'c3', name: '陈三', customFields: { level: '金' } }),
];

describe('a field that gets another type', () => {
  it('says first what converts and what stays, does it as one step, and undoes it as one', async () => {
    const { engine, values } = await anEngine([...people, putField({ id: 'size' })]);
    const to = { type: 'number' as const, options: [] };
    expect(await engine.previewRetype('size', to, 'zh-CN')).toEqual({
      converting: 1,
      fitting: 0,
      staying: 1,
      options: [],
      examples: [{ name: '安一', before: '80', after: '80' }],
      left: [{ name: '贝二', text: '很大', problem: 'fields.problem.number' }],
    });
    await engine.commitRetype('size', to, 'zh-CN');
    expect(await values('size')).toEqual([80, '很大', undefined]);
    const { token } = await engine.query('list', {
      text: '',
      filter: { join: 'and', parts: [{ field: 'custom:size', test: { is: 'between', min: 50 } }] },
      sort: [],
    });
    expect(await engine.ids(token)).toEqual(['c1']);
    await engine.undo();
    expect(await values('size')).toEqual(['80', '很大', undefined]);
    expect((await engine.catalogue('customField'))[0]?.type).toBe('text');
  });

  it('leaves the names of the customers that it meant, and means them again after an undo', async () => {
    const { engine, values } = await anEngine([
      putCustomer({ id: 'c1', name: '安一', customFields: { agent: 'c3' } }),
      putCustomer({ id: 'c2', name: '贝二' }),
      putCustomer({ id: 'c3', name: '陈三' }),
      putField({ id: 'agent', type: 'reference' }),
    ]);
    const to = { type: 'text' as const, options: [] };
    expect(await engine.previewRetype('agent', to, 'zh-CN')).toMatchObject({
      converting: 1,
      staying: 0,
      examples: [{ name: '安一', before: '陈三', after: '陈三' }],
    });
    await engine.commitRetype('agent', to, 'zh-CN');
    expect(await values('agent')).toEqual(['陈三', undefined, undefined]);
    await engine.undo();
    expect(await values('agent')).toEqual(['c3', undefined, undefined]);
  });

  it('takes the options of a choice from the values', async () => {
    const { engine } = await anEngine([...people, putField({ id: 'level' })]);
    const { options, staying } = await engine.previewRetype('level', { type: 'choice', options: [] }, 'zh-CN');
    expect([options, staying]).toEqual([['金', '银'], 0]);
  });
});

describe('a saved list that asks for a field which gets another type', () => {
  const views = async (engine: Awaited<ReturnType<typeof anEngine>>['engine']) =>
    engine.counts((await engine.catalogue('listView')).map(({ filter }) => filter));
  const aView = (id: string, test: Test): Edit => ({
    table: 'listView',
    id,
    after: {
      id,
      name: id,
      place: 1,
      filter: { join: 'and', parts: [{ field: `custom:${id}`, test }] },
      sort: [],
      layout: { order: [], shown: {}, widths: {}, pinned: [] },
    },
  });

  it('goes on finding the same customers', async () => {
    const { engine } = await anEngine([
      putField({ id: 'area', type: 'number' }),
      putField({ id: 'vip', type: 'boolean' }),
      aView('area', { is: 'between', min: 50, max: 200 }),
      aView('vip', { is: 'yes' }),
      putCustomer({ id: 'c1', name: '安一', customFields: { area: 120.5, vip: true } }),
      putCustomer({ id: 'c2', name: '贝二', customFields: { area: 10, vip: false } }),
    ]);
    expect(await views(engine)).toEqual([1, 1]);
    await engine.commitRetype('area', { type: 'money', options: [] }, 'zh-CN');
    await engine.commitRetype('vip', { type: 'text', options: [] }, 'zh-CN');
    expect(await views(engine)).toEqual([1, 1]);
    await engine.commitRetype('area', { type: 'number', options: [] }, 'zh-CN');
    expect(await views(engine)).toEqual([1, 1]);
    for (let step = 0; step < 3; step += 1) await engine.undo();
    expect(await views(engine)).toEqual([1, 1]);
  });
});

describe('the words of the archive', () => {
  it('are counted by customer', async () => {
    const { engine } = await anEngine(people);
    expect(await engine.fieldUse(['custom:size', 'custom:level', 'custom:none'])).toEqual([2, 3, 0]);
    expect(await engine.valueUse('tagIds')).toEqual([
      { value: 't1', count: 2 },
      { value: 't2', count: 1 },
    ]);
  });

  it('that two customers share are told, of nobody else and of nobody in the bin', async () => {
    const { engine } = await anEngine(people);
    expect(await engine.twins('custom:level', anId('c1'))).toEqual([{ id: 'c3', name: '陈三' }]);
    expect(await engine.twins('custom:level', anId('c2'))).toEqual([]);
    await engine.commit('customer/delete', [{ table: 'customer', id: 'c3', after: null }]);
    expect(await engine.twins('custom:level', anId('c1'))).toEqual([]);
  });

  it('are renamed with the customers and the views that have them, as one step', async () => {
    const { engine, values } = await anEngine([
      ...people,
      putField({ id: 'level', type: 'choice', options: ['金', '银'] }),
      {
        table: 'listView',
        id: 'v1',
        after: {
          id: 'v1',
          name: '金',
          place: 1,
          filter: { join: 'and', parts: [{ field: 'custom:level', test: { is: 'any', of: ['金'] } }] },
          sort: [],
          layout: { order: [], shown: {}, widths: {}, pinned: [] },
        },
      },
    ]);
    await engine.commitRewrite([{ kind: 'words', field: 'custom:level', renames: { 金: '黄金' } }], 'field/edit', [
      putField({ id: 'level', type: 'choice', options: ['黄金', '银'] }),
    ]);
    expect(await values('level')).toEqual(['黄金', '银', '黄金']);
    const [view] = await engine.catalogue('listView');
    expect(await engine.counts(view ? [view.filter] : [])).toEqual([2]);
    await engine.undo();
    expect(await values('level')).toEqual(['金', '银', '金']);
  });
});

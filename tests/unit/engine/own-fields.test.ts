import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import type { Condition } from '#shared/filter/filter.ts';
import type { Draft, Edit } from '../../../renderer/engine/api.ts';
import type { EngineMethods } from '../../../renderer/engine/client-types.ts';
import { Machine } from '../../helpers/archive.ts';
import { anId, putCustomer } from '../../helpers/builders.ts';

function putField(field: Partial<Draft<CustomField>> & { id: string }): Edit {
  return { table: 'customField', id: field.id, after: { label: field.id, type: 'text', options: [], ...field } };
}

function putFile(id: string, customerId: string, name: string, fieldId?: string): Edit {
  const about = { mediaType: 'application/pdf', sizeBytes: 9, sha256: '0'.repeat(64), addedAt: `2026-02-26T09:0${id}` };
  const after = { id, customerId: anId(customerId), name, ...about, fieldId, origin: { kind: 'manual' as const } };
  return { table: 'attachment', id, after };
}

let machine: Machine;
let engine: EngineMethods;

beforeEach(async () => {
  machine = new Machine();
  ({ engine } = await machine.openEngine('2026-03-01'));
  await engine.commit('import/customers', [
    putCustomer({ id: 'c1', name: '安一' }),
    putCustomer({ id: 'c2', name: '贝二' }),
    putCustomer({ id: 'c3', name: '陈三' }),
  ]);
});

async function asked(condition: Condition): Promise<string[]> {
  const { token } = await engine.query('list', { text: '', filter: { join: 'and', parts: [condition] }, sort: [] });
  return (await engine.ids(token)).toSorted();
}

const namesOf = async (text: string): Promise<string[]> =>
  (await engine.search(text, 10)).map(({ name }) => name).toSorted();

describe('a field whose values are files', () => {
  const hasContract: Condition = { field: 'custom:contract', test: { is: 'filled' } };

  beforeEach(async () => {
    await engine.commit('field/edit', [putField({ id: 'contract', label: '合同', type: 'attachment' })]);
    await engine.commit('file/add', [putFile('1', 'c1', '主合同.pdf', 'contract'), putFile('2', 'c2', '名片.jpg')]);
    await engine.commit('file/add', [putFile('3', 'c1', '补充.pdf', 'contract')]);
  });

  it('is shown in the list by their names, counted, and asked for', async () => {
    expect(await asked(hasContract)).toEqual(['c1']);
    expect(await asked({ ...hasContract, not: true })).toEqual(['c2', 'c3']);
    expect(await asked({ field: 'custom:contract', test: { is: 'contains', text: '补充' } })).toEqual(['c1']);
    expect(await engine.fieldUse(['custom:contract'])).toEqual([1]);
    const { token } = await engine.query('list', { text: '安一', sort: [] });
    expect((await engine.rows(token, 0, 1))[0]?.details['custom:contract']).toBe('主合同.pdf\n补充.pdf');
  });

  it('is empty while its files lie in the bin, and has them again with an undo', async () => {
    await engine.commit('file/remove', [
      { table: 'attachment', id: '1', customerId: anId('c1'), after: null },
      { table: 'attachment', id: '3', customerId: anId('c1'), after: null },
    ]);
    expect(await asked(hasContract)).toEqual([]);
    await engine.undo();
    expect(await asked(hasContract)).toEqual(['c1']);
  });

  it('leaves its names as a text when it becomes one, and the files with the customer; one undo takes both back', async () => {
    const to = { type: 'text' as const, options: [] };
    const preview = await engine.previewRetype('contract', to, 'zh-CN');
    expect(preview).toMatchObject({ converting: 1, staying: 0, examples: [{ after: '主合同.pdf；补充.pdf' }] });
    await engine.commitRetype('contract', to, 'zh-CN');
    const { customer, attachment } = await engine.dossier(anId('c1'));
    expect(customer.customFields).toEqual({ contract: '主合同.pdf；补充.pdf' });
    expect(attachment.map(({ fieldId }) => fieldId)).toEqual([undefined, undefined]);
    await engine.undo();
    const back = await engine.dossier(anId('c1'));
    expect(back.customer.customFields).toEqual({});
    expect(back.attachment.map(({ fieldId }) => fieldId)).toEqual(['contract', 'contract']);
    expect(await asked(hasContract)).toEqual(['c1']);
  });
});

describe('values of own fields in the search', () => {
  beforeEach(async () => {
    await engine.commit('field/edit', [
      putField({ id: 'site', label: '工地' }),
      putField({ id: 'level', type: 'choice', options: ['金卡', '银卡'] }),
      putField({ id: 'likes', type: 'choices', options: ['龙井', '普洱'] }),
      putField({ id: 'size', type: 'number' }),
      putField({ id: 'budget', type: 'money' }),
      putField({ id: 'agent', type: 'reference' }),
    ]);
    await engine.commit('customer/edit', [
      putCustomer({ id: 'c1', name: '安一', customFields: { site: '滨江Ｔower', level: '金卡', size: 1288.5 } }),
      putCustomer({ id: 'c2', name: '贝二', customFields: { likes: ['龙井', '普洱'], budget: 120_050, agent: 'c3' } }),
    ]);
  });

  it('find the customer by text, choice, and number as it is written', async () => {
    const found = await Promise.all(['滨江tower', '金卡', '普洱', '1288.5', '1200.50'].map(namesOf));
    expect(found).toEqual([['安一'], ['安一'], ['贝二'], ['安一'], ['贝二']]);
    expect((await engine.search('金卡', 1))[0]?.match).toMatchObject({ field: 'customFields', text: '金卡' });
    expect(await namesOf('120050')).toEqual([]);
  });

  it('follow a change of value, of type and of the field itself', async () => {
    await engine.commit('customer/edit', [putCustomer({ id: 'c1', name: '安一', customFields: { level: '银卡' } })]);
    expect([await namesOf('金卡'), await namesOf('银卡'), await namesOf('滨江')]).toEqual([[], ['安一'], []]);
    const level = (await engine.catalogue('customField')).find(({ id }) => id === 'level')!;
    const draft = { id: 'level', label: 'level', type: level.type, options: level.options };
    await engine.commit('field/edit', [{ table: 'customField', id: 'level', after: { ...draft, archived: true } }]);
    expect(await namesOf('银卡')).toEqual([]);
    await engine.undo();
    expect(await namesOf('银卡')).toEqual(['安一']);
    await engine.commitRetype('budget', { type: 'number', options: [] }, 'zh-CN');
    expect([await namesOf('1200.5'), await namesOf('1200.50')]).toEqual([['贝二'], []]);
  });

  it('are found again after a start, from the image and without one', async () => {
    await engine.close();
    ({ engine } = await machine.openEngine('2026-03-01'));
    expect(await namesOf('金卡')).toEqual(['安一']);
    await engine.close();
    machine.indexedDB = new IDBFactory();
    ({ engine } = await machine.openEngine('2026-03-01'));
    expect(await namesOf('普洱')).toEqual(['贝二']);
  });
});

describe('required fields of the archive’s own', () => {
  const complete = async (id: string): Promise<number> => {
    const { token, total } = await engine.query('list', { text: '', sort: [] });
    const rows = await engine.rows(token, 0, total);
    return rows.find((row) => row.id === id)?.completenessPercent ?? Number.NaN;
  };

  it('count in the completeness of those whose fields they are, as soon as they are wanted', async () => {
    expect(await complete('c1')).toBe(20);
    await engine.commit('customer/edit', [putCustomer({ id: 'c1', name: '安一', customFields: { site: '滨江' } })]);
    await engine.commit('field/edit', [putField({ id: 'site', required: true })]);
    expect([await complete('c1'), await complete('c2')]).toEqual([33, 17]);
    await engine.commit('field/edit', [putField({ id: 'contract', type: 'attachment', required: true })]);
    expect([await complete('c1'), await complete('c2')]).toEqual([29, 14]);
    await engine.commit('file/add', [putFile('1', 'c1', '合同.pdf', 'contract')]);
    expect(await complete('c1')).toBe(43);
    await engine.close();
    ({ engine } = await machine.openEngine('2026-03-01'));
    expect([await complete('c1'), await complete('c2')]).toEqual([43, 14]);
    await engine.commit('field/edit', [putField({ id: 'site' }), putField({ id: 'contract', type: 'attachment' })]);
    expect([await complete('c1'), await complete('c2')]).toEqual([20, 20]);
  });
});

describe('a field that means another customer', () => {
  const set = (id: string, text: string) =>
    ({ ids: [anId(id)], change: { kind: 'set', field: 'custom:agent', text } }) as const;

  beforeEach(async () => {
    await engine.commit('field/edit', [putField({ id: 'agent', type: 'reference' })]);
    const phone = { raw: '13800138000', e164: '+8613800138000', kind: 'mobile' } as const;
    await engine.commit('customer/edit', [
      putCustomer({ id: 'c2', name: '贝二', code: 'K-7', phones: [phone] }),
      putCustomer({ id: 'c3', name: '陈三' }),
      putCustomer({ id: 'c4', name: '陈三' }),
    ]);
  });

  it('is typed, pasted and changed for many by code, name, number or choice', async () => {
    for (const text of ['K-7', '贝二', '138 0013 8000', 'c2']) {
      await engine.commitBulk([set('c1', text)], 'customer/bulk-edit');
      expect((await engine.dossier(anId('c1'))).customer.customFields).toEqual({ agent: 'c2' });
      await engine.commitBulk([set('c1', '')], 'customer/bulk-edit');
      expect((await engine.dossier(anId('c1'))).customer.customFields).toEqual({});
    }
  });

  it('says why where nobody, several or the customer itself is meant, and shows names before and after', async () => {
    const preview = await engine.previewBulk([
      set('c1', '贝二'),
      set('c2', '贝二'),
      set('c3', '没有'),
      set('c1', '陈三'),
    ]);
    expect(preview?.failing.map(({ problem }) => problem)).toEqual([
      'fields.problem.reference.self',
      'fields.problem.reference.none',
      'fields.problem.reference.several',
    ]);
    expect((await engine.previewBulk([set('c2', 'c2')]))?.failing).toMatchObject([
      { problem: 'fields.problem.reference.self' },
    ]);
    expect(preview?.examples).toEqual([{ name: '安一', field: 'custom:agent', before: '', after: '贝二' }]);
  });

  it('is told by names in the history', async () => {
    const { changeSetId = '' } = (await engine.commitBulk([set('c1', 'K-7')], 'customer/bulk-edit')) ?? {};
    const details = await engine.changesOf(changeSetId);
    expect(details?.records[0]?.fields).toEqual([{ field: 'customFields.agent', before: undefined, after: '贝二' }]);
  });

  it('leaves a name that several have as it is where it means one of them already', async () => {
    await engine.commitBulk([set('c1', 'c4')], 'customer/bulk-edit');
    expect((await engine.previewBulk([set('c1', '陈三')]))?.same).toBe(1);
  });
});

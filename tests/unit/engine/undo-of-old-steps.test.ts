import { describe, expect, it } from 'vitest';
import type { Edit } from '../../../renderer/engine/api.ts';
import type { EngineMethods } from '../../../renderer/engine/client-types.ts';
import type { Reason } from '../../../shared/changes/reasons.ts';
import { Machine } from '../../helpers/archive.ts';
import {
  anId,
  putContact,
  putCustomer,
  putFollowUp,
  putInteraction,
  putOrder,
  putRelation,
} from '../../helpers/builders.ts';

const zhang = anId('zhang');

interface Kind {
  reason: Reason;
  /** Three states of one record, one after the other. */
  first: Edit;
  second: Edit;
  third: Edit;
  field: string;
  now: unknown;
  back: unknown;
}

const line = (text: string) => ({ text, qtyMilli: 1000, amountFen: 100 });
const file = (name: string): Edit => ({
  table: 'attachment',
  id: 'f1',
  after: {
    id: 'f1',
    customerId: zhang,
    name,
    sha256: 'a'.repeat(64),
    sizeBytes: 3,
    mediaType: 'text/plain',
    addedAt: '2026-03-01T08:00',
    origin: { kind: 'manual' },
  },
});
const settings = (binDays: number): Edit => ({
  table: 'settings',
  id: 'settings',
  after: { id: 'settings', binDays },
});
const field = (label: string): Edit => ({
  table: 'customField',
  id: 'x1',
  after: { id: 'x1', label, type: 'text', options: [] },
});
const layout = { order: [], shown: {}, widths: {}, pinned: [] };
const view = (name: string): Edit => ({
  table: 'listView',
  id: 'v1',
  after: { id: 'v1', name, place: 1, filter: { join: 'and', parts: [] }, sort: [], layout },
});
const word = (name: string): Edit => ({ table: 'tag', id: 't1', after: { id: 't1', name } });
const kind = (name: string): Edit => ({ table: 'relationKind', id: 'k1', after: { id: 'k1', name } });
const fair = (place: string): Edit => ({
  table: 'word',
  id: 'w1',
  after: { id: 'w1', list: 'campaign', key: 'own:w1', name: '春展', campaign: { kind: 'fair', place } },
});
const told = (is: 'none' | 'untold', on: string): Edit =>
  putCustomer({ id: 'zhang', name: '张三', answers: { phones: { is, on } } });
const relation = (other: string): Edit =>
  putRelation({ id: 'r1', customerId: 'zhang', other: { customerId: anId(other) }, role: 'friend' });

/** What each kind of change is about, with what stands in it now and what taking the second step back would put there. */
const kinds: Record<string, Kind> = {
  fact: {
    reason: 'customer/edit',
    first: putCustomer({ id: 'zhang', name: '张三', title: '店员' }),
    second: putCustomer({ id: 'zhang', name: '张三', title: '店长' }),
    third: putCustomer({ id: 'zhang', name: '张三', title: '经理' }),
    field: 'title',
    now: '经理',
    back: '店员',
  },
  introducer: {
    reason: 'customer/edit',
    first: putCustomer({ id: 'zhang', name: '张三', referrerId: anId('li') }),
    second: putCustomer({ id: 'zhang', name: '张三' }),
    third: putCustomer({ id: 'zhang', name: '张三', referrerId: anId('wang') }),
    field: 'referrerId',
    now: '王五',
    back: '李四',
  },
  'contact person': {
    reason: 'contact/edit',
    first: putContact({ id: 'p1', customerId: 'zhang', name: '小赵' }),
    second: putContact({ id: 'p1', customerId: 'zhang', name: '老赵' }),
    third: putContact({ id: 'p1', customerId: 'zhang', name: '赵总' }),
    field: 'name',
    now: '赵总',
    back: '小赵',
  },
  entry: {
    reason: 'interaction/edit',
    first: putInteraction({ id: 'i1', customerId: 'zhang', text: '一' }),
    second: putInteraction({ id: 'i1', customerId: 'zhang', text: '二' }),
    third: putInteraction({ id: 'i1', customerId: 'zhang', text: '三' }),
    field: 'text',
    now: '三',
    back: '一',
  },
  'follow-up': {
    reason: 'follow-up/edit',
    first: putFollowUp({ id: 'u1', customerId: 'zhang', due: '2026-03-10' }),
    second: putFollowUp({ id: 'u1', customerId: 'zhang', due: '2026-03-11' }),
    third: putFollowUp({ id: 'u1', customerId: 'zhang', due: '2026-03-12' }),
    field: 'due',
    now: '2026-03-12',
    back: '2026-03-10',
  },
  order: {
    reason: 'order/edit',
    first: putOrder({ id: 'o1', customerId: 'zhang', lines: [line('一')] }),
    second: putOrder({ id: 'o1', customerId: 'zhang', lines: [line('二')] }),
    third: putOrder({ id: 'o1', customerId: 'zhang', lines: [line('三')] }),
    field: 'lines',
    now: [line('三')],
    back: [line('一')],
  },
  relation: {
    reason: 'relation/edit',
    first: relation('li'),
    second: relation('zhao'),
    third: relation('wang'),
    field: 'other',
    now: { name: '王五' },
    back: { name: '李四' },
  },
  file: {
    reason: 'file/edit',
    first: file('a.txt'),
    second: file('b.txt'),
    third: file('c.txt'),
    field: 'name',
    now: 'c.txt',
    back: 'a.txt',
  },
  tag: {
    reason: 'tag/edit',
    first: word('展会'),
    second: word('春展'),
    third: word('秋展'),
    field: 'name',
    now: '秋展',
    back: '展会',
  },
  field: {
    reason: 'field/edit',
    first: field('甲'),
    second: field('乙'),
    third: field('丙'),
    field: 'label',
    now: '丙',
    back: '甲',
  },
  'value of a field': {
    reason: 'customer/edit',
    first: putCustomer({ id: 'zhang', name: '张三', customFields: { own: '一' } }),
    second: putCustomer({ id: 'zhang', name: '张三', customFields: { own: ['一', '二'] } }),
    third: putCustomer({ id: 'zhang', name: '张三', customFields: { own: '三' } }),
    field: 'customFields.own',
    now: '三',
    back: '一',
  },
  answer: {
    reason: 'customer/edit',
    first: told('none', '2026-02-01'),
    second: told('untold', '2026-02-02'),
    third: told('none', '2026-02-03'),
    field: 'answers.phones',
    now: { is: 'none', on: '2026-02-03' },
    back: { is: 'none', on: '2026-02-01' },
  },
  'kind of relation': {
    reason: 'catalogue/edit',
    first: kind('同乡'),
    second: kind('老乡'),
    third: kind('校友'),
    field: 'name',
    now: '校友',
    back: '同乡',
  },
  campaign: {
    reason: 'dictionary/edit',
    first: fair('杭州'),
    second: fair('宁波'),
    third: fair('温州'),
    field: 'campaign',
    now: { kind: 'fair', place: '温州' },
    back: { kind: 'fair', place: '杭州' },
  },
  view: {
    reason: 'view/edit',
    first: view('甲'),
    second: view('乙'),
    third: view('丙'),
    field: 'name',
    now: '丙',
    back: '甲',
  },
  settings: {
    reason: 'settings/edit',
    first: settings(30),
    second: settings(60),
    third: settings(90),
    field: 'binDays',
    now: 90,
    back: 30,
  },
};

async function stateOf(engine: EngineMethods): Promise<string> {
  const { history: _past, ...dossier } = await engine.dossier(zhang);
  const catalogue = await Promise.all(
    (['tag', 'customField', 'listView', 'settings', 'word', 'relationKind'] as const).map((table) =>
      engine.catalogue(table),
    ),
  );
  return JSON.stringify([dossier, catalogue], (key, value: unknown) =>
    ['version', 'updatedAt', 'createdAt'].includes(key) ? undefined : value,
  );
}

describe.each(Object.entries(kinds))(
  'an old change of a %s',
  (_name, { reason, first, second, third, field: of, now, back }) => {
    async function threeSteps() {
      const { engine } = await new Machine().openEngine();
      await engine.commit('customer/create', [
        putCustomer({ id: 'zhang', name: '张三' }),
        putCustomer({ id: 'li', name: '李四' }),
        putCustomer({ id: 'wang', name: '王五' }),
        putCustomer({ id: 'zhao', name: '赵六' }),
      ]);
      await engine.commit(reason, [first]);
      const { changeSetId } = await engine.commit(reason, [second]);
      await engine.commit(reason, [third]);
      return { engine, changeSetId };
    }

    it('shows what stands there now beside what it would put back, and touches nothing unasked', async () => {
      const { engine, changeSetId } = await threeSteps();
      const before = await stateOf(engine);
      await expect(engine.undo(changeSetId)).rejects.toThrow('archive/undo-conflict');
      const { conflicts } = await engine.previewUndo(changeSetId);
      expect(conflicts.filter(({ field: each }) => each === of)).toMatchObject([{ now, back }]);
      expect(await stateOf(engine)).toBe(before);
    });

    it('can be taken back with what came later, and that again', async () => {
      const { engine, changeSetId } = await threeSteps();
      const before = await stateOf(engine);
      const taken = await engine.undo(changeSetId, 'take-back');
      expect(await stateOf(engine)).not.toBe(before);
      await engine.redo();
      expect(await stateOf(engine)).toBe(before);
      expect(taken?.changeSetId).not.toBe('');
    });
  },
);

describe('what was changed', () => {
  it('calls contact persons and orders by name, and leaves what has none', async () => {
    const { engine } = await new Machine().openEngine();
    await engine.commit('customer/create', [putCustomer({ id: 'zhang', name: '永兴五金', kind: 'company' })]);
    await engine.commit('contact/edit', [putContact({ id: 'p1', customerId: 'zhang', name: '赵六' })]);
    await engine.commit('order/edit', [putOrder({ id: 'o1', customerId: 'zhang', no: 'S-77' })]);
    const { changeSetId } = await engine.commit('order/edit', [
      putInteraction({ id: 'i1', customerId: 'zhang', contactId: 'p1' }),
      putOrder({ id: 'o2', customerId: 'zhang', no: 'S-78', refOrderId: 'o1' }),
      putInteraction({ id: 'i2', customerId: 'zhang', contactId: 'gone' }),
    ]);
    const details = await engine.changesOf(changeSetId);
    const said = details?.records.flatMap(({ fields }) =>
      fields.flatMap(({ field: name, after }) => (['contactId', 'refOrderId'].includes(name) ? [after] : [])),
    );
    expect(said).toEqual(['赵六', 'S-77', 'gone']);
  });
});

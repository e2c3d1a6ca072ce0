import { describe, expect, it } from 'vitest';
import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import type { Tag } from '#shared/domain/tag/tag.ts';
import type { Edit } from '../../../renderer/engine/api.ts';
import {
  fieldsAlike,
  haveBoth,
  planFieldsOfDeletion,
  planMerge,
} from '../../../renderer/features/settings/tags/tag-plans.ts';
import { Machine } from '../../helpers/archive.ts';
import { anId, putCustomer } from '../../helpers/builders.ts';

const base = { version: 1, createdAt: '2026-03-01T08:00:00.000Z', updatedAt: '2026-03-01T08:00:00.000Z' };
const tag = (id: string, name: string): Tag => ({ id, name, ...base });
const field = (id: string, label: string, tagId?: string): CustomField => ({
  id,
  label,
  type: 'text',
  options: [],
  ...(tagId !== undefined && { tagId }),
  ...base,
});
const fair = tag('t1', '展会');
const salon = tag('t2', '沙龙');

describe('the fields of a tag that is merged', () => {
  const fieldEdits = (...of: Parameters<typeof planMerge>) =>
    planMerge(...of).edits.filter(({ table }) => table === 'customField');

  it('become fields of the other one, and say where they came from if one there is called alike', () => {
    const fields = [
      field('a', '展位', 't1'),
      field('b', '年份', 't1'),
      field('c', '展位', 't2'),
      field('d', '展位 (展会)', 't2'),
      field('e', '年份'),
    ];
    expect(fieldEdits(fair, salon, fields)).toMatchObject([
      { id: 'a', after: { tagId: 't2', label: '展位 (展会) 2' }, seen: 1 },
      { id: 'b', after: { tagId: 't2', label: '年份' }, seen: 1 },
    ]);
  });

  it('have no label longer than a label may be, nor half a character in it', () => {
    const long = `${'长'.repeat(57)}😀长`;
    const [edit] = fieldEdits(fair, salon, [field('a', long, 't1'), field('b', long, 't2')]);
    expect(edit?.after).toMatchObject({ label: `${'长'.repeat(57)} 2` });
  });

  it('are joined with the one there that is called alike, with its choices, and formulas ask the one that stays', () => {
    const level = (id: string, tagId: string, options: string[]): CustomField => ({
      ...field(id, '等级', tagId),
      type: 'choice',
      options,
    });
    const sum: CustomField = { ...field('s', '满意', 't1'), type: 'formula', formula: '[custom:a] & [custom:a]' };
    const fields = [level('a', 't1', ['金', '铜']), level('c', 't2', ['金', '银']), sum];
    expect(fieldsAlike(fair, salon, fields)).toEqual([{ from: fields[0], into: fields[1] }]);
    const { rewrites, edits } = planMerge(fair, salon, fields, fieldsAlike(fair, salon, fields));
    expect(rewrites).toEqual([
      { kind: 'words', field: 'tagIds', renames: { t1: 't2' } },
      { kind: 'join-fields', fromId: 'a', intoId: 'c' },
    ]);
    const byId = Object.fromEntries(edits.map(({ id, after }) => [id, after]));
    expect(byId).toMatchObject({
      t1: null,
      a: null,
      c: { options: ['金', '银', '铜'] },
      s: { tagId: 't2', formula: '[custom:c] & [custom:c]' },
    });
  });

  it('are alike only if they are of one type and shown alike; files stay where they are', () => {
    const number: CustomField = { ...field('a', '展位', 't1'), type: 'number' };
    const away: CustomField = { ...field('b', '年份', 't1'), archived: true };
    const files = ['t1', 't2'].map((tagId): CustomField => ({ ...field(tagId, '照片', tagId), type: 'attachment' }));
    const there = [field('c', '展位', 't2'), field('d', '年份', 't2')];
    expect(fieldsAlike(fair, salon, [number, away, ...files, ...there])).toEqual([]);
  });
});

describe('two tags that become one, in the archive', () => {
  const about = (id: string, label: string, tagId: string): Edit => ({
    table: 'customField',
    id,
    after: { id, label, type: 'text', options: [], tagId },
  });

  it('lose nothing of either, are told apart where somebody has both, and are parted by one undo', async () => {
    const { engine } = await new Machine().openEngine('2026-03-01');
    await engine.commit('import/customers', [
      { table: 'tag', id: 't1', after: { id: 't1', name: '展会' } },
      { table: 'tag', id: 't2', after: { id: 't2', name: '沙龙' } },
      about('a', '展位', 't1'),
      about('b', '年份', 't1'),
      about('c', '展位', 't2'),
      about('d', '年份', 't2'),
      putCustomer({ id: 'c1', name: '安一', tagIds: ['t1'], customFields: { a: 'B12', b: '2025' } }),
      putCustomer({ id: 'c2', name: '贝二', tagIds: ['t1', 't2'], customFields: { b: '2024', d: '2023', c: 'C3' } }),
    ]);
    const people = () =>
      Promise.all(
        ['c1', 'c2'].map(async (id) => {
          const { tagIds, customFields } = (await engine.dossier(anId(id))).customer;
          return { tagIds, customFields };
        }),
      );
    const before = await people();
    const fields = await engine.catalogue('customField');
    const pairs = fieldsAlike(fair, salon, fields);
    const both = await engine.counts(pairs.map(haveBoth));
    expect(both).toEqual([0, 1]);
    const { rewrites, edits } = planMerge(
      fair,
      salon,
      fields,
      pairs.filter((_, at) => both[at] === 0),
    );
    await engine.commitRewrite(rewrites, 'tag/merge', edits);
    expect(await people()).toEqual([
      { tagIds: ['t2'], customFields: { c: 'B12', b: '2025' } },
      { tagIds: ['t2'], customFields: { b: '2024', d: '2023', c: 'C3' } },
    ]);
    const labels = (await engine.catalogue('customField')).map(({ label, tagId }) => `${String(tagId)} ${label}`);
    expect(labels.toSorted()).toEqual(['t2 展位', 't2 年份', 't2 年份 (展会)']);
    await engine.undo();
    expect(await people()).toEqual(before);
    expect(await engine.catalogue('customField')).toHaveLength(4);
  });
});

describe('the fields of a tag that is deleted', () => {
  it('are archived for everybody where they have contents, and go where they have none', () => {
    const fields = [
      field('a', '展位', 't1'),
      field('b', '年份', 't1'),
      field('c', '#展会 展位'),
      field('d', '年份', 't2'),
    ];
    const edits = planFieldsOfDeletion(fair, fields, ({ id }) => (id === 'a' ? 3 : 0));
    expect(edits).toMatchObject([
      { id: 'a', after: { archived: true, label: '#展会 展位 2' }, seen: 1 },
      { id: 'b', after: null, seen: 1 },
    ]);
    expect(edits).toHaveLength(2);
    expect(edits[0]?.after).toMatchObject({ tagId: undefined });
  });
});

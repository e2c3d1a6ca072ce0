import { expect, it } from 'vitest';
import { newTagId, wantedChange, type BulkInput } from '../../renderer/features/customers/bulk/wanted-change.ts';

const input: BulkInput = {
  field: 'industry',
  text: '',
  isAdding: true,
  tagId: '',
  newTag: '',
  due: '2026-03-08',
  title: ' 回访 ',
};
const tags = [{ id: 't1', name: '展会' }];
const wanted = (kind: Parameters<typeof wantedChange>[0], by: Partial<BulkInput> = {}, isRequired = false) =>
  wantedChange(kind, { ...input, ...by }, { isRequired, tags });

it('empties a fact by an empty text, but not one that every customer has', () => {
  expect(wanted('set')).toEqual({ kind: 'set', field: 'industry', text: '' });
  expect(wanted('set', {}, true)).toBeNull();
  expect(wanted('set', { text: '五金' }, true)).toEqual({ kind: 'set', field: 'industry', text: '五金' });
});

it('plans what has a day and a title', () => {
  expect(wanted('follow-up')).toEqual({ kind: 'follow-up', due: '2026-03-08', title: '回访' });
  expect(wanted('follow-up', { due: null })).toBeNull();
  expect(wanted('follow-up', { title: ' ' })).toBeNull();
});

it('adds a tag that is chosen or typed, and makes none that is there', () => {
  expect(wanted('tag')).toBeNull();
  expect(wanted('tag', { tagId: 't1' })).toEqual({ kind: 'add-tag', tagId: 't1' });
  expect(wanted('tag', { newTag: ' 展会 ' })).toEqual({ kind: 'add-tag', tagId: 't1' });
  expect(wanted('tag', { newTag: '老客' })).toEqual({ kind: 'add-tag', tagId: newTagId });
});

it('removes only a tag that is chosen, whatever was typed before', () => {
  expect(wanted('tag', { isAdding: false, newTag: '老客' })).toBeNull();
  expect(wanted('tag', { isAdding: false, newTag: '老客', tagId: 't1' })).toEqual({ kind: 'remove-tag', tagId: 't1' });
});

it('asks nothing more before the bin', () => {
  expect(wanted('delete')).toEqual({ kind: 'delete' });
});

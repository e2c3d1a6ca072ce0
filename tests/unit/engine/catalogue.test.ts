import { describe, expect, it } from 'vitest';
import type { Change } from '#shared/changes/change-set.ts';
import { Catalogue } from '../../../renderer/engine/archive/rows/catalogue.ts';

const at = '2026-03-01T08:00:00.000Z';
const aTag = (version: number, name: string) => ({ id: 't1', name, version, createdAt: at, updatedAt: at });

function aChange(before: Change['before'], after: Change['after']): Change {
  return { table: 'tag', id: 't1', before, after };
}

/** What a catalogue that holds the third state of a tag says after one change more. */
function after(change: Change): unknown[] {
  const catalogue = new Catalogue();
  catalogue.set('tag', aTag(3, '老友'));
  catalogue.apply(change);
  return [...catalogue.kept('tag')].map(({ name }) => name);
}

describe('a catalogue told again what it knows', () => {
  it('keeps the newer state', () => {
    expect(after(aChange(aTag(1, '新'), aTag(2, '熟')))).toEqual(['老友']);
    expect(after(aChange(aTag(2, '熟'), aTag(3, '另一个')))).toEqual(['老友']);
  });

  it('takes what is newer still', () => {
    expect(after(aChange(aTag(3, '老友'), aTag(4, '知己')))).toEqual(['知己']);
  });

  it('removes only what it knows no newer state of', () => {
    expect(after(aChange(aTag(2, '熟'), null))).toEqual(['老友']);
    expect(after(aChange(aTag(3, '老友'), null))).toEqual([]);
  });
});

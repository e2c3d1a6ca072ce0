import { describe, expect, it } from 'vitest';
import type { PlanOptions } from '#shared/imports/plan/plan.ts';
import { FakeArchive } from '../../helpers/fake-archive.ts';
import { importRows } from '../../helpers/import-run.ts';

const header = ['姓名', '手机', '来源', '活动'];

async function anArchive(): Promise<FakeArchive> {
  const archive = new FakeArchive();
  const campaign = { kind: 'fair', from: '2026-03-01' } as const;
  archive.apply([
    { table: 'word', id: 'f', after: { id: 'f', list: 'campaign', key: 'own:f', name: '春季建材展', campaign } },
  ]);
  await importRows(archive, header.slice(0, 3), [['老客', '13800138000', '门店']]);
  return archive;
}

const bring = (archive: FakeArchive, rows: string[][], options: Partial<PlanOptions> = {}) =>
  importRows(archive, header, rows, options);
const told = (archive: FakeArchive) =>
  archive.all('customer').map(({ name, campaign, source }) => [name, campaign, source]);

describe('the campaign of a file', () => {
  it('is that of everybody in it who has none, who were found by it where nothing else is said', async () => {
    const archive = await anArchive();
    const rows = [
      ['老客', '13800138000', '', ''],
      ['新客', '13900139000', '', ''],
      ['电客', '13900139001', '电话', ''],
    ];
    await bring(archive, rows, { campaign: 'own:f' });
    expect(told(archive)).toEqual([
      ['老客', 'own:f', 'store'],
      ['新客', 'own:f', 'fair'],
      ['电客', 'own:f', 'phone'],
    ]);
    const again = await bring(archive, rows, { campaign: 'own:f' });
    expect(again.counts).toEqual({ created: 0, updated: 0, skipped: 3, failed: 0 });
    await bring(archive, rows, { campaign: 'own:other' });
    expect(told(archive)[1]).toEqual(['新客', 'own:f', 'fair']);
  });

  it('gives way to the one that a row names, which is found by its name or made', async () => {
    const archive = await anArchive();
    await bring(
      archive,
      [
        ['甲', '13900139000', '', '春季 建材展'],
        ['乙', '13900139001', '', '报纸广告'],
        ['丙', '13900139002', '', '报纸广告'],
      ],
      { campaign: 'own:other' },
    );
    const made = archive.all('word').find(({ name }) => name === '报纸广告');
    expect(made).toMatchObject({ list: 'campaign', key: `own:${made?.id ?? ''}`, campaign: { kind: 'other' } });
    expect(told(archive).slice(1)).toEqual([
      ['甲', 'own:f', 'fair'],
      ['乙', made?.key, undefined],
      ['丙', made?.key, undefined],
    ]);
    expect(archive.all('word')).toHaveLength(2);
  });
});

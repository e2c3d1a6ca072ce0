import { describe, expect, it } from 'vitest';
import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { Currency } from '#shared/money/currency.ts';
import { translate, type Translate } from '#shared/i18n/translate.ts';
import { columnIdsOf } from '../../renderer/features/customers/columns/columns.tsx';
import { hasHeading, placeCells, reachOf } from '../../renderer/features/customers/cells/paste-cells.ts';

const ids = ['a', 'b', 'c'] as CustomerId[];
const vip = {
  id: 'vip',
  version: 1,
  createdAt: '',
  updatedAt: '',
  label: 'VIP',
  type: 'boolean',
  options: [],
} as CustomField;
const t: Translate = (key, ...values) => translate('zh-CN', key, ...values);
const since = { ...vip, id: 'since', label: '签约日', type: 'date' } as CustomField;
const world = { t, today: '2026-03-01', currency: 'CNY', customFields: [vip, since], words: [] } as const;
columnIdsOf(world.customFields);

function placed(
  cells: string[][],
  reach: { rows: number; columns: number },
  columns = ['name', 'phone', 'gender'],
  words: Omit<typeof world, 'currency'> & { currency: Currency } = world,
) {
  const { targets, ...beyond } = placeCells(cells, reach, ids, columns, words);
  return {
    ...beyond,
    cells: targets.map(({ ids: [id = ''], change }) =>
      change.kind === 'set' ? `${id} ${change.field} ${change.text}` : change.kind,
    ),
  };
}

describe('reachOf', () => {
  const of = (rows: number, columns: number) => ({ rows, columns });

  it('fills what is taken in where that is a multiple of what is pasted, each way', () => {
    expect(reachOf(of(1, 1), of(3, 2))).toEqual(of(3, 2));
    expect(reachOf(of(1, 2), of(3, 1))).toEqual(of(3, 2));
    expect(reachOf(of(2, 1), of(4, 3))).toEqual(of(4, 3));
    expect(reachOf(of(3, 2), of(1, 1))).toEqual(of(3, 2));
  });

  it('lays it there once where it is none', () => {
    expect(reachOf(of(2, 1), of(3, 1))).toEqual(of(2, 1));
    expect(reachOf(of(1, 2), of(4, 3))).toEqual(of(1, 2));
    expect(reachOf(of(5, 1), of(3, 1))).toEqual(of(5, 1));
  });
});

describe('hasHeading', () => {
  it('knows the headings of its columns, and a row of values', () => {
    const labels = ['客户名称', '电话', '分值'];
    expect(
      hasHeading(
        [
          ['客户名称', '电话'],
          ['安一', '138'],
        ],
        labels,
      ),
    ).toBe(true);
    expect(
      hasHeading(
        [
          ['安一', '电话'],
          ['安一', '138'],
        ],
        labels,
      ),
    ).toBe(false);
    expect(hasHeading([['客户名称']], labels)).toBe(false);
    expect(hasHeading([['客户名称', '电话', '分值', '别的'], ['安一']], labels)).toBe(false);
  });
});

describe('placeCells', () => {
  it('lets each cell fall on a fact of a customer, and passes over empty ones', () => {
    expect(
      placed(
        [
          ['安一', ' 138 '],
          ['', '139'],
        ],
        { rows: 2, columns: 2 },
      ).cells,
    ).toEqual(['a name 安一', 'a phones 138', 'b phones 139']);
  });

  it('repeats what is pasted as far as it reaches', () => {
    expect(placed([['x', 'y']], { rows: 2, columns: 2 }).cells).toEqual([
      'a name x',
      'a phones y',
      'b name x',
      'b phones y',
    ]);
  });

  it('counts rows and columns for which the list has no place, and no empty ones', () => {
    const cells = [['1'], ['2'], ['3'], ['4'], [''], ['6']];
    expect(placed(cells, { rows: 6, columns: 1 })).toMatchObject({ left: [['4'], ['6']], columnsBeyond: 0 });
    expect(placed([['1', '2', '', '4']], { rows: 1, columns: 4 }, ['name', 'phone'])).toMatchObject({
      cells: ['a name 1', 'a phones 2'],
      columnsBeyond: 1,
    });
  });

  it('takes choices by their words, whatever their width, and leaves others to be refused', () => {
    expect(placed([['女']], { rows: 1, columns: 1 }, ['gender']).cells).toEqual(['a gender female']);
    expect(placed([['是'], ['√']], { rows: 2, columns: 1 }, ['custom:vip']).cells).toEqual([
      'a custom:vip true',
      'b custom:vip √',
    ]);
  });

  it('reads the short days of a column in one order: as one of them must be, else as where the archive is at home', () => {
    const days = [['3/4/2024'], ['25/12/2023 8:30'], ['2024-01-05']];
    const of = (column: string, more = {}) =>
      placed(days, { rows: 3, columns: 1 }, [column], { ...world, ...more }).cells.map((cell) =>
        cell.split(' ').at(-1),
      );
    expect(of('custom:since')).toEqual(['2024-04-03', '2023-12-25', '2024-01-05']);
    expect(of('birthday')).toEqual(['2024-04-03', '2023-12-25', '2024-01-05']);
    expect(of('organization')).toEqual(['3/4/2024', '8:30', '2024-01-05']);
    const first = (more: { currency?: 'GBP' }) =>
      placed([['3/4/2024']], { rows: 1, columns: 1 }, ['acquiredOn'], { ...world, ...more }).cells;
    expect(first({})).toEqual(['a acquiredOn 2024-03-04']);
    expect(first({ currency: 'GBP' })).toEqual(['a acquiredOn 2024-04-03']);
  });
});

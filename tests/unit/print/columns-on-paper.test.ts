import { describe, expect, it } from 'vitest';
import { columnsOnPaper } from '../../../renderer/features/customers/print/columns-on-paper.ts';

const columns = (count: number) => Array.from({ length: count }, (_, at) => `c${String(at)}`);
const lay = (count: number, widthPx = 100) => columnsOnPaper(columns(count), () => widthPx);

describe('columnsOnPaper', () => {
  it('stands where few columns have room, and lies where there are more', () => {
    expect(lay(7)).toEqual({ ids: columns(7), leftOut: 0, isWide: false, pt: 10 });
    expect(lay(8)).toMatchObject({ leftOut: 0, isWide: true, pt: 10 });
  });

  it('takes smaller letters where lying is not enough, and leaves out what cannot be read any more', () => {
    expect(lay(13)).toMatchObject({ leftOut: 0, isWide: true, pt: 7.5 });
    expect(lay(17)).toMatchObject({ leftOut: 0, pt: 6 });
    expect(lay(45)).toEqual({ ids: columns(17), leftOut: 28, isWide: true, pt: 6 });
  });

  it('goes by how wide each is, and passes over none that has no room', () => {
    expect(lay(1, 700)).toMatchObject({ isWide: false });
    expect(lay(1, 701)).toMatchObject({ isWide: true });
    expect(lay(2, 900)).toMatchObject({ ids: columns(1), leftOut: 1 });
    const widths: Readonly<Record<string, number>> = { c1: 1700 };
    expect(columnsOnPaper(columns(3), (id) => widths[id] ?? 100)).toMatchObject({ ids: ['c0'], leftOut: 2, pt: 10 });
  });

  it('has nothing to lay where nothing is shown', () => {
    expect(lay(0)).toEqual({ ids: [], leftOut: 0, isWide: false, pt: 10 });
  });
});

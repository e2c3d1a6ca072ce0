import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '#shared/match/text.ts';
import { Columns } from '../../../renderer/engine/index/columns/columns.ts';
import { DerivedTexts } from '../../../renderer/engine/index/columns/derived-texts.ts';
import type { TextColumn } from '../../../renderer/engine/index/columns/text-column.ts';

const text = fc.constantFrom('', '張三', '张三', 'Ａbc', 'abc\nABC', ' a  b ');
const step = fc.oneof(
  fc.record({ index: fc.integer({ min: 0, max: 6 }), to: text }),
  fc.constantFrom('folded' as const, 'numbered' as const, 'clear' as const),
);

function textsIn(column: TextColumn): string[] {
  return Array.from({ length: column.length }, (_, index) => column.at(index));
}

describe('what is derived from texts', () => {
  it('is what the texts of now give, whatever was asked before', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const { texts } = new Columns();
        const derived = new DerivedTexts(texts);
        for (const each of steps) {
          if (each === 'clear') derived.clear();
          else if (typeof each === 'object') {
            texts.name.set(each.index, each.to);
            derived.touch(each.index);
          } else if (each === 'folded') {
            const foldedOf = derived.foldedOf('name');
            const folded = textsIn(texts.name).map((own) => own.split('\n').map(foldText).join('\n'));
            expect(folded.map((_, index) => foldedOf(index))).toEqual(folded);
          } else {
            const { places, values } = derived.placesOf('name');
            const own = textsIn(texts.name);
            expect(own.map((_, index) => values[places[index] ?? 0])).toEqual(own);
          }
        }
      }),
    );
  });

  it('gives equal texts one place, and none a place of its own', () => {
    const { texts } = new Columns();
    ['张三', '', '李四', '张三'].forEach((each, index) => {
      texts.name.set(index, each);
    });
    const { places } = new DerivedTexts(texts).placesOf('name');
    expect([...places.subarray(0, 4)]).toEqual([1, 0, 2, 1]);
  });
});

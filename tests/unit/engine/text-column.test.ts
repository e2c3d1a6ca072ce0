import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listArrays, Packer, textsPerRun, Unpacker } from '../../../renderer/engine/image/packing.ts';
import { TextColumn } from '../../../renderer/engine/index/columns/text-column.ts';

/** A column as it comes back from an image of these texts, and the bytes that it reads. */
function restored(texts: readonly string[]): {
  column: TextColumn;
  pieces: Uint8Array<ArrayBuffer>[];
  unpacker: Unpacker;
} {
  const packer = new Packer();
  const pieces = [...packer.pack(listArrays('name', texts))];
  const column = new TextColumn();
  const unpacker = new Unpacker(pieces, packer.sections);
  column.restore(unpacker.packedTexts('name'));
  return { column, pieces, unpacker };
}

function textsIn(column: TextColumn): string[] {
  return Array.from({ length: column.length }, (_, index) => column.at(index));
}

const text = fc.oneof(fc.constantFrom('', '张三', 'abc', '𠮷野', '\uFEFF-'), fc.string({ maxLength: 12 }));
/** Around the end of a run, where things go wrong. */
const place = fc.integer({ min: 0, max: 20 }).map((at) => (at < 8 ? at : textsPerRun - 10 + at));
const step = fc.record({ at: place, to: fc.option(text, { nil: null }) });

describe('a column of texts', () => {
  it('gives back what was packed, set and erased, in any order', () => {
    const many = fc.array(text, { minLength: textsPerRun - 4, maxLength: textsPerRun + 4, size: 'max' });
    fc.assert(
      fc.property(
        fc.oneof(many, fc.array(text, { maxLength: 6 })),
        fc.array(step, { maxLength: 20 }),
        (texts, steps) => {
          const { column } = restored(texts);
          const expected = [...texts];
          for (const { at, to } of steps) {
            while (expected.length <= at) expected.push('');
            expected[at] = to ?? '';
            if (to === null) column.erase(at);
            else column.set(at, to);
          }
          expect(textsIn(column)).toEqual(expected);
          expect(expected.map((_, index) => column.isEmpty(index))).toEqual(expected.map((each) => each === ''));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('needs nothing of what it was read from once it is detached', () => {
    const { column, pieces } = restored(['张三', '李四', '']);
    column.detach();
    for (const piece of pieces) piece.fill(0);
    expect(textsIn(column)).toEqual(['张三', '李四', '']);
  });

  it('has what it was read from given back once its last run is decoded or detached', () => {
    const texts = Array.from({ length: 2 * textsPerRun }, (_, at) => `${String(at)} 号`);
    for (const finish of ['decode', 'detach'] as const) {
      const { column, pieces, unpacker } = restored(texts);
      unpacker.giveBack();
      expect(column.at(0)).toBe('0 号');
      expect(pieces.map(({ buffer }) => buffer.detached)).toEqual([false]);
      if (finish === 'decode') column.at(textsPerRun);
      else column.detach();
      expect(pieces.map(({ buffer }) => buffer.detached)).toEqual([true]);
      expect(textsIn(column)).toEqual(texts);
    }
  });

  it('has nothing where there is no customer', () => {
    const { column } = restored(['张三']);
    expect([column.at(-1), column.at(1), column.at(5 * textsPerRun)]).toEqual(['', '', '']);
    expect([column.isEmpty(-1), column.isEmpty(0), column.isEmpty(1)]).toEqual([true, false, true]);
  });

  it('keeps what was written before the stored texts came', () => {
    const column = new TextColumn();
    column.set(1, '新');
    const packer = new Packer();
    const pieces = [...packer.pack(listArrays('name', ['甲', '乙', '丙']))];
    column.restore(new Unpacker(pieces, packer.sections).packedTexts('name'));
    expect(textsIn(column)).toEqual(['甲', '新', '丙']);
  });

  it('packs stored and written texts of some customers, in their order, and stays as it is', () => {
    const texts = Array.from({ length: 3 * textsPerRun }, (_, at) => `${String(at)} 号`);
    const { column, pieces } = restored(texts);
    column.set(5, '新');
    column.erase(textsPerRun + 1);
    const packer = new Packer();
    const some = Uint32Array.from(texts.keys()).filter((at) => at % 3 !== 0);
    const packed = [...packer.pack(column.pack('name', some))];
    // The last run was only looked at: its bytes are still what it is read from.
    expect(new TextDecoder().decode(pieces[0])).toContain(texts.at(-1));
    const again = new TextColumn();
    again.restore(new Unpacker(packed, packer.sections).packedTexts('name'));
    expect(textsIn(again)).toEqual(Array.from(some, (at) => column.at(at)));
  });

  it('leaves nothing of an erased text in the bytes that it was read from', () => {
    const { column, pieces } = restored(['张三', 'secret', '李四']);
    column.set(1, 'later');
    column.erase(1);
    expect(textsIn(column)).toEqual(['张三', '', '李四']);
    expect(pieces.some((piece) => new TextDecoder().decode(piece).includes('secret'))).toBe(false);
  });
});

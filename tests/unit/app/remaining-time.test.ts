import { describe, expect, it } from 'vitest';
import { remainingMs, withMark, type Mark } from '../../../renderer/ui/feedback/remaining-time.ts';

const after = (marks: readonly [seconds: number, done: number][]): Mark[] =>
  marks.reduce<Mark[]>((known, [seconds, done]) => withMark(known, { atMs: seconds * 1_000, done }), []);

describe('what long work takes yet', () => {
  it.each<[string, [number, number][], number | null]>([
    ['nothing is known yet', [], null],
    [
      'it has only begun',
      [
        [0, 0],
        [2, 20],
      ],
      null,
    ],
    [
      'it does not get on',
      [
        [0, 10],
        [30, 10],
      ],
      null,
    ],
    [
      'it is over in a moment',
      [
        [0, 0],
        [20, 90],
      ],
      null,
    ],
    [
      'it goes on as it went',
      [
        [0, 0],
        [10, 20],
      ],
      40,
    ],
    [
      'it began half way',
      [
        [0, 50],
        [10, 60],
      ],
      40,
    ],
    [
      'it is over in some seconds',
      [
        [0, 0],
        [11, 55],
      ],
      9,
    ],
    // The first minute was slow, the last one is not.
    [
      'it has become faster',
      [
        [0, 0],
        [100, 10],
        [110, 20],
        [160, 60],
      ],
      48,
    ],
    [
      'other work has begun under the same name',
      [
        [0, 0],
        [10, 90],
        [11, 0],
        [15, 10],
      ],
      36,
    ],
  ])('is told where %s', (_, marks, seconds) => {
    const restMs = remainingMs(after(marks), 100);
    expect(restMs === null ? null : Math.round(restMs / 1_000)).toBe(seconds);
  });

  it('keeps the last mark of long ago, so that a pause does not make it forget the pace', () => {
    expect(
      remainingMs(
        after([
          [0, 0],
          [10, 20],
          [200, 60],
        ]),
        100,
      ),
    ).toBe(190_000);
  });
});

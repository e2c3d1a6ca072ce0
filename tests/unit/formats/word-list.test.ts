import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWords, readWords, writeWords } from '#shared/formats/values/word-list.ts';
import { cleanText } from '#shared/match/text.ts';

describe('words in one line', () => {
  it('end where people and other programs end them', () => {
    expect(readWords('展会；老客户;VIP，茶、酒|a ::: b\nc,, ；')).toEqual([
      '展会',
      '老客户',
      'VIP',
      '茶',
      '酒',
      'a',
      'b',
      'c',
    ]);
    expect(readWords('红,白；黑', 'firm')).toEqual(['红,白', '黑']);
    expect(readWords('')).toEqual([]);
  });

  it('stand in quotes where they hold a separator themselves, and only there', () => {
    expect(writeWords(['展会', 'A;B', '5"', '"x'])).toBe('展会；"A;B"；5"；"""x"');
    expect(readWords('"A;B"；C')).toEqual(['A;B', 'C']);
    expect(parseWords('"* 组", * 组')).toEqual([
      { text: '* 组', isQuoted: true },
      { text: '* 组', isQuoted: false },
    ]);
  });

  it('keep quotes that close nothing as the signs they are', () => {
    expect(readWords('"大户；6" 管；"a"b；c"')).toEqual(['"大户', '6" 管', '"a"b', 'c"']);
  });

  it('come back as they were, whatever they hold', () => {
    const sign = fc.constantFrom(...';；,，、|":* \n'.split(''), '::: ', 'a', '茶', '""');
    const word = fc.array(sign, { minLength: 1, maxLength: 6 }).map((signs) => cleanText(signs.join('')));
    const words = fc.array(
      word.filter((text) => text !== '' && !text.includes('\n')),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(words, fc.constantFrom('；', '、'), (list, separator) => {
        for (const by of ['any', ...(separator === '；' ? (['firm', 'semicolon'] as const) : [])] as const) {
          expect(readWords(writeWords(list, separator), by)).toEqual(list);
        }
      }),
      { numRuns: 500 },
    );
  });
});

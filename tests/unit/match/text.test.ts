import { describe, expect, it } from 'vitest';
import { simplified, traditional } from '../../../shared/match/traditional-characters.ts';
import { cleanText, compactText, foldText, normalizeText, toSimplified } from '../../../shared/match/text.ts';

describe('text normalisers', () => {
  it('stores a text as it was written, without what cannot be seen', () => {
    expect(cleanText('\ufeff 张三\u200b（老板）\r\n备注\u0000 ')).toBe('张三（老板）\n备注');
    expect(cleanText('e\u0301')).toBe('\u00e9');
  });

  it('brings a text to one width and one line for comparison', () => {
    expect(normalizeText('１３８\u3000ＡＢＣ\n（\u202d甲\u202c）')).toBe('138 ABC (甲)');
  });

  it('compares traditional with simplified names', () => {
    expect(toSimplified('曾飛鵬 賈穎雪')).toBe('曾飞鹏 贾颖雪');
    expect(foldText('臺灣 ABC')).toBe('台湾 abc');
    expect(compactText('张 伟（先生）')).toBe(compactText('張偉先生'));
  });

  it('compares names whose characters are written in two ways', () => {
    expect(foldText('𠮷田 髙桥 宫﨑 靑山 戸川')).toBe('吉田 高桥 宫崎 青山 户川');
    expect(compactText('𠮷田')).toBe(compactText('吉田'));
    expect(foldText('陶喆')).toBe('陶喆');
  });

  it('maps every traditional character once, to a character that is not mapped again', () => {
    expect(traditional).toHaveLength(simplified.length);
    expect(new Set(traditional).size).toBe(traditional.length);
    expect(Array.from(simplified).filter((character) => traditional.includes(character))).toEqual([]);
  });
});

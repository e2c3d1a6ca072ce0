import { describe, expect, it } from 'vitest';
import { readableNumbers } from '../../../renderer/features/customers/bulk/readable-numbers.ts';

describe('numbers in the preview of a change', () => {
  it.each([
    ['13800138000', '138 0013 8000'],
    ['18775135485；0571-88886666', '187 7513 5485；0571 8888 6666'],
    ['13800138000\n13900139000', '138 0013 8000\n139 0013 9000'],
    ['问前台', '问前台'],
    ['', ''],
  ])('are read as they are shown elsewhere: %s', (text, shown) => {
    expect(readableNumbers(text)).toBe(shown);
  });
});

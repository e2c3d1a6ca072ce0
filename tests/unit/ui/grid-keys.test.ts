import { describe, expect, it } from 'vitest';
import { selectGridMove } from '../../../renderer/ui/grid/use-grid-keys.ts';

describe('selectGridMove', () => {
  it('moves one row with the arrows and with J and K', () => {
    expect(selectGridMove('ArrowDown', 3, 10, 5)).toBe(4);
    expect(selectGridMove('j', 3, 10, 5)).toBe(4);
    expect(selectGridMove('ArrowUp', 3, 10, 5)).toBe(2);
    expect(selectGridMove('k', 3, 10, 5)).toBe(2);
  });

  it('stops at both ends', () => {
    expect(selectGridMove('ArrowUp', 0, 10, 5)).toBe(0);
    expect(selectGridMove('PageDown', 8, 10, 5)).toBe(9);
    expect(selectGridMove('Home', 8, 10, 5)).toBe(0);
    expect(selectGridMove('End', 2, 10, 5)).toBe(9);
  });

  it('starts at the first row when none is active', () => {
    expect(selectGridMove('ArrowDown', -1, 10, 5)).toBe(0);
  });

  it('leaves every other key and an empty grid alone', () => {
    expect(selectGridMove('x', 3, 10, 5)).toBeNull();
    expect(selectGridMove('ArrowDown', -1, 0, 5)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { formatCountdown, selectSecondsToLock } from '../../../renderer/app/shell/idle.ts';

describe('selectSecondsToLock', () => {
  it('counts down from the last sign of a person', () => {
    expect(selectSecondsToLock(1_000_000, 1_000_000, 5)).toBe(300);
    expect(selectSecondsToLock(1_000_000, 1_028_000, 5)).toBe(272);
  });

  it('stops at zero, also after a long sleep', () => {
    expect(selectSecondsToLock(0, 9 * 3_600_000, 5)).toBe(0);
  });

  it('never locks when the person chose so', () => {
    expect(selectSecondsToLock(0, 9 * 3_600_000, 0)).toBeNull();
  });
});

it('writes the countdown in minutes and seconds', () => {
  expect([300, 272, 59, 0].map(formatCountdown)).toEqual(['5:00', '4:32', '0:59', '0:00']);
});

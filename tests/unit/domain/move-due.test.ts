import { describe, expect, it } from 'vitest';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import { moveDue } from '#shared/domain/follow-up/move-due.ts';

describe('moving a follow-up by hand', () => {
  it('keeps the time of day', () => {
    expect(moveDue({ due: '2026-11-21T15:30' }, '2026-11-25')).toEqual({ due: '2026-11-25T15:30' });
  });

  it('remembers the first planned day of a recurring one, however often it is moved', () => {
    const monthly: Pick<FollowUp, 'due' | 'planned' | 'rrule' | 'lunarYearly'> = {
      due: '2026-11-21',
      rrule: 'FREQ=MONTHLY',
    };
    const once = moveDue(monthly, '2026-11-25');
    expect(once).toEqual({ due: '2026-11-25', rrule: 'FREQ=MONTHLY', planned: '2026-11-21' });
    expect(moveDue(once, '2026-12-01').planned).toBe('2026-11-21');
  });

  it('leaves why it was put off before: that does not count for this time', () => {
    expect(moveDue({ due: '2026-11-21', putOffReason: 'busy' }, '2026-11-25')).toEqual({ due: '2026-11-25' });
  });
});

import { describe, expect, it } from 'vitest';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import { repeatOf } from '#shared/domain/follow-up/repeats.ts';
import { replan } from '#shared/domain/follow-up/replan.ts';

const weekly: Pick<FollowUp, 'title' | 'due' | 'planned' | 'rrule' | 'lunarYearly' | 'putOffReason' | 'kind'> = {
  title: '查库存',
  due: '2026-11-23T09:30',
  rrule: 'FREQ=WEEKLY',
  kind: 'task',
};
const plan = { title: '查库存', due: '2026-11-23', repeat: 'week', isPromise: false } as const;

describe('changing what is planned', () => {
  it('leaves alone what nobody changed', () => {
    expect(replan(weekly, plan)).toEqual(weekly);
    expect(replan({ ...weekly, rrule: 'FREQ=WEEKLY;BYDAY=MO' }, { ...plan, repeat: null })).toEqual({
      ...weekly,
      rrule: 'FREQ=WEEKLY;BYDAY=MO',
    });
  });

  it('moves it to another day at the same time, and its rhythm counts from the day it had', () => {
    expect(replan(weekly, { ...plan, due: '2026-11-25' })).toEqual({
      ...weekly,
      due: '2026-11-25T09:30',
      planned: '2026-11-23',
    });
  });

  it('begins another rhythm on the day it is due, or ends it', () => {
    const moved = { ...plan, due: '2026-11-25' };
    expect(replan(weekly, { ...moved, repeat: 'month' })).toEqual({
      ...weekly,
      due: '2026-11-25T09:30',
      rrule: 'FREQ=MONTHLY',
    });
    expect(replan(weekly, { ...moved, repeat: 'none' })).not.toHaveProperty('rrule');
    expect(replan(weekly, { ...moved, repeat: 'none' })).not.toHaveProperty('planned');
  });

  it('is a promise or none, and a contact rhythm stays one', () => {
    expect(replan(weekly, { ...plan, isPromise: true }).kind).toBe('promise');
    expect(replan({ ...weekly, kind: 'promise' }, plan).kind).toBe('task');
    expect(replan({ ...weekly, kind: 'cadence' }, plan).kind).toBe('cadence');
  });

  it('has a word for the rhythms of the menu only', () => {
    expect(repeatOf({ rrule: 'FREQ=MONTHLY;INTERVAL=3' })).toBe('quarter');
    expect(repeatOf({})).toBe('none');
    expect(repeatOf({ rrule: 'FREQ=DAILY' })).toBeNull();
    expect(repeatOf({ lunarYearly: { calendar: 'lunar', month: 8, day: 15 } })).toBeNull();
  });
});

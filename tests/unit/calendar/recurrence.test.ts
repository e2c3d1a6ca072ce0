import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, fromEpochDay, toEpochDay } from '#shared/calendar/day.ts';
import { isRecurring, missedInstances, nextDue, projectDues, type Recurring } from '#shared/calendar/recurrence.ts';
import { workCalendar } from '../../../renderer/platform/work-calendar.ts';

function next(followUp: Recurring, completedOn: string) {
  const result = nextDue(followUp, completedOn, workCalendar);
  return result.ok ? result.value : result.error.code;
}

const due = (followUp: Recurring, completedOn: string) => {
  const instance = next(followUp, completedOn);
  return typeof instance === 'object' ? instance?.due : instance;
};

describe('the next instance of a rhythm', () => {
  const fortnightly: Recurring = { due: '2026-11-20T15:30', rrule: 'FREQ=DAILY;INTERVAL=14' };

  it('counts from the day it was done, and keeps its time', () => {
    expect(next(fortnightly, '2026-11-24')).toEqual({ due: '2026-12-08T15:30', rrule: 'FREQ=DAILY;INTERVAL=14' });
  });

  it('counts from the plan if told to, whenever it was done', () => {
    const strict: Recurring = { ...fortnightly, cadenceFrom: 'schedule' };
    expect(due(strict, '2026-11-18')).toBe('2026-12-04T15:30');
    expect(due(strict, '2026-11-24')).toBe('2026-12-04T15:30');
  });

  it('is one, however many were missed', () => {
    const weekly: Recurring = { due: '2026-10-12', rrule: 'FREQ=WEEKLY;BYDAY=MO' };
    expect(missedInstances(weekly, '2026-11-21')).toBe(5);
    expect(due(weekly, '2026-11-21')).toBe('2026-11-23');
    expect(missedInstances(weekly, '2026-10-12')).toBe(0);
  });

  it('of a calendar day is not the one just done early', () => {
    expect(due({ due: '2026-12-15', rrule: 'FREQ=MONTHLY;BYMONTHDAY=15' }, '2026-12-10')).toBe(
      '2026-01-15'.replace('2026', '2027'),
    );
  });

  it('moves off days off and back to its rhythm afterwards', () => {
    const monthly: Recurring = { due: '2026-09-01', rrule: 'FREQ=MONTHLY', cadenceFrom: 'schedule' };
    expect(next(monthly, '2026-09-01')).toEqual({ due: '2026-10-08', planned: '2026-10-01', rrule: 'FREQ=MONTHLY' });
    expect(due({ ...monthly, due: '2026-10-08', planned: '2026-10-01' }, '2026-10-08')).toBe('2026-11-02');
    expect(due({ ...monthly, holidayPolicy: 'advance' }, '2026-09-01')).toBe('2026-09-30');
    expect(due({ ...monthly, holidayPolicy: 'keep' }, '2026-09-01')).toBe('2026-10-01');
  });

  it('is never the day it was done on, though days off move it there', () => {
    const daily: Recurring = { due: '2026-09-30', rrule: 'FREQ=DAILY', holidayPolicy: 'advance' };
    expect(due(daily, '2026-09-30')).toBe('2026-10-08');
  });

  it('comes as often as COUNT still says', () => {
    const thrice: Recurring = { due: '2026-11-02', rrule: 'FREQ=WEEKLY;COUNT=3', cadenceFrom: 'schedule' };
    expect(next(thrice, '2026-11-02')).toEqual({ due: '2026-11-09', rrule: 'FREQ=WEEKLY;COUNT=2' });
    expect(next(thrice, '2026-11-10')).toEqual({ due: '2026-11-16', rrule: 'FREQ=WEEKLY;COUNT=1' });
    expect(next({ ...thrice, rrule: 'FREQ=WEEKLY;COUNT=1' }, '2026-11-02')).toBeNull();
    expect(missedInstances(thrice, '2027-11-02')).toBe(2);
  });

  it('uses up COUNT where a day off moves it to the day just done', () => {
    const monthEnds: Recurring = {
      due: '2024-11-29',
      rrule: 'FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3',
      holidayPolicy: 'advance',
    };
    expect(next(monthEnds, '2024-11-29')).toEqual({ due: '2024-12-31', rrule: 'FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=1' });
    expect(next({ ...monthEnds, rrule: 'FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=2' }, '2024-11-29')).toBeNull();
  });

  it('does not come after UNTIL', () => {
    expect(next({ due: '2026-11-02', rrule: 'FREQ=WEEKLY;UNTIL=20261108' }, '2026-11-02')).toBeNull();
  });

  it('of a lunar date is next lunar year, on the day itself', () => {
    const birthday: Recurring = { due: '2026-02-17', lunarYearly: { calendar: 'lunar', month: 1, day: 1 } };
    expect(next(birthday, '2026-02-16')).toEqual({ due: '2027-02-06' });
    expect(missedInstances(birthday, '2028-03-01')).toBe(2);
    expect(due({ ...birthday, holidayPolicy: 'postpone' }, '2026-02-17')).toBe('2027-02-09');
  });

  it('does not exist without a rhythm, and is refused for a broken one', () => {
    expect(next({ due: '2026-11-20' }, '2026-11-20')).toBeNull();
    expect(isRecurring({ due: '2026-11-20' })).toBe(false);
    expect(next({ due: '2026-11-20', rrule: 'FREQ=SOMETIMES' }, '2026-11-20')).toBe('rule/bad-value');
    expect(missedInstances({ due: '2026-11-20', rrule: 'FREQ=SOMETIMES' }, '2026-12-20')).toBe(0);
  });
});

describe('the instances to come', () => {
  it('fill a month, without the open one', () => {
    const weekly: Recurring = { due: '2026-11-02T09:00', rrule: 'FREQ=WEEKLY;BYDAY=MO' };
    expect(projectDues(weekly, '2026-11-01', '2026-11-30', workCalendar)).toEqual([
      '2026-11-09T09:00',
      '2026-11-16T09:00',
      '2026-11-23T09:00',
      '2026-11-30T09:00',
    ]);
  });

  it('that days off move to the same day appear once', () => {
    const daily: Recurring = { due: '2026-09-29', rrule: 'FREQ=DAILY' };
    expect(projectDues(daily, '2026-09-29', '2026-10-09', workCalendar)).toEqual([
      '2026-09-30',
      '2026-10-08',
      '2026-10-09',
    ]);
  });

  it('are found where days off move them into the month', () => {
    const monthly: Recurring = { due: '2026-08-31', rrule: 'FREQ=MONTHLY;BYMONTHDAY=-1' };
    expect(projectDues(monthly, '2026-11-01', '2026-11-30', workCalendar)).toEqual(['2026-11-02', '2026-11-30']);
  });

  it('end with COUNT', () => {
    const thrice: Recurring = { due: '2026-11-02', rrule: 'FREQ=WEEKLY;COUNT=3' };
    expect(projectDues(thrice, '2026-11-01', '2027-11-30', workCalendar)).toEqual(['2026-11-09', '2026-11-16']);
    expect(projectDues(thrice, '2026-11-10', '2027-11-30', workCalendar)).toEqual(['2026-11-16']);
  });

  it('of a broken rule are none', () => {
    expect(projectDues({ due: '2026-11-02', rrule: 'x' }, '2026-11-01', '2026-11-30', workCalendar)).toEqual([]);
  });

  it('are those that come when each is done on its day', () => {
    const rhythm = fc.constantFrom<Partial<Recurring>>(
      { rrule: 'FREQ=DAILY;INTERVAL=9' },
      { rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SA' },
      { rrule: 'FREQ=MONTHLY' },
      { rrule: 'FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=5' },
      { rrule: 'FREQ=YEARLY;BYMONTH=2,10;BYDAY=1FR' },
      { lunarYearly: { calendar: 'lunar', month: 12, day: 30, leap: true } },
    );
    const policy = fc.constantFrom('postpone' as const, 'advance' as const, 'keep' as const);
    const start = fc.integer({ min: toEpochDay('2024-01-01'), max: toEpochDay('2027-01-01') });
    fc.assert(
      fc.property(rhythm, policy, start, fc.integer({ min: 0, max: 300 }), (recurring, holidayPolicy, day, later) => {
        const first = fromEpochDay(day);
        let open: Recurring = { ...recurring, due: first, cadenceFrom: 'schedule', holidayPolicy };
        const [from, to] = [addDays(first, later), addDays(first, later + 60)];
        const projected = projectDues(open, from, to, workCalendar);
        const done: string[] = [];
        while (open.due <= to) {
          const instance = next(open, open.due);
          if (typeof instance === 'string') throw new Error(instance);
          if (!instance) break;
          const { planned: _, ...unplanned } = open;
          open = { ...unplanned, ...instance };
          if (open.due >= from && open.due <= to) done.push(open.due);
        }
        expect(projected).toEqual(done);
      }),
      { numRuns: 500 },
    );
  });
});

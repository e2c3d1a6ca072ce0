import * as fc from 'fast-check';
import { RRuleTemporal } from 'rrule-temporal';
import { describe, expect, it } from 'vitest';
import { epochDayOf, fromEpochDay, toEpochDay } from '#shared/calendar/day.ts';
import { expandRule } from '#shared/calendar/expand.ts';
import { parseRule } from '#shared/calendar/rule.ts';

function days(text: string, start: string, count: number, options: { from?: string; time?: string } = {}): string[] {
  const rule = parseRule(text);
  if (!rule.ok) throw new Error(`${text}: ${rule.error.code}`);
  const { from, time } = options;
  const expanded = expandRule(rule.value, toEpochDay(start), {
    ...(from === undefined ? {} : { from: toEpochDay(from) }),
    ...(time === undefined ? {} : { time }),
  });
  return [...expanded.take(count)].map(fromEpochDay);
}

function refusal(text: string): unknown {
  const rule = parseRule(text);
  return rule.ok ? undefined : [rule.error.code, rule.error.data];
}

describe('a recurrence rule', () => {
  it('repeats by distance', () => {
    expect(days('FREQ=DAILY;INTERVAL=14', '2026-11-21', 3)).toEqual(['2026-11-21', '2026-12-05', '2026-12-19']);
    expect(days('freq=monthly', '2026-01-15', 3)).toEqual(['2026-01-15', '2026-02-15', '2026-03-15']);
  });

  it('leaves out days that a month lacks instead of moving them', () => {
    expect(days('FREQ=MONTHLY', '2026-01-31', 3)).toEqual(['2026-01-31', '2026-03-31', '2026-05-31']);
    expect(days('FREQ=YEARLY', '2024-02-29', 2)).toEqual(['2024-02-29', '2028-02-29']);
  });

  it('means the end of the month by BYMONTHDAY=-1', () => {
    expect(days('FREQ=MONTHLY;BYMONTHDAY=-1', '2026-01-31', 3)).toEqual(['2026-01-31', '2026-02-28', '2026-03-31']);
  });

  it('ends with UNTIL, that day and time included', () => {
    expect(days('FREQ=DAILY;UNTIL=20261123', '2026-11-21', 9)).toHaveLength(3);
    expect(days('FREQ=DAILY;UNTIL=20261123T093000', '2026-11-21', 9, { time: '09:30' })).toHaveLength(3);
    expect(days('FREQ=DAILY;UNTIL=20261123T093000', '2026-11-21', 9, { time: '09:31' })).toHaveLength(2);
  });

  it('that never falls on a day ends as well', () => {
    expect(days('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', '2026-01-01', 1)).toEqual([]);
  });

  it('starts late without another rhythm', () => {
    expect(days('FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,FR', '2020-01-06', 3, { from: '2026-11-21' })).toEqual(
      days('FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,FR', '2020-01-06', 500)
        .filter((day) => day >= '2026-11-21')
        .slice(0, 3),
    );
  });

  it('takes "Mondays" and "the first Monday" together as either', () => {
    expect(days('FREQ=MONTHLY;BYDAY=1MO,FR', '2026-11-01', 4)).toEqual([
      '2026-11-02',
      '2026-11-06',
      '2026-11-13',
      '2026-11-20',
    ]);
  });

  it('is refused with the part that is wrong', () => {
    expect(refusal('')).toEqual(['rule/unknown-part', { part: '' }]);
    expect(refusal('INTERVAL=2')).toEqual(['rule/no-frequency', undefined]);
    expect(refusal('FREQ=DAILY;BYEASTER=0')).toEqual(['rule/unknown-part', { part: 'BYEASTER=0' }]);
    expect(refusal('FREQ=DAILY;FREQ=WEEKLY')).toEqual(['rule/repeated-part', { part: 'FREQ' }]);
    expect(refusal('FREQ=HOURLY')).toEqual(['rule/bad-value', { part: 'FREQ', value: 'HOURLY' }]);
    expect(refusal('FREQ=DAILY;INTERVAL=0')).toEqual(['rule/bad-value', { part: 'INTERVAL', value: '0' }]);
    expect(refusal('FREQ=DAILY;UNTIL=20260230')).toEqual(['rule/bad-value', { part: 'UNTIL', value: '20260230' }]);
    expect(refusal('FREQ=DAILY;UNTIL=20260228T000000Z')?.toString()).toContain('rule/bad-value');
    expect(refusal('FREQ=MONTHLY;BYDAY=0MO')).toEqual(['rule/bad-value', { part: 'BYDAY', value: '0MO' }]);
    expect(refusal('FREQ=DAILY;COUNT=2;UNTIL=20260101')).toEqual([
      'rule/not-together',
      { part: 'COUNT', other: 'UNTIL' },
    ]);
    expect(refusal('FREQ=WEEKLY;BYMONTHDAY=1')).toEqual([
      'rule/not-together',
      { part: 'BYMONTHDAY', other: 'FREQ=WEEKLY' },
    ]);
  });

  it('that is any text never throws', () => {
    const piece = fc.constantFrom(
      'FREQ',
      'BYDAY',
      '=',
      ';',
      'DAILY',
      '1',
      '-1',
      ',',
      'MO',
      'UNTIL',
      '99999999',
      '__proto__',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => typeof parseRule(pieces.join('')).ok === 'boolean'),
    );
  });
});

describe('a random rule', () => {
  const list = (values: fc.Arbitrary<number | string>, part: string) =>
    fc.option(
      fc.uniqueArray(values, { minLength: 1, maxLength: 3 }).map((each) => `;${part}=${each.join(',')}`),
      {
        nil: '',
      },
    );
  const monthDay = fc.integer({ min: 1, max: 31 }).chain((day) => fc.constantFrom(day, -day));
  const weekday = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU');
  const ordinal = fc.constantFrom('1', '2', '-1').chain((each) => weekday.map((day) => each + day));
  const month = fc.integer({ min: 1, max: 12 });
  const rules = fc
    .oneof(
      fc.tuple(fc.constant('FREQ=DAILY'), list(month, 'BYMONTH'), list(monthDay, 'BYMONTHDAY'), list(weekday, 'BYDAY')),
      fc.tuple(fc.constant('FREQ=WEEKLY'), list(month, 'BYMONTH'), list(weekday, 'BYDAY')),
      fc.tuple(fc.constant('FREQ=MONTHLY'), list(month, 'BYMONTH'), list(ordinal, 'BYDAY')),
      fc.tuple(fc.constant('FREQ=MONTHLY'), list(weekday, 'BYDAY'), list(monthDay, 'BYMONTHDAY')),
      fc.tuple(fc.constant('FREQ=YEARLY;BYMONTH=2,11'), list(monthDay, 'BYMONTHDAY')),
      fc.tuple(fc.constant('FREQ=YEARLY'), list(ordinal, 'BYDAY')),
    )
    .map((parts) => parts.join(''));

  it('gives the days that rrule-temporal gives', () => {
    const starts = fc.integer({ min: epochDayOf(2000, 1, 1), max: epochDayOf(2030, 1, 1) });
    fc.assert(
      fc.property(rules, fc.integer({ min: 1, max: 5 }), starts, (rule, interval, start) => {
        const text = `${rule};INTERVAL=${interval}`;
        const reference = new RRuleTemporal({
          rruleString: `DTSTART:${fromEpochDay(start).replaceAll('-', '')}T000000Z\nRRULE:${text}`,
        });
        const [from, to] = [new Date(start * 86_400_000), new Date((start + 1000) * 86_400_000)];
        const expected = reference.between(from, to, true).map((each) => each.toString().slice(0, 10));
        const own = days(text, fromEpochDay(start), 1100).filter((day) => day <= fromEpochDay(start + 1000));
        expect(own, text).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});

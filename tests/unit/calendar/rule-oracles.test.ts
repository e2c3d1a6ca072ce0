import { describe, expect, it } from 'vitest';
import { expandRule } from '#shared/calendar/expand.ts';
import { fromEpochDay, toEpochDay } from '#shared/calendar/day.ts';
import { parseRule, readRule } from '#shared/calendar/rule.ts';
import { noOracles, readOracle } from '../../helpers/oracles.ts';

interface RuleCase {
  kind?: string;
  name: string;
  /** `DTSTART…` and `RRULE:…` lines. */
  text?: string;
  limit?: number | null;
  expected: string[];
}

function casesOf(path: string): RuleCase[] {
  return (JSON.parse(readOracle(path)) as { cases: RuleCase[] }).cases;
}

const belowADay = /FREQ=(HOURLY|MINUTELY|SECONDLY)|BY(HOUR|MINUTE|SECOND)=/;

/** Expands a case and gives wall-clock times; what lies behind the last expected one must not exist unless the rule is endless. */
function expand({ text = '', limit, expected }: RuleCase): string[] {
  const start = /^DTSTART.*:(\d{8})T(\d{6})/m.exec(text);
  const rule = readRule(/^RRULE:(.*)$/m.exec(text)?.[1] ?? '');
  if (!start || !rule.ok) throw new Error(text);
  const [, date = '', clock = ''] = start;
  const time = `${clock.slice(0, 2)}:${clock.slice(2, 4)}`;
  const first = toEpochDay(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6, 8)}`);
  const days = expandRule(rule.value, first, { time }).take(expected.length + (limit ? 0 : 1));
  return [...days].map((day) => `${fromEpochDay(day)}T${time}:00`);
}

const withoutOffset = (time: string) => time.slice(0, 19);

describe.skipIf(noOracles('recurrence against python-dateutil'))('the rules of python-dateutil', () => {
  const rules = casesOf('rrule/dateutil_rrule_cases.json').filter(
    (each) => each.kind === 'all' && each.text && !each.text.includes('BYEASTER'),
  );

  it.each(rules.filter((each) => !belowADay.test(each.text ?? '')))('$name gives the same days', (each) => {
    expect(expand(each)).toEqual(each.expected.map(withoutOffset));
  });

  it('are refused when they repeat within a day', () => {
    const refused = rules.filter((each) => belowADay.test(each.text ?? ''));
    expect(refused.length).toBeGreaterThan(100);
    for (const { text = '' } of refused) expect(parseRule(text.split('RRULE:')[1] ?? '').ok, text).toBe(false);
  });
});

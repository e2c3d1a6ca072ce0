import { expect, it } from 'vitest';
import { expandRule } from '#shared/calendar/expand.ts';
import { fromEpochDay, toEpochDay } from '#shared/calendar/day.ts';
import { parseRule, readRule } from '#shared/calendar/rule.ts';
import { describeOracle, readOracle } from '../../helpers/oracles.ts';

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

describeOracle('the rules of python-dateutil', () => {
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

describeOracle('the examples of RFC 5545', () => {
  const examples = casesOf('rrule/rfc5545_examples_tz.json');
  /** Days have no zone: the UTC ends of the examples all lie at midnight, more than a day from the next instance. */
  const withoutZone = (each: RuleCase) => ({ ...each, text: each.text?.replace(/(UNTIL=\w+)Z/, '$1') ?? '' });

  it.each(examples.filter((each) => !belowADay.test(each.text ?? '')))('$name gives the same days', (each) => {
    expect(expand(withoutZone(each))).toEqual(each.expected.map(withoutOffset));
  });

  it('that repeat within a day are refused', () => {
    const refused = examples.filter((each) => belowADay.test(each.text ?? ''));
    expect(refused.map((each) => parseRule(each.text?.split('RRULE:')[1] ?? '').ok)).toEqual([false, false, false]);
  });
});

describeOracle('the rules that php-rrule refuses', () => {
  /** `'FREQ' => 'DAILY', 'BYDAY' => array('1MO')` as an RRULE value; undefined for values that no text can hold. */
  function asText(options: string): string | undefined {
    if (/new std|null/i.test(options)) return undefined;
    const parts = [...options.matchAll(/'(\w+)' => (?:array\()?'?([^'()]*)'?\)?/g)];
    return parts.map(([, part, value]) => `${part}=${value}`).join(';');
  }
  const oracle = JSON.parse(readOracle('rrule/php_rrule_validity.json')) as {
    invalid_rules: string[];
    invalid_strings: string[];
  };
  const texts = oracle.invalid_rules.map(asText).filter((text) => text !== undefined);

  it.each(texts)('%s is refused', (text) => {
    expect(parseRule(text).ok).toBe(false);
  });

  it('as text are refused too', () => {
    const values = oracle.invalid_strings.map((text) => text.replace(/^[^]*RRULE:/, ''));
    // Whether UNTIL fits DTSTART cannot be seen in a value without DTSTART.
    const refused = values.filter(
      (text) => !/UNTIL=\d{8}(T\d{6})?$/.test(text) && text !== 'FREQ=DAILY' && text !== 'FREQ=YEARLY',
    );
    expect(refused.length).toBeGreaterThan(5);
    for (const text of refused) expect(parseRule(text).ok, text).toBe(false);
  });
});

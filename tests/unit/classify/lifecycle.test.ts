import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lifecycleAt, type LifecycleStage } from '#shared/classify/lifecycle.ts';
import { anyFacts, asOf } from '../../helpers/facts.ts';

const population = 40;

function stageOn(days: number[], day: number): LifecycleStage {
  return lifecycleAt(
    days.filter((each) => each <= day),
    day,
    population,
  ).stage;
}

describe('the life of a customer', () => {
  it('takes nobody for new who bought before, on days that nobody knows', () => {
    const old = (days: number[], asOf: number) => lifecycleAt(days, asOf, 80, null, true);
    expect(old([0], 20)).toMatchObject({ stage: 'active', cause: 'opening', since: 0 });
    // As after a second purchase: three usual gaps, not two.
    expect(old([0], 200)).toMatchObject({ stage: 'active', lostAfterDays: 247 });
    expect(old([0], 247).stage).toBe('lost');
    expect(old([0, 30], 31)).toMatchObject({ stage: 'active', cycleDays: 80 });
  });

  it('passes through all stages', () => {
    const days = [0, 60, 120, 180, 240, 300, 900, 930, 960, 990, 1080];
    const stages: [number, LifecycleStage][] = [];
    for (let day = -1; day <= 1700; day++) {
      const stage = stageOn(days, day);
      if (stages.at(-1)?.[1] !== stage) stages.push([day, stage]);
    }
    expect(stages).toEqual([
      [-1, 'prospect'],
      [0, 'new'],
      [60, 'active'],
      // Fourth purchase in a year, and 180 days after the first.
      [180, 'loyal'],
      // Usually every 60 days: slow from the 121st day after 300 on, moved seven days later.
      [428, 'active'],
      // Three times 60 days and seven of grace.
      [487, 'lost'],
      [900, 'active'],
      // The fourth purchase in a year after coming back.
      [990, 'loyal'],
      // Usually every 60 days again (30 and 90 beside the 60): slow from day 1201 on.
      [1208, 'active'],
      [1267, 'lost'],
    ]);
  });

  it('ends after one purchase when twice the usual gap, or 90 days, have passed', () => {
    expect(stageOn([0], 96)).toBe('new');
    expect(stageOn([0], 97)).toBe('lost');
    expect(lifecycleAt([0], 120, 80).stage).toBe('new');
    expect(lifecycleAt([0], 167, 80).stage).toBe('lost');
  });

  it('becomes loyal by time alone once half a year is reached', () => {
    const days = [0, 50, 100, 150];
    expect(lifecycleAt(days, 150, population)).toMatchObject({ stage: 'active', next: { day: 180, stage: 'loyal' } });
    expect(stageOn(days, 180)).toBe('loyal');
  });

  it('is not loyal on the purchase that brings a lost customer back', () => {
    const days = [0, 20, 40, 60, 250];
    expect(lifecycleAt(days, 250, population)).toMatchObject({ stage: 'active', cause: 'returned' });
    expect(stageOn([...days, 260], 260)).toBe('loyal');
  });

  it('is lost from the day on which somebody said so, until the next purchase', () => {
    const days = [0, 20, 40, 60];
    expect(lifecycleAt(days, 70, population, 65)).toMatchObject({
      stage: 'lost',
      cause: 'told',
      since: 65,
      next: null,
    });
    expect(lifecycleAt(days, 60, population, 60).stage).toBe('lost');
    expect(lifecycleAt([...days, 80], 80, population, 65)).toMatchObject({ stage: 'active', cause: 'returned' });
    expect(lifecycleAt(days, 64, population, 65)).toMatchObject({ stage: 'active', next: { day: 65, stage: 'lost' } });
  });

  it('keeps the day on which it was lost anyway, and knows that it was said', () => {
    expect(lifecycleAt([0], 200, population, 150)).toMatchObject({ stage: 'lost', cause: 'told', since: 97 });
  });

  it('is lost before the first purchase too, and new with it', () => {
    expect(lifecycleAt([], 10, population, 5)).toMatchObject({ stage: 'lost', cause: 'told', since: 5 });
    expect(lifecycleAt([7], 10, population, 5)).toMatchObject({ stage: 'new', cause: 'first' });
  });

  it('takes only a purchase to return to', () => {
    expect(lifecycleAt([0, 30, 60], 2000, population)).toMatchObject({ stage: 'lost', since: 247, next: null });
  });
});

/** The state machine of domain.md §4.1 read line by line, a day at a time. */
function simulate(days: number[], until: number): LifecycleStage {
  let stage: LifecycleStage = 'prospect';
  let returnedOn = Number.NaN;
  let fewDays = 0;
  let slowDays = 0;
  let lapsedDays = 0;
  for (let day = days[0] ?? Number.POSITIVE_INFINITY; day <= until; day++) {
    const bought = days.filter((each) => each <= day);
    const last = bought.at(-1) ?? 0;
    const gaps = bought
      .slice(1)
      .map((each, index) => each - (bought[index] ?? 0))
      .sort((a, b) => a - b);
    const cycle =
      gaps.length < 2 ? population : ((gaps[(gaps.length - 1) >> 1] ?? 0) + (gaps[gaps.length >> 1] ?? 0)) / 2;
    const gap = day - last;
    const inYear = bought.filter((each) => each > day - 365).length;
    if (last === day) {
      if (stage === 'lost') returnedOn = day;
      if (stage === 'prospect') stage = 'new';
      else if (stage !== 'loyal') stage = 'active';
    }
    const churn = bought.length === 1 ? Math.max(2 * population, 90, 1.5 * population) : Math.max(3 * cycle, 180);
    // A condition that began seven days ago has held for seven days.
    fewDays = inYear < 3 ? fewDays + 1 : 0;
    slowDays = gap > 2 * cycle ? slowDays + 1 : 0;
    lapsedDays = gap >= churn ? lapsedDays + 1 : 0;
    const tenure = day - (bought[0] ?? 0);
    if (stage === 'loyal' && (fewDays > 7 || slowDays > 7)) stage = 'active';
    else if (stage === 'active' && last !== returnedOn && inYear >= 4 && tenure >= 180 && gap <= 1.5 * cycle)
      stage = 'loyal';
    if (stage !== 'prospect' && lapsedDays > 7) stage = 'lost';
  }
  return stage;
}

describe('walking through the purchases', () => {
  it('gives what living through each day gives, whatever the purchases', () => {
    const histories = fc
      .array(
        fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 130 }), fc.integer({ min: 100, max: 400 })),
        {
          maxLength: 12,
        },
      )
      .map((gaps) => gaps.reduce<number[]>((days, gap) => [...days, (days.at(-1) ?? 0) + gap], []));
    fc.assert(
      fc.property(histories, fc.integer({ min: 0, max: 500 }), (days, later) => {
        const until = (days.at(-1) ?? 0) + later;
        expect(stageOn(days, until)).toBe(simulate(days, until));
      }),
      { numRuns: 400 },
    );
  });

  it('says when time alone moves the customer on', () => {
    fc.assert(
      fc.property(anyFacts, ({ purchaseDays }) => {
        const days = Array.from(purchaseDays);
        const { stage, next } = lifecycleAt(days, asOf, population);
        const until = next?.day ?? asOf + 1500;
        for (let day = asOf + 1; day < until; day += 7) expect(lifecycleAt(days, day, population).stage).toBe(stage);
        expect(lifecycleAt(days, until - 1, population).stage).toBe(stage);
        if (next) {
          expect(lifecycleAt(days, next.day, population).stage).toBe(next.stage);
          expect(next.stage).not.toBe(stage);
        }
      }),
    );
  });

  it('keeps the invariants: 潜在 without, 新客 with exactly one purchase', () => {
    fc.assert(
      fc.property(anyFacts, ({ purchaseDays }) => {
        const { stage } = lifecycleAt(purchaseDays, asOf, population);
        expect(stage === 'prospect').toBe(purchaseDays.length === 0);
        if (stage === 'new') expect(purchaseDays).toHaveLength(1);
        if (stage === 'loyal') expect(purchaseDays.length).toBeGreaterThanOrEqual(4);
      }),
    );
  });
});

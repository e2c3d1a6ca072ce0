import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sayTodayWhy } from '#shared/classify/say.ts';
import { scoreFollowUp, type Urgency } from '#shared/domain/follow-up/score-follow-up.ts';
import { suggestCadenceDays } from '#shared/domain/follow-up/suggest-cadence.ts';

const plain: Urgency = {
  kind: 'task',
  daysOverdue: 0,
  missed: 0,
  value: 'low',
  lifecycle: 'active',
  risk: 'low',
  valueRank: 0.2,
  daysSinceContact: 20,
  unanswered: false,
};

const anyUrgency: fc.Arbitrary<Urgency> = fc.record({
  kind: fc.constantFrom('task' as const, 'cadence' as const),
  priority: fc.constantFrom('high' as const, 'normal' as const, 'low' as const),
  daysOverdue: fc.integer({ min: -30, max: 5000 }),
  missed: fc.nat(40),
  value: fc.constantFrom('high', 'medium', 'low', 'none'),
  lifecycle: fc.constantFrom('prospect', 'new', 'active', 'loyal', 'lost'),
  risk: fc.constantFrom('low', 'medium', 'high', 'none'),
  valueRank: fc.double({ min: 0, max: 1, noNaN: true }),
  daysSinceContact: fc.option(fc.nat(400)),
  unanswered: fc.boolean(),
});

const score = (more: Partial<Urgency>) => scoreFollowUp({ ...plain, ...more }).score;
const why = (more: Partial<Urgency>) =>
  scoreFollowUp({ ...plain, ...more }).why.map((reason) => sayTodayWhy('zh-CN', reason));

describe('the order of the day', () => {
  it('puts any promise before anything else, the longest overdue first', () => {
    fc.assert(
      fc.property(anyUrgency, (urgency) => {
        expect(scoreFollowUp({ ...urgency, kind: 'promise', daysOverdue: 0 }).score).toBeGreaterThan(
          scoreFollowUp(urgency).score,
        );
      }),
    );
    expect(score({ kind: 'promise', daysOverdue: 3 })).toBeGreaterThan(score({ kind: 'promise', valueRank: 1 }));
  });

  it('rises with value, days overdue, risk, an unanswered word and a mark by hand', () => {
    const base = score({});
    const raised: Partial<Urgency>[] = [
      { valueRank: 0.3 },
      { daysOverdue: 1 },
      { risk: 'medium' },
      { unanswered: true },
      { priority: 'high' },
    ];
    for (const more of raised) expect(score(more), JSON.stringify(more)).toBeGreaterThan(base);
    expect(score({ priority: 'low' })).toBeLessThan(base);
  });

  it('weighs the risk of losing a valuable customer twice', () => {
    const gain = (value: string) => score({ value, risk: 'high' }) - score({ value });
    expect(gain('high')).toBeCloseTo(2 * gain('low'));
  });

  it('stays within 0 and 100 without a mark by hand', () => {
    expect(score({ valueRank: 0 })).toBe(0);
    const most = { valueRank: 1, daysOverdue: 999, value: 'high', risk: 'high', unanswered: true };
    expect(score(most)).toBeCloseTo(100);
  });
});

describe('the reasons', () => {
  it('say what the order goes by', () => {
    expect(
      why({
        kind: 'cadence',
        daysOverdue: 12,
        missed: 2,
        value: 'high',
        valueRank: 0.937,
        risk: 'high',
        unanswered: true,
        priority: 'high',
        daysSinceContact: 26,
      }),
    ).toEqual([
      '逾期 12 天',
      '连着错过 3 次',
      '标了优先',
      '对方来过消息，还没有回应',
      '高价值客户，净额超过 93% 的买家',
      '流失风险高',
      '上次联系在 26 天前，这类客户每 14 天联系一次',
    ]);
    expect(why({ kind: 'promise' })).toEqual(['答应过客户，就在今天']);
    expect(why({ kind: 'promise', daysOverdue: 2 })).toEqual(['答应过客户，已过 2 天']);
    expect(why({ kind: 'promise', daysOverdue: -2 })).toEqual(['答应过客户，还有 2 天']);
    expect(why({ daysOverdue: -2, daysSinceContact: null })).toEqual(['还有 2 天', '还没有联系上过']);
  });

  it('are sentences in both languages', () => {
    fc.assert(
      fc.property(anyUrgency, (urgency) => {
        for (const reason of scoreFollowUp(urgency).why) {
          for (const language of ['zh-CN', 'en'] as const) expect(sayTodayWhy(language, reason)).not.toMatch(/[{}]/);
        }
      }),
    );
  });
});

describe('the suggested rhythm', () => {
  it('is by value, sooner for a new customer, later for a lost one', () => {
    expect(['high', 'medium', 'low', 'none'].map((value) => suggestCadenceDays(value, 'active'))).toEqual([
      14, 30, 90, 30,
    ]);
    expect(suggestCadenceDays('low', 'new')).toBe(30);
    expect(suggestCadenceDays('high', 'lost')).toBe(45);
    expect(suggestCadenceDays('low', 'lost')).toBe(90);
  });
});

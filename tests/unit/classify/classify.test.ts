import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, fromEpochDay, toEpochDay } from '#shared/calendar/day.ts';
import { classesOf, classifyCustomer, nextChangeDay } from '#shared/classify/classify.ts';
import { computeCutPoints, type CutPoints } from '#shared/classify/cut-points.ts';
import type { CustomerFacts } from '#shared/classify/facts.ts';
import { sayNext, sayWhy } from '#shared/classify/say.ts';
import {
  classesByDimension,
  defaultClassParameters as parameters,
  dimensions,
  type Dimension,
} from '#shared/domain/class-scheme/class-scheme.ts';
import { anyFacts, asOf, someFacts, today } from '../../helpers/facts.ts';

const crowd = fc.array(anyFacts, { minLength: 1, maxLength: 12 });
const nobody = computeCutPoints([], parameters, asOf);

function cutPointsOf(all: CustomerFacts[]): CutPoints {
  return computeCutPoints(all, parameters, asOf);
}

const world = { language: 'zh-CN', currency: 'CNY', today } as const;

function explain(facts: CustomerFacts, dimension: Dimension, cutPoints = cutPointsOf([facts])) {
  const explanation = classifyCustomer(facts, cutPoints, parameters, asOf)[dimension];
  const { next } = explanation;
  return [explanation.class, sayWhy(world, explanation), ...(next ? [sayNext(world, next)] : [])];
}

describe('every customer', () => {
  it('is in exactly one class of each dimension', () => {
    fc.assert(
      fc.property(crowd, (all) => {
        const cutPoints = cutPointsOf(all);
        for (const facts of all) {
          const classes = classesOf(facts, cutPoints, parameters, asOf);
          expect(Object.keys(classes).sort()).toEqual([...dimensions].sort());
          for (const dimension of dimensions) {
            const known: readonly string[] = classesByDimension[dimension];
            if (dimension === 'region') expect(classes.region).toMatch(/^(\d{2}|\d{4}|abroad|unknown)$/);
            else expect(known).toContain(classes[dimension]);
          }
        }
      }),
    );
  });

  it('is in the class that the explanation names, in sentences that say all their numbers', () => {
    fc.assert(
      fc.property(crowd, (all) => {
        const cutPoints = cutPointsOf(all);
        for (const facts of all) {
          const explanations = classifyCustomer(facts, cutPoints, parameters, asOf);
          const classes = classesOf(facts, cutPoints, parameters, asOf);
          for (const dimension of dimensions) {
            const explanation = explanations[dimension];
            expect(explanation.class).toBe(classes[dimension]);
            for (const language of ['zh-CN', 'en'] as const) {
              const sentences = [sayWhy({ ...world, language }, explanation)];
              if (explanation.next) sentences.push(sayNext({ ...world, language }, explanation.next));
              for (const sentence of sentences) expect(sentence).not.toMatch(/[{}]|undefined|NaN|Infinity|∞/);
            }
          }
        }
      }),
    );
  });

  it('changes class by time alone on the day foretold, and on none before', () => {
    fc.assert(
      fc.property(crowd, (all) => {
        const cutPoints = cutPointsOf(all);
        for (const facts of all) {
          const classesOn = (day: number) => classesOf(facts, cutPoints, parameters, day);
          const present = classesOn(asOf);
          const next = nextChangeDay(facts, cutPoints, parameters, asOf);
          for (let day = asOf + 1; day < (next ?? asOf + 1200); day++) expect(classesOn(day)).toEqual(present);
          if (next !== null) expect(classesOn(next)).not.toEqual(present);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is looked at again when a record dated ahead begins to count', () => {
    const facts = someFacts([5], { futureDay: asOf + 2 });
    expect(nextChangeDay(facts, cutPointsOf([facts]), parameters, asOf)).toBe(asOf + 2);
  });

  it('that nothing can happen to has no such day', () => {
    const facts = someFacts([], { knownSinceDay: asOf - 2000 });
    expect(nextChangeDay(facts, nobody, parameters, asOf)).toBeNull();
  });
});

describe('value', () => {
  const crowdOfFive = [800, 100, 50, 30, 20].map((yuan) => someFacts([30], { eachFen: yuan * 100 }));
  const cutPoints = cutPointsOf(crowdOfFive);

  it('is explained by the net amount, the line and the share', () => {
    expect(crowdOfFive.map((facts) => explain(facts, 'value', cutPoints))).toEqual([
      [
        'high',
        '近 365 天净额 ¥800 ≥ 高价值线 ¥800（累计占比 0% < 80% → A）',
        '没有新的购买，2027年10月22日起将降为低价值',
      ],
      [
        'medium',
        '近 365 天净额 ¥100 ≥ 中价值线 ¥50，未到高价值线 ¥800（累计占比 80% → B）',
        '再消费 ¥700 即升为高价值',
      ],
      ['medium', '近 365 天净额 ¥50 ≥ 中价值线 ¥50，未到高价值线 ¥800（累计占比 90% → B）', '再消费 ¥750 即升为高价值'],
      ['low', '近 365 天净额 ¥30 < 中价值线 ¥50（累计占比 95% ≥ 95% → C）', '再消费 ¥20 即升为中价值'],
      ['low', '近 365 天净额 ¥20 < 中价值线 ¥50（累计占比 98% ≥ 95% → C）', '再消费 ¥30 即升为中价值'],
    ]);
  });

  it('of who bought long ago is low, of who never did none', () => {
    expect(explain(someFacts(['2024-03-01']), 'value', cutPoints)).toEqual([
      'low',
      '近 365 天没有购买，上次购买在 2024年3月1日，算低价值',
      '再消费 ¥50 即升为中价值',
    ]);
    expect(explain(someFacts([]), 'value', cutPoints)).toEqual(['none', '还没有成交记录', '首次成交后按净额归类']);
  });

  it('is low when refunds left nothing', () => {
    const facts = someFacts([9], { eachFen: 0 });
    expect(explain(facts, 'value')).toEqual(['low', '近 365 天有购买，但扣除退货后净额为 ¥0，算低价值']);
  });

  it('rises by exactly the amount that is said to be missing', () => {
    fc.assert(
      fc.property(crowd, (all) => {
        const lines = cutPointsOf(all);
        for (const facts of all) {
          const { next } = classifyCustomer(facts, lines, parameters, asOf).value;
          if (next?.rule !== 'value.rises') continue;
          const buys = (fen: number): CustomerFacts => ({
            ...facts,
            correctionDays: [...Array.from(facts.correctionDays), asOf],
            correctionFen: [...Array.from(facts.correctionFen), fen],
          });
          const missing = Number(next.values['missingFen']);
          expect(classesOf(buys(missing), lines, parameters, asOf).value).toBe(next.values['to']);
          expect(classesOf(buys(missing - 1), lines, parameters, asOf).value).not.toBe(next.values['to']);
        }
      }),
    );
  });
});

describe('behaviour', () => {
  const inbound = (ago: number) => someFacts([], { lastInboundDay: asOf - ago, knownSinceDay: asOf - 1000 });

  it('goes by the last purchase or word from the customer', () => {
    expect([0, 90, 91, 180, 181].map((ago) => explain(someFacts([ago]), 'behaviour')[0])).toEqual([
      'active',
      'active',
      'steady',
      'steady',
      'lost',
    ]);
    expect([90, 91, 181].map((ago) => explain(inbound(ago), 'behaviour')[0])).toEqual(['active', 'steady', 'silent']);
  });

  it('tells the new from the silent', () => {
    expect(explain(someFacts([], { knownSinceDay: asOf - 180 }), 'behaviour')).toEqual([
      'prospect',
      '还没买过，认识 180 天，不超过 180 天',
      '没有购买或主动联系，11月22日起将转为沉默',
    ]);
    expect(explain(someFacts([], { knownSinceDay: asOf - 181 }), 'behaviour')[0]).toBe('silent');
  });
});

describe('frequency', () => {
  it('counts the purchase days of a year', () => {
    const days = [10, 20, 30, 40, 50, 60];
    expect([0, 1, 2, 5, 6].map((count) => explain(someFacts(days.slice(0, count)), 'frequency')[0])).toEqual([
      'none',
      'single',
      'medium',
      'medium',
      'frequent',
    ]);
    expect(explain(someFacts([365]), 'frequency')).toEqual([
      'past',
      '近 365 天没有购买，上次在 2025年11月21日',
      '再买 1 次即为单次',
    ]);
    expect(explain(someFacts(days.slice(0, 4)), 'frequency')[2]).toBe('再买 2 次即为高频');
    expect(explain(someFacts(days), 'frequency')[2]).toBe(`没有新的购买，2027年9月22日起将转为中频`);
    expect(addDays(fromEpochDay(asOf - 60), 365)).toBe('2027-09-22');
  });
});

describe('risk', () => {
  it('compares the gap with the customer’s own rhythm, or everybody’s', () => {
    const monthly = [90, 60, 30];
    expect(explain(someFacts([...monthly, 0].map((ago) => ago + 44)), 'risk')[0]).toBe('low');
    expect(explain(someFacts([...monthly, 0].map((ago) => ago + 45)), 'risk')).toEqual([
      'medium',
      '已 45 天没有购买，是自己平常间隔 30 天的 1.5 倍',
      '没有新的购买，2027年1月5日起风险升为高',
    ]);
    expect(explain(someFacts([...monthly, 0].map((ago) => ago + 90)), 'risk')[0]).toBe('high');
    expect(explain(someFacts([135]), 'risk', nobody)).toEqual([
      'medium',
      '已 135 天没有购买，是全体客户平常间隔 90 天的 1.5 倍（自己的购买还不到三次）',
      '没有新的购买，2027年4月5日起风险升为高',
    ]);
    expect(explain(someFacts([]), 'risk')).toEqual(['none', '还没有成交，谈不上流失']);
  });
});

describe('life cycle, type, source and region', () => {
  it('are explained', () => {
    expect(explain(someFacts(['2026-11-01']), 'lifecycle', nobody)).toEqual([
      'new',
      '11月1日首次购买，至今 20 天，还没有复购',
      '再次购买即转为活跃；到2027年5月7日仍没有购买将转为流失',
    ]);
    expect(toEpochDay('2027-05-07') - toEpochDay('2026-11-01')).toBe(2 * 90 + 7);
    expect(explain(someFacts([], { kind: 'company' }), 'type')).toEqual(['company', '按档案里填写的客户类型']);
    expect(explain(someFacts([], { source: 'fair' }), 'source')).toEqual(['fair', '按档案里填写的来源']);
    expect(explain(someFacts([]), 'source')[2]).toBe('填上来源即可归类');
    expect(explain(someFacts([], { region: '3301' }), 'region')).toEqual(['3301', '地址能认到市']);
    expect(explain(someFacts([], { region: '33' }), 'region')).toEqual(['33', '地址能认到省级']);
    expect(explain(someFacts([], { region: 'abroad' }), 'region')[1]).toBe('地址在境外');
    expect(explain(someFacts([]), 'region')[2]).toBe('补上地址即可归类');
  });
});

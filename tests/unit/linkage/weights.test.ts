import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeyList } from '#shared/linkage/blocks.ts';
import { caseOf, estimateWeights, tableWeights, type Evidence } from '#shared/linkage/estimate-weights.ts';
import { code, fieldLevels, fields, isAt, levelAt, reasonsOf, type Field } from '#shared/linkage/levels.ts';

function learn(evidence: Evidence) {
  const rounds = estimateWeights(evidence);
  for (let round = rounds.next(); ; round = rounds.next()) if (round.done) return round.value;
}

function fieldAt(field: Field) {
  return fieldLevels.findIndex((each) => each.field === field);
}

const someLevels = fc.tuple(
  ...fieldLevels.map(({ field }) => fc.constantFrom(null, ...(Object.keys(fields[field]) as never[]))),
);

describe('a pattern', () => {
  it('tells the level of every field again', () => {
    fc.assert(
      fc.property(someLevels, (levels) => {
        const codes = fieldLevels.map(({ field }, at) => (levels[at] === null ? 0 : code[field][levels[at] as never]));
        const pattern = codes.reduce<number>((sum, each) => sum + each, 0);
        fieldLevels.forEach((own, at) => {
          const names = Object.keys(fields[own.field]);
          expect(names[levelAt(pattern, own)] ?? null).toBe(levels[at]);
          if (levels[at] !== null) expect(isAt(pattern, own.field, levels[at] as never)).toBe(true);
        });
        expect(caseOf(pattern, 18)).toBeLessThan(Number.MAX_SAFE_INTEGER);
      }),
    );
  });

  it('says what is said of family and given name together', () => {
    const { family, given } = code;
    expect(reasonsOf(family.same + given.same)).toEqual(['name-same']);
    expect(reasonsOf(family.near + given.same + code.mobile.same)).toEqual(['name-like', 'phone']);
    expect(reasonsOf(family.same + given.other)).toEqual(['name-other']);
    expect(reasonsOf(code.order.swapped)).toEqual(['name-swapped']);
  });
});

describe('weights', () => {
  const { name, mobile, birthday } = code;
  const strangers = new Map([[name.other + mobile.other + birthday.other, 50_000]]);

  it('are those of the table where there is nothing to learn from', () => {
    const learned = learn({ records: 1_000, candidates: new Map(), strangers: new Map() });
    const table = tableWeights(1_000);
    fieldLevels.forEach(({ levels }, at) => {
      levels.forEach((level, place) => {
        // The shares of the table need not add up to one, those that are learned do.
        const whole = levels.length < 2 ? 1 : levels.reduce((sum, { m }) => sum + m, 0);
        expect(learned.bits[at]?.[place], level.reason).toBeCloseTo(
          (table.bits[at]?.[place] ?? 0) - Math.log2(whole),
          6,
        );
      });
    });
  });

  it('learn how often one customer has two birthdays, and two mobiles', () => {
    const agree = name.same + mobile.same;
    const candidates = new Map([
      [caseOf(agree + birthday.same, 10), 500],
      [caseOf(agree + birthday.other, 10), 500],
    ]);
    const { m } = learn({ records: 10_000, candidates, strangers });
    const born = m[fieldAt('birthday')] ?? [];
    expect(born.at(-1)).toBeGreaterThan(0.4);
    expect(m[fieldAt('mobile')]?.[0]).toBeGreaterThan(0.9);
    for (const shares of m)
      if (shares.length > 1) expect(shares.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 9);
  });

  it('are not led astray by many namesakes where there are no duplicates', () => {
    const candidates = new Map([[caseOf(name.same + mobile.other, 3), 5_000]]);
    const { m } = learn({ records: 10_000, candidates, strangers });
    expect(m[fieldAt('mobile')]?.[0]).toBeGreaterThan(0.5);
  });
});

describe('records that share a key', () => {
  it('meet, each pair once, and those aside of whom too many share it', () => {
    const keys = fc.array(fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 4 }), { maxLength: 12 });
    fc.assert(
      fc.property(keys, (records) => {
        const list = new KeyList();
        for (const own of records) list.add(own);
        const steps = list.blocks(4);
        let step = steps.next();
        while (!step.done) step = steps.next();
        const met = records.flatMap((_, a) => {
          const others: string[] = [];
          step.value?.forEachPartner(a, (b) => others.push(`${a} ${b}`));
          return others;
        });
        const sizes = Map.groupBy(records.flat(), (key) => key);
        const wanted = records.flatMap((own, a) =>
          records.flatMap((other, b) => {
            const shared = own.filter((key) => other.includes(key) && (sizes.get(key)?.length ?? 0) <= 4);
            return a < b && shared.length > 0 ? [`${a} ${b}`] : [];
          }),
        );
        expect(met.toSorted()).toEqual(wanted.toSorted());
      }),
    );
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkReasons, reportOf, type CheckReport, type CheckStep } from '#shared/check-up/report.ts';
import { anId } from '../../helpers/builders.ts';

const [a, b, c] = [anId('a'), anId('b'), anId('c')];

function step(customerId: typeof a, reason: CheckStep['reason'], ...fields: string[]): CheckStep {
  return { customerId, reason, fields };
}

function everybodyIn({ confirmed, changed, unreachable, skipped }: CheckReport): string[] {
  return [...confirmed, ...changed.map(({ customerId }) => customerId), ...unreachable, ...skipped];
}

describe('the report of a check-up', () => {
  it('counts who was changed as changed, with all that was, and who answered at last as reached', () => {
    const steps = [
      step(a, 'check/change', 'phones'),
      step(b, 'check/unreachable'),
      step(a, 'check/change', 'phones', 'title'),
      step(b, 'check/confirm'),
      step(a, 'check/unreachable'),
      step(c, 'check/unreachable'),
    ];
    expect(reportOf(steps, [c, anId('d'), anId('d')])).toEqual({
      confirmed: [b],
      changed: [{ customerId: a, fields: ['phones', 'title'] }],
      unreachable: [c],
      skipped: [anId('d')],
    });
  });

  it('names everybody who was asked for once', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e').map(anId);
    const steps = fc.array(
      fc.record({ customerId: id, reason: fc.constantFrom(...checkReasons), fields: fc.constant(['phones']) }),
    );
    fc.assert(
      fc.property(steps, fc.array(id), (done, skipped) => {
        const named = everybodyIn(reportOf(done, skipped));
        expect(named.toSorted()).toEqual([...new Set([...done.map((each) => each.customerId), ...skipped])].toSorted());
      }),
    );
  });
});

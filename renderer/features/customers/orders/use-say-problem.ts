import { refundedFen, type AmendPlace, type AmendProblems, type OrderKin } from '#shared/domain/order/amend-order.ts';
import { formatFen } from '#shared/i18n/format.ts';
import { useT } from '../../../platform/language.tsx';

export type SayProblem = (place: AmendPlace) => string | undefined;

/** What is wrong in a box, in words. */
export function useSayProblem(problems: AmendProblems | undefined, kin: OrderKin | undefined): SayProblem {
  const t = useT();
  return (place) => {
    const problem = problems?.get(place);
    if (problem === undefined) return undefined;
    return t(`order.problem.${problem}`, {
      refunded: formatFen(refundedFen(kin?.refunds ?? [])),
      sold: formatFen(kin?.sale?.totalFen ?? 0),
    });
  };
}

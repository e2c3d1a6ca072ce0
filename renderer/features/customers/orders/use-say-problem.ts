import { refundedFen, type AmendPlace, type AmendProblems, type OrderKin } from '#shared/domain/order/amend-order.ts';
import { useT } from '../../../platform/language.tsx';
import { useKit } from '../../../ui/theme/kit-provider.tsx';

export type SayProblem = (place: AmendPlace) => string | undefined;

/** What is wrong in a box, in words. */
export function useSayProblem(problems: AmendProblems | undefined, kin: OrderKin | undefined): SayProblem {
  const t = useT();
  const { formats } = useKit();
  return (place) => {
    const problem = problems?.get(place);
    if (problem === undefined) return undefined;
    return t(`order.problem.${problem}`, {
      refunded: formats.amount(refundedFen(kin?.refunds ?? [])),
      sold: formats.amount(kin?.sale?.totalFen ?? 0),
    });
  };
}

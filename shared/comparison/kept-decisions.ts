import * as z from 'zod';
import { customerIdSchema } from '../domain/customer/customer.ts';

/**
 * Everything of a pile that is shown, one customer of it, or one of their differences; `null` where it is about all. Customers are
 * known by the row that tells of them first, differences by a digest, so that what was decided outlives the window without any
 * of what the list says.
 */
export const decisionSchema = z.strictObject({
  pile: z.enum(['same', 'changed', 'new']),
  fact: z.string().max(100).nullable(),
  line: z.int().nullable(),
  difference: z.string().max(16).nullable(),
  /** Who the row is in the archive: when they are erased, what was decided of them goes too. */
  customerId: customerIdSchema.optional(),
  /** `null` takes a decision back. */
  choice: z.enum(['ours', 'theirs']).nullable(),
});
export type Decision = z.infer<typeof decisionSchema>;

/** What was decided about a list and is not written yet, in the order in which it was decided. */
export const keptListSchema = z.strictObject({
  fileName: z.string().max(300),
  sha256: z.string().max(64),
  sheet: z.int(),
  decisions: z.array(decisionSchema),
});
export type KeptList = z.infer<typeof keptListSchema>;
type ListId = Pick<KeptList, 'fileName' | 'sha256' | 'sheet'>;

/** Older lists than these are decided anew. */
export const mostKeptLists = 5;

const isOf = (a: Omit<ListId, 'fileName'>, b: Omit<ListId, 'fileName'>) => a.sha256 === b.sha256 && a.sheet === b.sheet;

/** What was decided about a list, which is known by its content and sheet, whatever it is called by now. */
export function decisionsAbout(lists: readonly KeptList[], list: ListId): readonly Decision[] {
  return lists.find((each) => isOf(each, list))?.decisions ?? [];
}

export function withoutList(lists: readonly KeptList[], list: ListId): KeptList[] {
  return lists.filter((each) => !isOf(each, list));
}

/** The list that was decided last comes first; one of which everything was taken back goes. */
export function withDecision(
  lists: readonly KeptList[],
  { fileName, sha256, sheet }: ListId,
  decision: Decision,
): KeptList[] {
  const list = { fileName, sha256, sheet };
  const before = decisionsAbout(lists, list).filter((each) => !isCovered(each, decision));
  const decisions = [...before, decision];
  const others = withoutList(lists, list);
  if (decisions.every(({ choice }) => choice === null)) return others;
  return [{ ...list, decisions }, ...others].slice(0, mostKeptLists);
}

/** What is left once these customers are forgotten. A decision of which it is not known whom it is about goes too. */
export function withoutForgottenDecisions(
  lists: readonly KeptList[],
  isForgotten: (customerId: string) => boolean,
): readonly KeptList[] {
  const isKept = ({ pile, line, customerId }: Decision) =>
    customerId === undefined ? pile === 'new' || line === null : !isForgotten(customerId);
  if (lists.every(({ decisions }) => decisions.every(isKept))) return lists;
  const left = lists.map((list) => ({ ...list, decisions: list.decisions.filter(isKept) }));
  return left.filter(({ decisions }) => decisions.some(({ choice }) => choice !== null));
}

/** Whether nothing is left of a decision after a later one. */
function isCovered(earlier: Decision, later: Decision): boolean {
  const parts = ['fact', 'line', 'difference'] as const;
  return earlier.pile === later.pile && parts.every((part) => later[part] === null || later[part] === earlier[part]);
}

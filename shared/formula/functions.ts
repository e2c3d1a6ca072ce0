/** What a formula can do besides signs; each may be called by either name. */
export const functionNames = {
  if: ['如果', 'if'],
  and: ['且', 'and'],
  or: ['或', 'or'],
  not: ['非', 'not'],
  empty: ['为空', 'empty'],
  default: ['若空', 'default'],
  round: ['四舍五入', 'round'],
  min: ['最小', 'min'],
  max: ['最大', 'max'],
  abs: ['绝对值', 'abs'],
  today: ['今天', 'today'],
  days: ['天数', 'days'],
  years: ['年数', 'years'],
  year: ['年', 'year'],
  month: ['月', 'month'],
  contains: ['包含', 'contains'],
} as const satisfies Record<string, readonly [zh: string, en: string]>;
export type FunctionName = keyof typeof functionNames;

/** How many things each takes; `null`: any number from the first on. */
export const arities: Readonly<Record<FunctionName, readonly [least: number, most: number | null]>> = {
  if: [3, 3],
  and: [2, null],
  or: [2, null],
  not: [1, 1],
  empty: [1, 1],
  default: [2, 2],
  round: [1, 2],
  min: [2, null],
  max: [2, null],
  abs: [1, 1],
  today: [0, 0],
  days: [2, 2],
  years: [2, 2],
  year: [1, 1],
  month: [1, 1],
  contains: [2, 2],
};

/** By any of its names, in either language and whatever case. */
export function functionOf(name: string): FunctionName | undefined {
  const lower = name.toLowerCase();
  return (Object.keys(functionNames) as FunctionName[]).find((each) =>
    (functionNames[each] as readonly string[]).includes(lower),
  );
}

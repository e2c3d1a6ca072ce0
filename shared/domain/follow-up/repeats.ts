/** RFC 5545 rules behind the words of the menu; nothing for one that does not come again. */
const rules = {
  none: undefined,
  week: 'FREQ=WEEKLY',
  twoWeeks: 'FREQ=WEEKLY;INTERVAL=2',
  month: 'FREQ=MONTHLY',
  quarter: 'FREQ=MONTHLY;INTERVAL=3',
  year: 'FREQ=YEARLY',
} as const;
export type Repeat = keyof typeof rules;
export const repeats = Object.keys(rules) as Repeat[];

export function ruleOf(repeat: Repeat): string | undefined {
  return rules[repeat];
}

/** The word for how a follow-up comes again; `null` for a rhythm that the menu has no word for. */
export function repeatOf({ rrule, lunarYearly }: { rrule?: string | undefined; lunarYearly?: unknown }): Repeat | null {
  if (lunarYearly !== undefined) return null;
  return repeats.find((repeat) => rules[repeat] === rrule) ?? null;
}

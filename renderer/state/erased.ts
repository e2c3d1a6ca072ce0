type Forget = (isErased: (customerId: string) => boolean) => void;

const rememberers = new Set<Forget>();

/** For whatever remembers customers in the window for longer than it shows them. */
export function onErased(forget: Forget): void {
  rememberers.add(forget);
}

/** These customers are erased for good. */
export function forgetErased(customerIds: readonly string[]): void {
  const erased = new Set(customerIds);
  for (const forget of rememberers) forget((id) => erased.has(id));
}

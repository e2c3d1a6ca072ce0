/** Throws when something that the code around it guarantees does not hold. Not for checking input. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Broken invariant: ${message}`);
}

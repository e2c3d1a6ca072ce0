/** Throws when something that the code around it guarantees does not hold. Not for checking input. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Broken invariant: ${message}`);
}

/** Makes the compiler prove that a union was handled completely. */
export function assertNever(value: never): never {
  throw new Error(`Broken invariant: unhandled ${JSON.stringify(value)}`);
}

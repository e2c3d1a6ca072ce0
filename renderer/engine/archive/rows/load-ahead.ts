/** Goes through many some at a time, and has the next ones read while these are worked on. */
export async function* loadAhead<T, L>(
  all: readonly T[],
  size: number,
  load: (part: T[]) => Promise<L>,
): AsyncGenerator<{ start: number; part: T[]; loaded: L }> {
  const begin = (start: number) => {
    if (start >= all.length) return null;
    const part = all.slice(start, start + size);
    const loading = load(part);
    // Whoever goes no further hears nothing of it.
    loading.catch(() => undefined);
    return { start, part, loading };
  };
  for (let next = begin(0); next; ) {
    const { start, part, loading } = next;
    const loaded = await loading;
    next = begin(start + size);
    yield { start, part, loaded };
  }
}

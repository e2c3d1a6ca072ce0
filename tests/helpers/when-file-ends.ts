/*
 * Test files that share a process share its modules too: a hook that a helper registers while it is read would be one of the
 * first file alone. What a helper has to do at the end of every file it tells here, and after-file.ts sees to it.
 */

const works: (() => unknown)[] = [];

/** For modules that are read once. The last to say so is the first to be done. */
export function whenFileEnds(work: () => unknown): void {
  works.unshift(work);
}

export async function endFile(): Promise<void> {
  for (const work of works) await work();
}

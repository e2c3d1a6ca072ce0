/**
 * How many of a long list are shown before all of it is asked for.
 * @param openAt the place that is being typed into: what is typed must be seen
 */
export function countAtFirst(total: number, most: number, openAt: number | null = null): number {
  const wanted = openAt === null || openAt >= total ? most : Math.max(most, openAt + 1);
  // A button for a single one would take its place.
  return total <= wanted + 1 ? total : wanted;
}

/** Two different places below `count`, in order, from two random numbers. */
export function chooseTwo(count: number, random: Uint32Array): readonly [number, number] {
  const [a = 0, b = 0] = random;
  const one = a % count;
  const other = (one + 1 + (b % (count - 1))) % count;
  return one < other ? [one, other] : [other, one];
}

/** The median of numbers added one by one. One instance is reused for many customers, so that nothing is allocated. */
export interface RunningMedian {
  clear(): void;
  add(value: number): void;
  median(): number;
}

export function createRunningMedian(): RunningMedian {
  const sorted: number[] = [];
  let length = 0;
  return {
    clear() {
      length = 0;
    },
    add(value) {
      let index = length++;
      while (index > 0 && (sorted[index - 1] ?? 0) > value) {
        sorted[index] = sorted[index - 1] ?? 0;
        index--;
      }
      sorted[index] = value;
    },
    median() {
      const upper = sorted[length >> 1] ?? 0;
      return length % 2 === 1 ? upper : ((sorted[(length >> 1) - 1] ?? 0) + upper) / 2;
    },
  };
}

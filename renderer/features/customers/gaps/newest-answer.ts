export interface NewestAnswer {
  /** Takes the answer unless something else was asked, or nothing is wanted any more, before it came. */
  ask<T>(question: () => Promise<T>, take: (answer: T) => void): Promise<void>;
  /** What comes from now on is late. */
  drop(): void;
}

/** For questions of which only the newest counts: of other fields, of another archive, or asked twice. */
export function createNewestAnswer(): NewestAnswer {
  let asked = 0;
  return {
    async ask(question, take) {
      asked += 1;
      const own = asked;
      const answer = await question();
      if (own === asked) take(answer);
    },
    drop() {
      asked += 1;
    },
  };
}

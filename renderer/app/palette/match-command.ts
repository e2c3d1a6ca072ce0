export interface Findable {
  /** What it is called on the screen, in both languages. */
  names: readonly string[];
  /** Everything it answers to: both languages' names, full pinyin, initials. */
  words: readonly string[];
}

const wordsIn = (text: string): string[] => text.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');
}

/** How well a command answers to what was typed: 3 whole, 2 beginning, 1 somewhere inside, 0 not at all. */
export function scoreCommand(command: Findable, typed: string): number {
  const wanted = fold(typed);
  if (wanted === '') return 1;
  let best = 0;
  for (const word of command.words) {
    const folded = fold(word);
    if (folded === wanted) return 3;
    if (folded.startsWith(wanted)) best = Math.max(best, 2);
    // Inside a word only from two letters on: a single letter is in everything.
    else if (wanted.length >= 2 && folded.includes(wanted)) best = Math.max(best, 1);
  }
  return best > 0 || !hasWords(command, wordsIn(typed)) ? best : 1;
}

/** `fill gaps` for `Fill the gaps`: several words, each the beginning of one that the command answers to. */
function hasWords({ words }: Findable, typed: readonly string[]): boolean {
  const own = words.flatMap(wordsIn);
  return typed.length > 1 && typed.every((word) => own.some((other) => other.startsWith(word)));
}

/** Whether a command is called so, or what was typed is the first word of what it is called, or the first few. */
export function isNamed({ names }: Findable, typed: string): boolean {
  const wanted = typed.normalize('NFKC').trim().toLowerCase();
  if (wanted === '') return false;
  return names.some((name) => {
    const folded = name.normalize('NFKC').toLowerCase();
    if (!folded.startsWith(wanted)) return false;
    const next = folded.charAt(wanted.length);
    // Chinese has no blanks: two characters are a word.
    return next === '' || /[^\p{L}\p{N}]/u.test(next) || /^\p{Script=Han}{2,}$/u.test(wanted);
  });
}

/** The commands that answer, best first, otherwise in their own order. */
export function selectCommands<C extends Findable>(commands: readonly C[], typed: string): C[] {
  return commands
    .map((command) => ({ command, score: scoreCommand(command, typed) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ command }) => command);
}

import { cleanText } from '../../match/text.ts';

/** What ends a word of a list that stands in one line: of a foreign file anything, of choices no comma, of names no more than a semicolon. */
const separators = { any: /:::|[;；,，、|\n]/, firm: /[;；、\n|]/, semicolon: /[;；\n]/ } as const;
type SeparatedBy = keyof typeof separators;

/** What would be taken for the end of a word, for quotes, or for one of the `* myContacts` that address books put in. */
const needsQuotes = new RegExp(`${separators.any.source}|^["*]`);

/** The semicolon of the script in which the words are written. */
function separatorOf(words: readonly string[]): string {
  return words.some((word) => /\p{Script=Han}/u.test(word)) ? '；' : '; ';
}

/** Words in one line, as `readWords` takes them apart again: one that holds a separator stands in quotes, as cells of a CSV do. */
export function writeWords(words: readonly string[], separator = separatorOf(words)): string {
  return words.map((word) => (needsQuotes.test(word) ? `"${word.replaceAll('"', '""')}"` : word)).join(separator);
}

interface ReadWord {
  text: string;
  /** It stood in quotes: it is meant as it stands. */
  isQuoted: boolean;
}

/** The words of a line. Quotes count only around a whole word; anywhere else they are signs like others. */
export function readWords(text: string, separatedBy: SeparatedBy = 'any'): string[] {
  return parseWords(text, separatedBy).map((word) => word.text);
}

/** The words of a list as they are written; in quotes (`"a, b"`, a doubled one for the mark itself) separators are text. */
export function parseWords(text: string, separatedBy: SeparatedBy = 'any'): ReadWord[] {
  const end = `(?:${separators[separatedBy].source}|$)`;
  const word = new RegExp(`\\s*(?:"((?:[^"]|"")*)"\\s*(?=${end})|([^]*?))${end}`, 'uy');
  const words: ReadWord[] = [];
  do {
    const [, quoted, plain = ''] = word.exec(text) ?? [];
    const isQuoted = quoted !== undefined;
    words.push({ text: cleanText(isQuoted ? quoted.replaceAll('""', '"') : plain), isQuoted });
  } while (word.lastIndex < text.length);
  return words.filter(({ text: each }) => each !== '');
}

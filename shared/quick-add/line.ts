import { narrowText } from '../match/text.ts';
import type { Piece, Understood } from './piece.ts';

/** Stands where something was understood already. */
export const taken = '\u0000';

/** The typed text while it is being understood: what one reader takes, the next ones do not see. */
export class Line {
  readonly #typed: string;
  /** In half width and with one kind of blank, each character at its place; `taken` where it was understood. */
  rest: string;
  /** The same before anything was understood. */
  readonly whole: string;
  readonly pieces: Piece[] = [];

  constructor(typed: string) {
    this.#typed = typed;
    this.whole = narrowText(typed).replace(/(?!\n)[\p{Cc}\p{Zs}]/gu, ' ');
    this.rest = this.whole;
  }

  /** Hides a stretch from the readers to come. */
  hide(from: number, to: number): void {
    this.rest = this.rest.slice(0, from) + taken.repeat(to - from) + this.rest.slice(to);
  }

  /** The text as it was typed, without blanks around it. */
  typed(from: number, to: number): string {
    return this.#typed.slice(from, to).trim();
  }

  take(from: number, to: number, understood: Understood): void {
    const text = this.#typed.slice(from, to);
    const start = from + text.length - text.trimStart().length;
    const end = to - (text.length - text.trimEnd().length);
    this.pieces.push({ ...understood, from: start, to: end, text: this.#typed.slice(start, end) });
    this.hide(from, to);
  }

  /** What only stood around something that was understood, as around the mail in `张三 <a@b.cn>`. */
  hideBrackets(): void {
    this.rest = this.rest.replaceAll(/<\0+>|\(\0+\)/g, (whole) => taken.repeat(whole.length));
  }

  /** Asks a reader about every place a pattern is found; what it gives back is taken. */
  takeAll(pattern: RegExp, read: (match: RegExpExecArray) => Understood | undefined): void {
    for (const match of this.rest.matchAll(pattern)) {
      const understood = read(match);
      if (understood) this.take(match.index, match.index + match[0].length, understood);
    }
  }
}

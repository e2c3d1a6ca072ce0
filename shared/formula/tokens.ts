import { normalizeText } from '../match/text.ts';

export type Token = { at: number; end: number } & (
  | { is: 'number' | 'text' | 'field' | 'name'; text: string }
  | { is: 'sign'; text: Sign }
  | { is: 'end'; text: '' }
);

const signs = ['+', '-', '*', '/', '&', '=', '<>', '<=', '>=', '<', '>', '(', ')', ',', '%'] as const;
export type Sign = (typeof signs)[number];

/** Other ways to write a sign; each is one character long. */
const written: ReadonlyMap<string, Sign> = new Map([
  ['＋', '+'],
  ['－', '-'],
  ['−', '-'],
  ['×', '*'],
  ['＊', '*'],
  ['÷', '/'],
  ['／', '/'],
  ['＆', '&'],
  ['＝', '='],
  ['≠', '<>'],
  ['≤', '<='],
  ['≥', '>='],
  ['＜', '<'],
  ['＞', '>'],
  ['（', '('],
  ['）', ')'],
  ['，', ','],
  ['、', ','],
  ['％', '%'],
]);

const closing: Readonly<Record<string, string>> = { '"': '"', '“': '”', '[': ']', '【': '】', '［': '］' };

/** A formula cut into its words. `null` and where, when there is a character that means nothing or a quote that never ends. */
export function tokensOf(text: string): { tokens: Token[] } | { at: number; problem: 'character' | 'unclosed' } {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at);
    const blank = /^\s+/u.exec(rest)?.[0].length ?? 0;
    if (blank > 0) {
      at += blank;
      continue;
    }
    const token = enclosed(text, at) ?? plain(rest, at);
    if (token === null) return { at, problem: closing[text[at] ?? ''] === undefined ? 'character' : 'unclosed' };
    tokens.push(token);
    at = token.end;
  }
  tokens.push({ is: 'end', text: '', at, end: at });
  return { tokens };
}

function enclosed(text: string, at: number): Token | null {
  const opening = text[at] ?? '';
  const close = closing[opening];
  if (close === undefined) return null;
  const end = text.indexOf(close, at + 1);
  if (end < 0) return null;
  const is = opening === '"' || opening === '“' ? 'text' : 'field';
  return { is, text: text.slice(at + 1, end), at, end: end + 1 };
}

function plain(rest: string, at: number): Token | null {
  const number = /^[\d０-９]+(?:[.．][\d０-９]+)?/u.exec(rest)?.[0];
  if (number !== undefined) return { is: 'number', text: normalizeText(number), at, end: at + number.length };
  const name = /^\p{L}[\p{L}\d]*/u.exec(rest)?.[0];
  if (name !== undefined) return { is: 'name', text: name, at, end: at + name.length };
  const other = written.get(rest[0] ?? '');
  if (other !== undefined) return { is: 'sign', text: other, at, end: at + 1 };
  if (rest.startsWith('!=')) return { is: 'sign', text: '<>', at, end: at + 2 };
  const sign =
    signs.find((each) => each.length === 2 && rest.startsWith(each)) ?? signs.find((each) => rest[0] === each);
  return sign === undefined ? null : { is: 'sign', text: sign, at, end: at + sign.length };
}

import { simplified, traditional } from './traditional-characters.ts';

/** Zero-width, bidirectional and other marks that change nothing on the screen but make equal texts differ. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
const control = /(?![\t\n])\p{Cc}/gu;
/** Texts on which no step below changes anything but the blanks. */
const plain = /^[\x20-\x7e\u4e00-\u9fff]*$/;

/**
 * A cell or field as it is stored: composed (NFC), without invisible and control characters, trimmed. Line feeds and tabs
 * inside stay, full-width characters stay, so that the text reads as it was written.
 */
export function cleanText(text: string): string {
  if (plain.test(text)) return text.trim();
  return text.replace(/\r\n?/g, '\n').replace(invisible, '').replace(control, '').normalize('NFC').trim();
}

/** One line in one width: NFKC, without invisible characters, every run of blanks one space. Keeps case and script. */
export function normalizeText(text: string): string {
  const folded = plain.test(text) ? text : text.replace(invisible, '').normalize('NFKC').replace(control, ' ');
  return folded.replace(/\s+/g, ' ').trim();
}

/** Full-width letters, digits and signs in half width, each at its place, so that a position fits the text as written too. */
export function narrowText(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ');
}

/**
 * Characters that people write either way, with one meaning and one reading (Unihan: kZVariant, kSemanticVariant), and that neither
 * NFKC nor the table of traditional ones joins: 髙桥 and 高桥. Not those that names keep apart, as 喆 from 哲.
 */
const variants = '靑淸敎旣戸髙峯冨徳﨑';
const standard = '青清教既户高峰富德崎';
/** The one of them that is no single code unit. */
const [longVariant, longStandard] = ['𠮷', '吉'];

/** Traditional characters and variants lie between these; a table is several times faster than a map, and every search text passes here. */
const firstTraditional = 0x3400;
const simplifiedCodes = new Uint16Array(0xfb00 - firstTraditional);
for (const [from, to] of [
  [traditional, simplified],
  [variants, standard],
] as const) {
  for (let index = 0; index < from.length; index++) {
    simplifiedCodes[from.charCodeAt(index) - firstTraditional] = to.charCodeAt(index);
  }
}

/** Simplified characters for traditional ones, and standard ones for variants, one by one, each at its place. For comparison only: 乾 and 著 have more than one right answer. */
export function toSimplified(text: string): string {
  let changed = '';
  let kept = 0;
  for (let index = 0; index < text.length; index++) {
    const simple = simplifiedCodes[text.charCodeAt(index) - firstTraditional];
    if (!simple) continue;
    changed += text.slice(kept, index) + String.fromCharCode(simple);
    kept = index + 1;
  }
  return kept === 0 ? text : changed + text.slice(kept);
}

/** What searching and comparing see: one width, lower case, simplified characters. */
export function foldText(text: string): string {
  const simple = toSimplified(normalizeText(text).toLowerCase());
  return simple.includes(longVariant) ? simple.replaceAll(longVariant, longStandard) : simple;
}

/** The letters, digits and ideographs of a folded text, nothing between them: `张 伟（先生）` and `张伟先生` are equal. */
export function compactText(text: string): string {
  return foldText(text).replace(/[^\p{L}\p{N}]/gu, '');
}

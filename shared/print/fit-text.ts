/** A line of mail; the name of whom it is for stands out. */
export interface MailLine {
  text: string;
  isName: boolean;
}

interface Box {
  widthMm: number;
  heightMm: number;
}

export interface Setting {
  /** Of a line, in sizes of the font. */
  lineHeight: number;
  /** How much larger the name is. */
  nameScale: number;
  mostPt: number;
  /** Nothing smaller can be read. */
  leastPt: number;
}

const mmOfPt = 25.4 / 72;
/** Bold letters are wider. */
const boldScale = 1.12;

/** In sizes of the font: as wide as in the widest fonts of the systems, since what does not fit is cut off. */
function widthOf(character: string): number {
  if (/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(character)) return 1;
  if (/[mwMW@%&—…]/.test(character)) return 1;
  if (/[\p{Lu}\d]/u.test(character)) return 0.72;
  if (/[\sijl.,;:'|()[\]!-]/.test(character)) return 0.4;
  return 0.64;
}

function widthOfText(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
}

/** How many lines a text takes: parted between words and between Chinese characters, and within a word that has no line for itself. */
function countLines(text: string, width: number): number {
  let [lines, used] = [1, 0];
  for (const piece of text.match(/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]|[^\s\p{Script=Han}]+|\s+/gu) ?? []) {
    const needed = widthOfText(piece);
    if (used + needed <= width) used += needed;
    else if (piece.trim() !== '') {
      const begun = Math.ceil(needed / width);
      lines += used === 0 ? begun - 1 : begun;
      used = needed - (begun - 1) * width;
    }
  }
  return lines;
}

/** How high lines stand where they are set in a font of so many points. */
export function heightMmOf(
  lines: readonly MailLine[],
  pt: number,
  widthMm: number,
  { lineHeight, nameScale }: Pick<Setting, 'lineHeight' | 'nameScale'>,
): number {
  return lines.reduce((sum, { text, isName }) => {
    const fontMm = pt * mmOfPt * (isName ? nameScale : 1);
    return sum + countLines(text, widthMm / (isName ? fontMm * boldScale : fontMm)) * fontMm * lineHeight;
  }, 0);
}

/** The largest font in which the lines stand within the box, in steps of half a point. */
export function fittingPt(lines: readonly MailLine[], { widthMm, heightMm }: Box, setting: Setting): number {
  let pt = setting.mostPt;
  while (pt > setting.leastPt && heightMmOf(lines, pt, widthMm, setting) > heightMm) pt -= 0.5;
  return Math.max(pt, setting.leastPt);
}

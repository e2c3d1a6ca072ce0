/** Sheets of paper, ISO 216 and ANSI A (8½ × 11 in). */
export const sheetSizes = {
  a4: { widthMm: 210, heightMm: 297 },
  letter: { widthMm: 215.9, heightMm: 279.4 },
} as const;
export type SheetSize = keyof typeof sheetSizes;
export const sheetSizeIds = ['a4', 'letter'] as const satisfies SheetSize[];

/** Labels on a sheet as they are sold, in millimetres; `left` and `top` are the margins before the first one. */
export interface LabelSheet {
  paper: SheetSize;
  columns: number;
  rows: number;
  widthMm: number;
  heightMm: number;
  /** Between two columns; rows touch. */
  gapMm: number;
  leftMm: number;
  topMm: number;
}

const inch = 25.4;
const a4 = { paper: 'a4' } as const;
/** Avery's sheets with two columns of labels that are 4 in wide: 5⁄32 in beside them, 3⁄16 in between them. */
const wide = {
  paper: 'letter',
  columns: 2,
  widthMm: 4 * inch,
  gapMm: (3 / 16) * inch,
  leftMm: (5 / 32) * inch,
} as const;

/**
 * The most common ones. On A4 those with margins are Avery L7160, L7163 and L7165; on Letter the measures are those of the templates
 * that Avery publishes for 5160 to 5164 (the same as 8160 to 8164): everywhere margins, labels and gaps fill the sheet.
 */
export const labelSheets = {
  '70x37': { ...a4, columns: 3, rows: 8, widthMm: 70, heightMm: 37, gapMm: 0, leftMm: 0, topMm: 0 },
  '63.5x38.1': { ...a4, columns: 3, rows: 7, widthMm: 63.5, heightMm: 38.1, gapMm: 2.5, leftMm: 7.25, topMm: 15.15 },
  '99.1x38.1': { ...a4, columns: 2, rows: 7, widthMm: 99.1, heightMm: 38.1, gapMm: 2.5, leftMm: 4.65, topMm: 15.15 },
  '105x37': { ...a4, columns: 2, rows: 8, widthMm: 105, heightMm: 37, gapMm: 0, leftMm: 0, topMm: 0 },
  '99.1x67.7': { ...a4, columns: 2, rows: 4, widthMm: 99.1, heightMm: 67.7, gapMm: 2.5, leftMm: 4.65, topMm: 13.1 },
  'avery-5160': {
    paper: 'letter',
    columns: 3,
    rows: 10,
    widthMm: 2.625 * inch,
    heightMm: inch,
    gapMm: 0.125 * inch,
    leftMm: (3 / 16) * inch,
    topMm: 0.5 * inch,
  },
  'avery-5161': { ...wide, rows: 10, heightMm: inch, topMm: 0.5 * inch },
  'avery-5162': { ...wide, rows: 7, heightMm: (4 / 3) * inch, topMm: (5 / 6) * inch },
  'avery-5163': { ...wide, rows: 5, heightMm: 2 * inch, topMm: 0.5 * inch },
  'avery-5164': { ...wide, rows: 3, heightMm: (10 / 3) * inch, topMm: 0.5 * inch },
} as const satisfies Record<string, LabelSheet>;
export type LabelSheetId = keyof typeof labelSheets;
export const labelSheetIds = [
  '70x37',
  '63.5x38.1',
  '99.1x38.1',
  '105x37',
  '99.1x67.7',
  'avery-5160',
  'avery-5161',
  'avery-5162',
  'avery-5163',
  'avery-5164',
] as const satisfies LabelSheetId[];

/** GB/T 1416 and ISO 269; of the American ones those that USPS takes as letters. The page of each is named in the style sheet. */
export const envelopes = {
  b6: { widthMm: 176, heightMm: 125 },
  dl: { widthMm: 220, heightMm: 110 },
  zl: { widthMm: 230, heightMm: 120 },
  c5: { widthMm: 229, heightMm: 162 },
  c4: { widthMm: 324, heightMm: 229 },
  c6: { widthMm: 162, heightMm: 114 },
  no10: { widthMm: 9.5 * inch, heightMm: 4.125 * inch },
  'no6-3-4': { widthMm: 6.5 * inch, heightMm: 3.625 * inch },
} as const;
export type EnvelopeId = keyof typeof envelopes;
export const envelopeIds = ['dl', 'zl', 'c6', 'b6', 'c5', 'c4', 'no10', 'no6-3-4'] as const satisfies EnvelopeId[];

/** Where paper is cut as in the United States: CLDR, measurementData, paperSize. */
const letterRegions = new Set('BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '));

/** What lies in the printers of a region (ISO 3166) most likely. */
export function likelyPaper(region: string): { size: SheetSize; labels: LabelSheetId; envelope: EnvelopeId } {
  if (letterRegions.has(region)) return { size: 'letter', labels: 'avery-5160', envelope: 'no10' };
  const isChinese = region === '' || region === 'CN';
  return { size: 'a4', labels: isChinese ? '70x37' : '63.5x38.1', envelope: 'dl' };
}

/** How many labels a sheet has. */
export function labelsOn({ columns, rows }: LabelSheet): number {
  return columns * rows;
}

/**
 * Sheet by sheet, `null` where a label is gone already: a sheet that was begun goes into the printer again.
 * @param firstPlace the first label that is still there, from 1 on
 */
export function placeOnSheets<T>(items: readonly T[], perSheet: number, firstPlace: number): (T | null)[][] {
  const gone = Math.min(Math.max(firstPlace, 1), perSheet) - 1;
  const places = items.length === 0 ? [] : [...Array.from({ length: gone }, () => null), ...items];
  return Array.from({ length: Math.ceil(places.length / perSheet) }, (_, at) =>
    places.slice(at * perSheet, (at + 1) * perSheet),
  );
}

/** Labels on an A4 sheet as they are sold, in millimetres; `left` and `top` are the margins before the first one. */
export interface LabelSheet {
  columns: number;
  rows: number;
  widthMm: number;
  heightMm: number;
  /** Between two columns; rows touch. */
  gapMm: number;
  leftMm: number;
  topMm: number;
}

/** The most common ones; those with margins are Avery L7160, L7163 and L7165. */
export const labelSheets = {
  '70x37': { columns: 3, rows: 8, widthMm: 70, heightMm: 37, gapMm: 0, leftMm: 0, topMm: 0 },
  '63.5x38.1': { columns: 3, rows: 7, widthMm: 63.5, heightMm: 38.1, gapMm: 2.5, leftMm: 7.25, topMm: 15.15 },
  '99.1x38.1': { columns: 2, rows: 7, widthMm: 99.1, heightMm: 38.1, gapMm: 2.5, leftMm: 4.65, topMm: 15.15 },
  '105x37': { columns: 2, rows: 8, widthMm: 105, heightMm: 37, gapMm: 0, leftMm: 0, topMm: 0 },
  '99.1x67.7': { columns: 2, rows: 4, widthMm: 99.1, heightMm: 67.7, gapMm: 2.5, leftMm: 4.65, topMm: 13.1 },
} as const satisfies Record<string, LabelSheet>;
export type LabelSheetId = keyof typeof labelSheets;
export const labelSheetIds = [
  '70x37',
  '63.5x38.1',
  '99.1x38.1',
  '105x37',
  '99.1x67.7',
] as const satisfies LabelSheetId[];

/** GB/T 1416 and ISO 269; the page of each is named in the style sheet. */
export const envelopes = {
  dl: { widthMm: 220, heightMm: 110 },
  zl: { widthMm: 230, heightMm: 120 },
  c5: { widthMm: 229, heightMm: 162 },
  c4: { widthMm: 324, heightMm: 229 },
} as const;
export type EnvelopeId = keyof typeof envelopes;
export const envelopeIds = ['dl', 'zl', 'c5', 'c4'] as const satisfies EnvelopeId[];

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

export interface ColumnsOnPaper {
  /** Those that have room, from the first one on. */
  ids: string[];
  /** How many of the last ones have none. */
  leftOut: number;
  isWide: boolean;
  /** The size of the letters in points. */
  pt: number;
}

/** What columns have room in letters of so many points as wide as they are on the screen: 186 and 273 mm of A4. */
const uprightPx = 700;
const widePx = 1030;
const usualPt = 10;
/** Smaller ones are hard to read. */
const leastPt = 6;

/** How the columns of the list lie on paper: on one that lies where they need it, smaller where even that is too narrow. */
export function columnsOnPaper(shown: readonly string[], widthPxOf: (id: string) => number): ColumnsOnPaper {
  const mostPx = (widePx * usualPt) / leastPt;
  let widthPx = 0;
  const ids: string[] = [];
  for (const id of shown) {
    if (widthPx + widthPxOf(id) > mostPx) break;
    widthPx += widthPxOf(id);
    ids.push(id);
  }
  return {
    ids,
    leftOut: shown.length - ids.length,
    isWide: widthPx > uprightPx,
    pt: Math.min(usualPt, Math.floor((widePx / Math.max(widthPx, 1)) * usualPt * 2) / 2),
  };
}

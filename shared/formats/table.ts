/** A sheet as it was read: texts only, blank rows left out. */
export interface Table {
  rows: string[][];
  /** For each row the line of the file or row of the sheet it began in, counted from 1. */
  lines: number[];
  /** Delimited text, in which a row of another length than the header is a row cut wrongly. */
  isDelimited?: boolean;
  /** The rows are cards of an address book, and `lines` their numbers. */
  cards?: CardsOfTable;
}

/** What a row of cells cannot say of a card; by its number. */
export interface CardsOfTable {
  /** The file was cut off in them. */
  cut: ReadonlySet<number>;
  /** They are lists of other cards. */
  groups: ReadonlySet<number>;
  pictures: ReadonlyMap<number, readonly Uint8Array<ArrayBuffer>[]>;
}

export interface SheetInfo {
  name: string;
  isHidden: boolean;
}

export function isBlankRow(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

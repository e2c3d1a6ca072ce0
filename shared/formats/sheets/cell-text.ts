/** A cell as spreadsheet readers give it. */
export type CellValue = string | number | boolean | Date | null | undefined;

/**
 * The text of a cell as the import sees it: dates `YYYY-MM-DD` or `YYYY-MM-DD HH:mm`, times `HH:mm`, whole numbers as
 * digits. A number too long for a spreadsheet keeps its exponent, so that lost digits are seen and not taken for digits.
 */
export function cellText(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof Date) return dateText(value);
  if (Number.isSafeInteger(value) || Math.abs(value) < 1e15) return String(value);
  return value.toExponential().replace('e', 'E');
}

/** Readers give the wall clock of the sheet as if it were UTC. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  // Fractions of days are not exact: 10:20 may come as 10:19:59.999.
  const rounded = new Date(Math.round(date.getTime() / 1000) * 1000);
  const [day = '', rest = ''] = rounded.toISOString().split('T');
  const time = rest.slice(0, 5);
  // Before 1900-01-02 a spreadsheet counts hours: a time of day or a duration, not a date.
  if (date.getTime() < Date.UTC(1900, 0, 2)) return time;
  return time === '00:00' ? day : `${day} ${time}`;
}

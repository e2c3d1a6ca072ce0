/** What spreadsheets show where a formula came to nothing. */
const errorText =
  /^(?:#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|ERROR!)|Err:\d{3})$/i;

/**
 * Whether a cell is a spreadsheet's error, or `#####`: its column is too narrow, and a spreadsheet copies and saves these marks
 * instead of the value.
 */
export function isErrorText(text: string): boolean {
  return errorText.test(text) || /^#{2,}$/.test(text);
}

/** `1.38E+10`: of a long number in a narrow column a spreadsheet shows the first digits, and copies and saves no others. */
export function isShortened(text: string): boolean {
  return /^-?\d(?:[.,]\d+)?E\+\d{1,3}$/i.test(text);
}

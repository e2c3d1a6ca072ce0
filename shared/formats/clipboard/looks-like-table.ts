/** Longer than any signature, address or chat that is pasted for one customer. */
const mostLinesOfOne = 15;

/** Whether a copied text is of many customers: rows with several columns, cards, or line upon line. */
export function looksLikeTable(text: string): boolean {
  // A cell of several lines stands in quotes.
  const inLines = text.replaceAll(/"[^"]*"/g, (cell) => cell.replaceAll(/\s/g, ' '));
  const lines = inLines.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.length > mostLinesOfOne || /^BEGIN:VCARD/im.test(text)) return true;
  return lines.length > 1 && (lines.every((line) => line.includes('\t')) || haveSameCommas(lines));
}

function haveSameCommas(lines: readonly string[]): boolean {
  const [first = 0, ...others] = lines.map((line) => line.split(/[,;]/).length);
  return first > 1 && others.every((count) => count === first);
}

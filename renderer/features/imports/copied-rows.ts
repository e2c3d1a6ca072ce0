import { readClipboard, type Copied } from '#shared/formats/clipboard/read-clipboard.ts';

/**
 * What was copied, as a file to be read: rows of a spreadsheet with everything that is known of their cells, other text as it is.
 * Each cell stands in quotes, so that no sign in one is taken for what parts them.
 */
export function fileOfCopied(copied: Copied, name: string): File {
  const rows = readClipboard(copied);
  const isTable = rows?.some((row) => row.length > 1) === true;
  const text = isTable ? rows.map(quoteAll).join('\r\n') : copied.text;
  return new File(text === '' ? [] : ['\ufeff', text], name, { type: 'text/plain' });
}

function quoteAll(row: readonly string[]): string {
  return row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join('\t');
}

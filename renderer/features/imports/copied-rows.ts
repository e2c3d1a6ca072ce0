import { readClipboard, type Copied } from '#shared/formats/clipboard/read-clipboard.ts';
import type { Pasted } from '../../ui/keys/use-paste.ts';

/** What was pasted, as a file. Copied cells bring a picture of themselves along, and copied files their names. */
export function fileOfPasted({ files, ...copied }: Pasted, name: string): File {
  const [file] = files;
  return file && copied.html === '' ? file : fileOfCopied(copied, name);
}

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

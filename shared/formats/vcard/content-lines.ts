import { concatBytes } from '../../lib/bytes.ts';

const [lineFeed, carriageReturn, blank, tab, colon, quote, equals] = [0x0a, 0x0d, 0x20, 0x09, 0x3a, 0x22, 0x3d];

/** A line of a vCard with its folds undone, still in bytes: a fold may stand in the middle of a character. */
export interface ContentLine {
  /** Before the colon: name and parameters. Empty for text that belongs to nothing. */
  head: Uint8Array;
  value: Uint8Array;
}

/** Where each line begins and ends, whatever ends it. */
function spansOf(bytes: Uint8Array): number[] {
  const spans: number[] = [];
  let start = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte !== lineFeed && byte !== carriageReturn) continue;
    spans.push(start, at);
    // Some programs write two carriage returns.
    let next = at;
    while (bytes[next] === carriageReturn) next++;
    if (bytes[next] === lineFeed) at = next;
    start = at + 1;
  }
  if (start < bytes.length) spans.push(start, bytes.length);
  return spans;
}

function isFold(byte: number | undefined): boolean {
  return byte === blank || byte === tab;
}

/** The colon before the value: not one that stands in quotes, unless there is no other. */
function colonOf(line: Uint8Array): number {
  let isQuoted = false;
  for (const [at, byte] of line.entries()) {
    if (byte === quote) isQuoted = !isQuoted;
    else if (byte === colon && !isQuoted) return at;
  }
  return line.indexOf(colon);
}

/** Signs that a name and its parameters are made of, as text; others do not matter here. */
export function asciiOf(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte < 0x80 ? String.fromCharCode(byte) : '?';
  return text;
}

const quotedPrintable = /QUOTED-PRINTABLE\s*(?:;|$)/i;
const base64 = /(?:[;=]\s*(?:BASE64|B))\s*(?:;|$)/i;

export const isQuotedPrintable = (head: Uint8Array): boolean => quotedPrintable.test(asciiOf(head));
export const isBase64 = (head: Uint8Array): boolean => base64.test(asciiOf(head));

/**
 * The lines of vCards of any version, one at a time: folded ones joined (RFC 6350 3.2, RFC 2426 2.6), the soft line breaks of
 * quoted-printable and the unfolded base64 of version 2.1, and text that broke out of its line. Blank lines are left out.
 */
export function* contentLines(bytes: Uint8Array): Generator<ContentLine> {
  const spans = spansOf(bytes);
  const lineAt = (index: number) => bytes.subarray(spans[index * 2], spans[index * 2 + 1]);
  const count = spans.length / 2;
  for (let index = 0; index < count; ) {
    const parts = [lineAt(index++)];
    const first = parts[0];
    if (!first || first.every((byte) => isFold(byte))) continue;
    while (index < count && isFold(lineAt(index)[0])) parts.push(lineAt(index++).subarray(1));
    const joined = parts.length === 1 ? first : concatBytes(parts);
    const at = colonOf(joined);
    if (at < 0) {
      yield { head: new Uint8Array(0), value: joined };
      continue;
    }
    const head = joined.subarray(0, at);
    const values = [joined.subarray(at + 1)];
    if (isQuotedPrintable(head)) {
      for (let last = values[0]; last?.at(-1) === equals && index < count && !isMark(lineAt(index)); ) {
        values[values.length - 1] = last.subarray(0, -1);
        last = lineAt(index++);
        values.push(last);
      }
    } else if (isBase64(head)) {
      while (index < count && lineAt(index).length > 0 && !lineAt(index).includes(colon)) values.push(lineAt(index++));
    }
    yield { head, value: values.length === 1 ? (values[0] ?? new Uint8Array(0)) : concatBytes(values) };
  }
}

/** `BEGIN:VCARD` and `END:VCARD` are never the rest of a value. */
function isMark(line: Uint8Array): boolean {
  return line.length < 40 && /^(?:BEGIN|END)\s*:\s*VCARD\s*$/i.test(asciiOf(line));
}

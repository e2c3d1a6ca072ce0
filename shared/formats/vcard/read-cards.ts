import type { Encoding } from '../text/decoder.ts';
import { decodeBase64, decodeQuotedPrintable, decodeText } from './card-text.ts';
import { asciiOf, contentLines, isBase64, isQuotedPrintable, type ContentLine } from './content-lines.ts';

export interface CardProperty {
  /** `item1` of `item1.TEL`. */
  group: string;
  /** In capitals; empty for text that belongs to no property. */
  name: string;
  /** Names in capitals; what stands without a name is a `TYPE`, as in version 2.1. */
  params: readonly (readonly [name: string, value: string])[];
  /** Decoded, with its backslashes; empty for what is no text. */
  value: string;
  /** Of a picture or a sound; absent where the base64 is broken. */
  bytes?: Uint8Array<ArrayBuffer> | undefined;
  isBinary: boolean;
}

export interface Card {
  /** Its place in the file, from 1. */
  number: number;
  properties: CardProperty[];
  /** Its beginning or its end is missing: the file was cut off, or two were put together wrongly. */
  isCut: boolean;
}

const mark = (line: ContentLine, name: 'BEGIN' | 'END'): boolean =>
  line.head.length < 40 &&
  new RegExp(`^(?:[\\w-]+\\.)?${name}\\s*$`, 'i').test(asciiOf(line.head)) &&
  /^\s*VCARD\s*$/i.test(asciiOf(line.value));

/**
 * The cards of a file, version 2.1 (versit), 3.0 (RFC 2426) or 4.0 (RFC 6350), by turns if need be. Never throws: what cannot be
 * read is text of the card that it stands in, and a card without its end is one that was cut.
 */
export function* readCards(bytes: Uint8Array, encoding: Encoding): Generator<Card> {
  let number = 0;
  let card: Card | undefined;
  /** Cards within an `AGENT` of version 2.1. */
  let depth = 0;
  const begin = (isCut: boolean): Card => ({ number: ++number, properties: [], isCut });
  for (const line of contentLines(bytes)) {
    if (mark(line, 'BEGIN')) {
      const last = card?.properties.at(-1);
      if (depth > 0 || (last?.name === 'AGENT' && last.value.trim() === '')) depth++;
      else {
        if (card) yield { ...card, isCut: true };
        card = begin(false);
      }
    } else if (mark(line, 'END')) {
      if (depth > 0) depth--;
      else {
        if (card) yield card;
        card = undefined;
      }
    } else if (depth === 0) {
      card ??= begin(true);
      add(card, line, encoding);
    }
  }
  if (card) yield { ...card, isCut: true };
}

function add(card: Card, line: ContentLine, encoding: Encoding): void {
  const { properties } = card;
  const last = properties.at(-1);
  if (line.head.length === 0 && last && !last.isBinary) {
    // A line feed that nobody escaped broke the value in two.
    properties[properties.length - 1] = {
      ...last,
      value: `${last.value}\n${decodeText(line.value, undefined, encoding)}`,
    };
  } else properties.push(readProperty(line, encoding));
}

function readProperty({ head, value }: ContentLine, encoding: Encoding): CardProperty {
  const [, group = '', name = '', rest = ''] =
    /^\s*(?:([\w-]+)\.)?([^;.]*)(?:;([^]*))?$/.exec(decodeText(head, undefined, encoding)) ?? [];
  const params = readParams(rest);
  const about = { group: group.toLowerCase(), name: name.trim().toUpperCase(), params };
  if (isBase64(head)) {
    const text = decodeText(value, undefined, 'windows-1252');
    // An address of a picture is none, whatever is said of it.
    if (!/^\s*https?:/i.test(text)) return { ...about, value: '', bytes: decodeBase64(text), isBinary: true };
  }
  const plain = isQuotedPrintable(head) ? decodeQuotedPrintable(value) : value;
  const text = decodeText(plain, paramOf({ params }, 'CHARSET'), encoding);
  const inline = /^\s*data:[^,]*;base64,/i.exec(text);
  if (!inline) return { ...about, value: text, isBinary: false };
  return { ...about, value: '', bytes: decodeBase64(text.slice(inline[0].length)), isBinary: true };
}

/** Xiaomi writes labels as `X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=E5=AE=A2)`. */
const customLabel = /^X-CUSTOM\(CHARSET=([^,()]+),ENCODING=QUOTED-PRINTABLE,(.*)\)$/i;

function readParams(text: string): [string, string][] {
  const params: [string, string][] = [];
  // Outside quotes, at semicolons.
  for (const [piece] of text.matchAll(/(?:"[^"]*"|[^;"]|"(?=[^"]*$))+/g)) {
    const custom = customLabel.exec(piece.trim());
    if (custom) {
      const label = decodeQuotedPrintable(Uint8Array.from(custom[2] ?? '', (sign) => sign.charCodeAt(0)));
      params.push(['X-CUSTOM', decodeText(label, custom[1], 'utf-8')]);
      continue;
    }
    const at = piece.indexOf('=');
    const name = at < 0 ? 'TYPE' : piece.slice(0, at).trim().toUpperCase();
    const values = at < 0 ? piece : piece.slice(at + 1);
    for (const [value] of values.matchAll(/(?:"[^"]*"|[^,"]|"(?=[^"]*$))+/g)) {
      // A quoted list of types is one too: `TYPE="cell,voice"`.
      const plain = unescapeParam(value.trim().replace(/^"(.*)"$/, '$1'));
      for (const each of name === 'TYPE' ? plain.split(',') : [plain]) params.push([name, each.trim()]);
    }
  }
  return params;
}

/** RFC 6868. */
function unescapeParam(text: string): string {
  return text.replace(/\^([n'^])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign === "'" ? '"' : '^'));
}

/** The first value of a parameter (RFC 6350); its name is in capitals. */
export function paramOf({ params }: Pick<CardProperty, 'params'>, wanted: string): string | undefined {
  return params.find(([name]) => name === wanted)?.[1];
}

/** `CELL`, `HOME` …, in capitals. */
export function typesOf({ params }: Pick<CardProperty, 'params'>): string[] {
  return params.flatMap(([name, value]) => (name === 'TYPE' ? value.toUpperCase() : []));
}

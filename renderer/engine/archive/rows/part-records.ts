import type { ContentTable, PackedEntry } from '#shared/archive/content.ts';
import { decodeText, encodeText } from '#shared/archive/text.ts';
import { assert } from '#shared/lib/assert.ts';
import { concatBytes } from '#shared/lib/bytes.ts';

/*
 * The records of a dossier taken out of its parts as they were sealed, without making objects of them and JSON of those
 * again. The parts are JSON as `JSON.stringify` writes it: an object of arrays of objects, no blanks between them.
 */

const quote = 0x22;
const comma = 0x2c;
const openBracket = 0x5b;
const backslash = 0x5c;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/** One dossier as a backup holds it: record by record, the field history last. */
export function packParts(customerId: string, parts: readonly Uint8Array[]): PackedEntry[] {
  const entries: PackedEntry[] = [];
  const history: Uint8Array[] = [];
  for (const part of parts) {
    for (const { list, json } of valuesIn(part)) {
      if (list === 'history') history.push(json);
      else entries.push({ table: list as ContentTable, json });
    }
  }
  if (history.length > 0) entries.push({ table: 'history', json: packHistory(customerId, history) });
  return entries;
}

function packHistory(customerId: string, history: readonly Uint8Array[]): Uint8Array {
  const begin = encodeText(`{"customerId":${JSON.stringify(customerId)},"entries":[`);
  const between = Uint8Array.of(comma);
  const entries = history.flatMap((entry, index) => (index === 0 ? [entry] : [between, entry]));
  return concatBytes([begin, ...entries, Uint8Array.of(closeBracket, closeBrace)]);
}

/** Every object in the arrays of a part, with the name of its array. */
function* valuesIn(part: Uint8Array): Generator<{ list: string; json: Uint8Array }> {
  let at = 1;
  while (part[at] === quote) {
    const nameEnd = endOfString(part, at);
    const list = decodeText(part.subarray(at + 1, nameEnd));
    at = nameEnd + 2;
    assert(part[at] === openBracket, 'a part holds arrays');
    do {
      const start = at + 1;
      if (part[start] === closeBracket) {
        at = start;
        break;
      }
      at = endOfObject(part, start);
      yield { list, json: part.subarray(start, at) };
    } while (part[at] === comma);
    at += part[at + 1] === comma ? 2 : 1;
  }
  assert(part[at] === closeBrace && at === part.length - 1, 'a part is one object');
}

/** Behind the brace that closes the one at `start`. */
function endOfObject(json: Uint8Array, start: number): number {
  let depth = 0;
  for (let at = start; at < json.length; at += 1) {
    const byte = json[at];
    if (byte === quote) at = endOfString(json, at);
    else if (byte === openBrace) depth += 1;
    else if (byte === closeBrace) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  throw new Error('Broken invariant: an object of a part ends');
}

/** The quote that closes the one at `start`. */
function endOfString(json: Uint8Array, start: number): number {
  for (let at = start + 1; at < json.length; at += 1) {
    const byte = json[at];
    if (byte === quote) return at;
    if (byte === backslash) at += 1;
  }
  throw new Error('Broken invariant: a text of a part ends');
}

import chardet from 'chardet';
import { toSimplified } from '../../match/text.ts';
import { commonCharacters } from './common-characters.ts';
import { createDecoder, encodings, type Encoding } from './decoder.ts';

/** Bytes looked at to tell the encodings that are not UTF-8 apart. */
const sampleBytes = 64 * 1024;
/** Below this share of everyday characters the text is not Chinese, and chardet is asked. */
const leastScore = 0.2;

export interface DetectedEncoding {
  encoding: Encoding;
  hasBom: boolean;
  /** False when the file is plain ASCII or the choice was close: the preview should be looked at. */
  isSure: boolean;
}

/** Reads a file piece by piece and says at the end how it is encoded. Keeps only a sample of it. */
export interface EncodingDetector {
  push(bytes: Uint8Array): void;
  end(): DetectedEncoding;
}

/**
 * By byte-order mark; strict UTF-8 over the whole file; the NUL pattern of UTF-16; else whichever of GB18030, Big5 and
 * Shift_JIS gives the most everyday characters; chardet decides among Western encodings.
 */
export function createEncodingDetector(): EncodingDetector {
  const utf8 = createDecoder('utf-8', true);
  let isUtf8 = true;
  let isAscii = true;
  let head: Uint8Array = new Uint8Array(0);
  let sample: Uint8Array = new Uint8Array(0);
  return {
    push(bytes) {
      if (head.length < 4096) head = joinUpTo(head, bytes, 4096);
      if (isUtf8) isUtf8 = succeeds(() => utf8.decode(bytes, { stream: true }));
      const start = isAscii ? bytes.findIndex((byte) => byte > 0x7f) : 0;
      if (start >= 0) {
        isAscii = false;
        sample = joinUpTo(sample, bytes.subarray(start), sampleBytes);
      }
    },
    end() {
      const marked = encodingOfBom(head);
      if (marked) return { encoding: marked, hasBom: true, isSure: true };
      const wide = encodingOfNuls(head);
      if (wide) return { encoding: wide, hasBom: false, isSure: true };
      if (isAscii) return { encoding: 'utf-8', hasBom: false, isSure: true };
      if (isUtf8 && succeeds(() => utf8.decode())) return { encoding: 'utf-8', hasBom: false, isSure: true };
      return { ...scoreSample(sample), hasBom: false };
    },
  };
}

function joinUpTo(start: Uint8Array, more: Uint8Array, limit: number): Uint8Array {
  const taken = more.subarray(0, Math.max(0, limit - start.length));
  if (taken.length === 0) return start;
  const joined = new Uint8Array(start.length + taken.length);
  joined.set(start);
  joined.set(taken, start.length);
  return joined;
}

function succeeds(decode: () => unknown): boolean {
  try {
    decode();
    return true;
  } catch {
    return false;
  }
}

function encodingOfBom(head: Uint8Array): Encoding | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head[0] === 0x84 && head[1] === 0x31 && head[2] === 0x95 && head[3] === 0x33) return 'gb18030';
  return undefined;
}

/** Line ends, digits and delimiters give UTF-16 a NUL in every other place; no text in another encoding has any. */
function encodingOfNuls(head: Uint8Array): Encoding | undefined {
  const zeros = [0, 0];
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > 0 && even === 0) return 'utf-16le';
  return even > 0 && odd === 0 ? 'utf-16be' : undefined;
}

function scoreSample(sample: Uint8Array): { encoding: Encoding; isSure: boolean } {
  const scores = (['gb18030', 'big5', 'shift_jis'] as const)
    .map((encoding) => ({ encoding, score: scoreAs(encoding, sample) }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = scores;
  if (best && best.score >= leastScore)
    return { encoding: best.encoding, isSure: best.score - (second?.score ?? 0) > 0.1 };
  const guess = chardet.detect(sample)?.toLowerCase().replace('iso-8859-1', 'windows-1252');
  const known = encodings.find((encoding) => encoding === guess && encoding !== 'utf-8');
  return { encoding: known ?? 'gb18030', isSure: false };
}

/** Share of everyday characters among those outside ASCII, less twice the share of characters that cannot be. */
function scoreAs(encoding: Encoding, sample: Uint8Array): number {
  // The last character of a sample may be cut; `stream` keeps it back.
  const text = createDecoder(encoding).decode(sample, { stream: true });
  let all = 0;
  let everyday = 0;
  let impossible = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) continue;
    all++;
    if (code === 0xfffd || (code >= 0xe000 && code < 0xf900) || (code >= 0x80 && code < 0xa0)) impossible++;
    else if (
      encoding === 'shift_jis' ? code >= 0x3041 && code <= 0x30fa : commonCharacters.has(toSimplified(character))
    )
      everyday++;
  }
  return all === 0 ? 0 : (everyday - 2 * impossible) / all;
}

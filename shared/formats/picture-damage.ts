import { baselinePass, isSoundScan, readCodeTable } from './jpeg-scan.ts';
import { mostKnown, progressivePass, type Known } from './progressive-scan.ts';

/**
 * Whether something within the file of a picture is not as it was written, as after a bad stick: it can be drawn, wrongly, and
 * nobody is told. PNG carries a sum of each of its parts; of a JPEG (ITU T.81) each block is gone through where it is baseline,
 * as those of cameras are, or progressive, as those of the web are, otherwise only its markers; of WebP its parts, which carry no
 * sums. False of other files, which do not tell.
 */
export function isDamaged(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (bytes[0] === 0xff && bytes[1] === 0xd8) return isDamagedJpeg(bytes, view);
    if (view.byteLength > 8 && view.getUint32(0) === 0x89504e47) return isDamagedPng(bytes, view);
    if (view.byteLength > 12 && view.getUint32(0) === riff && view.getUint32(8) === webp) return isDamagedWebp(view);
  } catch (error) {
    // Read beyond the end: it is cut, which is another matter.
    if (!(error instanceof RangeError)) throw error;
  }
  return false;
}

const riff = 0x52494646;
const webp = 0x57454250;

/** RFC 9649: parts one behind the other to the end that the file names, and each picture among them begins as one. */
function isDamagedWebp(view: DataView): boolean {
  const end = 8 + view.getUint32(4, true);
  let pictures = 0;
  let at = 12;
  while (at < end) {
    const [name, size] = [view.getUint32(at), view.getUint32(at + 4, true)];
    const next = at + 8 + size + (size & 1);
    if (next > end || !isFourCharacters(name)) return true;
    const isAnimated = name === 0x414e4d46;
    if (isAnimated || name === 0x56503820 || name === 0x5650384c) pictures += 1;
    // VP8 (RFC 6386 9.1) of a key frame: three bytes that tell how long its first part is, then a fixed mark.
    if (name === 0x56503820 && !isVp8(view, at + 8, size)) return true;
    if (name === 0x5650384c && (view.getUint8(at + 8) !== 0x2f || view.getUint8(at + 12) >> 5 !== 0)) return true;
    at = next;
  }
  return at !== end || pictures === 0;
}

function isVp8(view: DataView, at: number, size: number): boolean {
  const tag = view.getUint8(at) | (view.getUint16(at + 1, true) << 8);
  const mark = (view.getUint8(at + 3) << 16) | view.getUint16(at + 4);
  return (tag & 1) === 0 && ((tag >> 1) & 7) < 4 && 10 + (tag >> 5) <= size && mark === 0x9d012a;
}

function isFourCharacters(name: number): boolean {
  return [24, 16, 8, 0].every((shift) => ((name >> shift) & 0xff) >= 0x20 && ((name >> shift) & 0xff) < 0x7f);
}

const sums = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

function crc32(bytes: Uint8Array, from: number, to: number): number {
  let sum = 0xffffffff;
  for (let at = from; at < to; at += 1) sum = (sum >>> 8) ^ (sums[(sum ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  return ~sum >>> 0;
}

function isDamagedPng(bytes: Uint8Array, view: DataView): boolean {
  const end = 0x49454e44;
  for (let at = 8; ; ) {
    const [length, type] = [view.getUint32(at), view.getUint32(at + 4)];
    const sum = view.getUint32(at + 8 + length);
    if (crc32(bytes, at + 4, at + 8 + length) !== sum) return true;
    if (type === end) return false;
    at += length + 12;
  }
}

type Tables = ReadonlyMap<number, ReturnType<typeof readCodeTable>>;

interface Component {
  id: number;
  across: number;
  down: number;
}

interface Frame {
  /** Only the code words of pictures of eight bits are known here. */
  kind: 'baseline' | 'progressive' | 'other';
  width: number;
  height: number;
  components: Component[];
}

function isDamagedJpeg(bytes: Uint8Array, view: DataView): boolean {
  const tables = new Map<number, ReturnType<typeof readCodeTable>>();
  const known = new Map<number, Known>();
  let frame: Frame | undefined;
  let restart = 0;
  for (let at = 2; ; ) {
    while (view.getUint8(at) !== 0xff || view.getUint8(at + 1) === 0xff) at += 1;
    const marker = view.getUint8(at + 1);
    if (marker === 0xd9) return false;
    const length = view.getUint16(at + 2);
    if (at + 2 + length > bytes.length) return false;
    if (marker === 0xc4) readTables(bytes.subarray(at + 4, at + 2 + length), tables);
    else if (marker === 0xdd) restart = view.getUint16(at + 4);
    else if (isFrame(marker)) frame = readFrame(view, at, marker);
    at += 2 + length;
    if (marker !== 0xda) continue;
    const header = at - length + 2;
    const scan = frame && frame.kind !== 'other' ? readScan(view, header, { frame, tables, known }) : undefined;
    if (scan && !isSoundScan(bytes, at, { ...scan, restart })) return true;
    const next = endOfScan(bytes, at, restart > 0);
    if (next === null) return true;
    at = next;
  }
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

function readFrame(view: DataView, at: number, marker: number): Frame {
  return {
    kind:
      view.getUint8(at + 4) !== 8 ? 'other' : marker <= 0xc1 ? 'baseline' : marker === 0xc2 ? 'progressive' : 'other',
    height: view.getUint16(at + 5),
    width: view.getUint16(at + 7),
    components: Array.from({ length: view.getUint8(at + 9) }, (_, nth) => {
      const factors = view.getUint8(at + 11 + nth * 3);
      return { id: view.getUint8(at + 10 + nth * 3), across: factors >> 4, down: factors & 15 };
    }),
  };
}

function readTables(segment: Uint8Array, tables: Map<number, ReturnType<typeof readCodeTable>>): void {
  for (let at = 0; at + 17 <= segment.length; ) {
    const lengths = segment.subarray(at + 1, at + 17);
    const count = lengths.reduce((sum, each) => sum + each, 0);
    tables.set(segment[at] ?? 0, readCodeTable(lengths, segment.subarray(at + 17, at + 17 + count)));
    at += 17 + count;
  }
}

function readScan(
  view: DataView,
  header: number,
  { frame, tables, known }: { frame: Frame; tables: Tables; known: Map<number, Known> },
) {
  const { width, height, components } = frame;
  const count = view.getUint8(header);
  // The height may come behind the scan.
  if (height === 0) return undefined;
  const [across, down] = [largest(components, 'across'), largest(components, 'down')];
  const parts = Array.from({ length: count }, (_, nth) => {
    const component = components.find(({ id }) => id === view.getUint8(header + 1 + nth * 2));
    const chosen = view.getUint8(header + 2 + nth * 2);
    return { component, dc: tables.get(chosen >> 4), ac: tables.get(0x10 | (chosen & 15)) };
  });
  const [only] = parts;
  const alone = count === 1 ? only?.component : undefined;
  // T.81 A.2: a component alone has just its own blocks; together each group has those of all.
  const units = alone
    ? blocksOf((width * alone.across) / across) * blocksOf((height * alone.down) / down)
    : Math.ceil(width / (8 * across)) * Math.ceil(height / (8 * down));
  const end = header + 1 + count * 2;
  const band = { from: view.getUint8(end), to: view.getUint8(end + 1), high: view.getUint8(end + 2) >> 4 };
  const isFirst = band.from === 0;
  // Values beside the first one of each block come for one component at a time.
  if (frame.kind === 'progressive' && (band.to > 63 || (!isFirst && !alone) || units * 64 > mostKnown)) {
    frame.kind = 'other';
    return undefined;
  }
  const before = (alone && known.get(alone.id)) ?? new Uint8Array(isFirst ? 0 : units * 64);
  if (alone && !isFirst) known.set(alone.id, before);
  return {
    units,
    pass: frame.kind === 'progressive' ? progressivePass(band, before) : baselinePass,
    parts: parts.map(({ component, dc, ac }) => ({
      blocks: alone || !component ? 1 : component.across * component.down,
      dc,
      ac,
    })),
  };
}

function blocksOf(pixels: number): number {
  return Math.ceil(Math.ceil(pixels) / 8);
}

function largest(components: readonly Component[], side: 'across' | 'down'): number {
  return Math.max(1, ...components.map((component) => component[side]));
}

/** Where the marker behind a scan stands; `null` when one stands within it that cannot. */
function endOfScan(bytes: Uint8Array, from: number, isRestarted: boolean): number | null {
  let next = 0xd0;
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at)) {
    const marker = bytes[at + 1];
    if (marker === 0xff) at += 1;
    else if (marker === 0) at += 2;
    else if (marker !== undefined && marker >= 0xd0 && marker <= 0xd7) {
      if (!isRestarted || marker !== next) return null;
      next = marker === 0xd7 ? 0xd0 : marker + 1;
      at += 2;
    } else return marker === undefined || isBetweenScans(marker) ? at : null;
  }
  return bytes.length;
}

/** Tables, another scan, the end, the number of lines, words of a program. */
function isBetweenScans(marker: number): boolean {
  return [0xc4, 0xcc, 0xd9, 0xda, 0xdb, 0xdc, 0xdd, 0xfe].includes(marker) || (marker >= 0xe0 && marker <= 0xef);
}

import * as z from 'zod';
import type { CutPoints } from '#shared/classify/cut-points.ts';
import { classParametersSchema } from '#shared/domain/class-scheme/class-scheme.ts';
import type { ArchiveStore } from '../../db/archive-store.ts';
import type { ImageRow } from '../../db/tables.ts';
import type { CustomerIndex } from '../index/customer-index.ts';
import { forgetUnused } from '../index/columns/forget-unused.ts';
import { Packer, Unpacker, type NamedArrays } from './packing.ts';
import { headRowName, openHead, openRun, sealHead, sealRun, type ImageKey } from './seal-image.ts';

/*
 * The image is a sealed copy of the engine's columns: a fast start, and nothing else. It is of one state of the archive
 * (`seq`); whatever came later is read again from the dossiers. A missing, damaged or foreign image costs time only.
 */

/** Raise when what the columns hold, or how it is derived from a dossier, becomes another. */
const imageFormat = 23;

const sectionSchema = z.strictObject({
  name: z.string(),
  type: z.enum(['Int32', 'Uint32', 'Uint8', 'Uint16', 'Float64']),
  piece: z.int().min(0),
  offset: z.int().min(0),
  length: z.int().min(0),
});

const runSchema = z.strictObject({ sizes: z.array(z.int()), sections: z.array(sectionSchema) });

const headSchema = z.strictObject({
  format: z.literal(imageFormat),
  imageId: z.string(),
  archiveId: z.string(),
  generation: z.int(),
  seq: z.int(),
  /** Epoch day as of which the customers were read and classified. */
  today: z.int(),
  parameters: classParametersSchema,
  core: runSchema,
  sought: runSchema,
});
type Head = z.infer<typeof headSchema>;

export interface ImagePlace {
  store: ArchiveStore;
  key: ImageKey;
  archiveId: string;
  generation: number;
}

const givenUp = new Error('Somebody waits for what an image of the index keeps from being done');

/**
 * Writes the index as it is at `seq`; the caller sees to it that it does not change meanwhile. Leaves the image as it was, and
 * says so by `false`, once it `isHurried`.
 */
export async function writeImage(
  index: CustomerIndex,
  place: ImagePlace,
  state: { seq: number; imageId: string },
  isHurried: () => boolean,
): Promise<boolean> {
  try {
    await place.store.writeImage(imageRows(index, place, state, isHurried));
    return true;
  } catch (error) {
    if (error === givenUp) return false;
    throw error;
  }
}

/** Row by row, so that of a large image little lies in memory besides the index; the head last, which tells of the others. */
async function* imageRows(
  index: CustomerIndex,
  { key, archiveId, generation }: ImagePlace,
  { seq, imageId }: { seq: number; imageId: string },
  isHurried: () => boolean,
): AsyncGenerator<ImageRow> {
  const { columns, classifier } = index;
  const indexes = Uint32Array.from(
    Array.from({ length: columns.count }, (_, at) => at).filter((at) => columns.isAlive(at)),
  );
  const core = new Packer();
  const sought = new Packer();
  const pieces = [
    ['core', core.pack(coreArrays(index, indexes))],
    ['sought', sought.pack(columns.packSought(indexes))],
  ] as const;
  for (const [run, packed] of pieces) {
    for await (const row of sealRun(key, imageId, run, packed)) {
      if (isHurried()) throw givenUp;
      yield row;
    }
  }
  const head: Head = {
    format: imageFormat,
    imageId,
    archiveId,
    generation,
    seq,
    today: index.today,
    parameters: classifier.parameters,
    core: { sizes: core.sizes, sections: core.sections },
    sought: { sizes: sought.sizes, sections: sought.sections },
  };
  yield sealHead(key, head);
}

function* coreArrays({ columns, classifier, orders }: CustomerIndex, indexes: Uint32Array): NamedArrays {
  // Whoever was erased leaves no words behind, neither here nor in memory.
  forgetUnused(columns, indexes);
  yield* columns.pack(indexes);
  yield* cutPointArrays(classifier.cutPoints);
  const places = new Int32Array(columns.count).fill(-1);
  indexes.forEach((at, to) => {
    places[at] = to;
  });
  for (const [name, order] of Object.entries(orders.lasting())) {
    const packed = order.renumbered(places, indexes.length);
    yield [`order.${name}`, packed.order];
    yield [`ranks.${name}`, packed.ranks];
  }
}

export interface LoadedImage {
  seq: number;
  today: number;
  /** What only looking for customers needs, which comes after the rest. Resolves to `null` when it is damaged. */
  sought: () => Promise<Unpacker | null>;
}

/**
 * Fills an empty index from the image; `null` when there is none that can be used, with the index untouched. `onAsked` is
 * called when the database was asked for everything that comes first.
 */
export async function loadImage(
  index: CustomerIndex,
  place: ImagePlace,
  upToSeq: number,
  onAsked: () => void,
): Promise<LoadedImage | null> {
  const [headRow] = await place.store.readImage([headRowName]);
  const parsed = headSchema.safeParse(await openHead(place.key, headRow));
  if (!parsed.success) return null;
  const head = parsed.data;
  if (head.archiveId !== place.archiveId || head.generation !== place.generation || head.seq > upToSeq) return null;
  // The database looks them all up before it does anything else, and hands them over while it does that.
  const reading = readRun(place, head, 'core', head.core.sizes.length);
  onAsked();
  const pieces = await reading;
  if (!pieces) return null;
  const unpacker = new Unpacker(pieces, head.core.sections);
  fill(index, unpacker, head);
  unpacker.giveBack();
  return { seq: head.seq, today: head.today, sought: () => readSought(place, head) };
}

/** By itself: what a function hands out keeps alive what any other function within it uses, and the pieces are large. */
function fill(index: CustomerIndex, unpacker: Unpacker, { parameters, today }: Head): void {
  index.columns.restore(unpacker);
  index.classifier.restore(unpackCutPoints(unpacker), parameters);
  index.today = today;
  index.orders.restore((name) => ({
    order: new Uint32Array(unpacker.numbers(`order.${name}`)),
    ranks: new Uint32Array(unpacker.numbers(`ranks.${name}`)),
  }));
}

async function readSought(place: ImagePlace, head: Head): Promise<Unpacker | null> {
  // Nobody waits for them, and they are large.
  const pieces = await readRun(place, head, 'sought', 2);
  return pieces && new Unpacker(pieces, head.sought.sections);
}

function readRun(
  place: ImagePlace,
  head: Head,
  run: 'core' | 'sought',
  atOnce: number,
): Promise<Uint8Array<ArrayBuffer>[] | null> {
  const readRow = async (name: string) => (await place.store.readImage([name]))[0];
  return openRun(place.key, head.imageId, { run, sizes: head[run].sizes, atOnce }, readRow);
}

function* cutPointArrays(cutPoints: CutPoints): NamedArrays {
  const { asOf, highLineFen, mediumLineFen, medianGapDays, totalFen } = cutPoints;
  yield ['cut.lines', Float64Array.of(asOf, highLineFen, mediumLineFen, medianGapDays ?? Number.NaN, totalFen)];
  yield ['cut.ranked', cutPoints.rankedFen];
  yield ['cut.before', cutPoints.beforeFen];
  yield ['cut.gaps', cutPoints.gapCounts];
}

function unpackCutPoints(unpacker: Unpacker): CutPoints {
  const [asOf = 0, highLineFen = 0, mediumLineFen = 0, medianGap = Number.NaN, totalFen = 0] =
    unpacker.numbers('cut.lines');
  return {
    asOf,
    highLineFen,
    mediumLineFen,
    medianGapDays: Number.isNaN(medianGap) ? null : medianGap,
    rankedFen: Float64Array.from(unpacker.numbers('cut.ranked')),
    beforeFen: Float64Array.from(unpacker.numbers('cut.before')),
    totalFen,
    gapCounts: Uint32Array.from(unpacker.numbers('cut.gaps')),
  };
}

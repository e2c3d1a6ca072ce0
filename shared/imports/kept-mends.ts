import * as z from 'zod';
import { encodings } from '../formats/text/decoder.ts';
import { importKinds, type Target } from './fields.ts';

/** How a file is read otherwise than was guessed, as far as cells that were put right hang on it. */
const readingSchema = z.strictObject({
  encoding: z.enum(encodings).optional(),
  delimiter: z.string().max(8).optional(),
  sheet: z.int().optional(),
  kind: z.enum(importKinds).optional(),
  headerLine: z.int().optional(),
  targets: z
    .array(z.custom<Target>((target) => typeof target === 'string' && target.length <= 200))
    .max(2_000)
    .optional(),
});

export const mendedCellSchema = z.strictObject({ line: z.int(), column: z.int().min(0), text: z.string() });

/** What was put right in a file that is not imported yet. */
export const keptMendsSchema = z.strictObject({
  fileName: z.string().max(300),
  sha256: z.string().max(64),
  change: readingSchema.extend({ cells: z.array(mendedCellSchema).max(100_000) }),
});
export type KeptMends = z.infer<typeof keptMendsSchema>;
type KeptChange = KeptMends['change'];

/** What was put right in older files than these is put right anew. */
export const mostKeptMends = 5;

export const nothingChanged: KeptChange = { cells: [] };

/** What is changed of how a file is read; cells that are put right come besides. */
type FileChange = {
  [K in keyof KeptChange]?: K extends 'cells' ? readonly KeptChange['cells'][number][] | undefined : KeptChange[K];
};

/** All changes of a file as one: a file that is read anew is laid out anew, and another sheet, or lines that are parted otherwise, have other cells. */
export function withFileChange(before: KeptChange, { cells = [], ...change }: FileChange): KeptChange {
  const { encoding, delimiter, sheet, kind, headerLine, targets } = before;
  const isReread = change.encoding !== undefined || change.delimiter !== undefined || change.sheet !== undefined;
  const isLaidOutAnew = isReread || change.kind !== undefined || change.headerLine !== undefined;
  const isOtherSheet = change.sheet !== undefined;
  const kept = {
    ...(!isOtherSheet && { encoding, delimiter }),
    sheet,
    ...(!isReread && { kind, headerLine }),
    ...(!isLaidOutAnew && { targets }),
  };
  const said = Object.entries({ ...kept, ...change }).filter(([, value]) => value !== undefined);
  const isOtherTable = isOtherSheet || change.delimiter !== undefined;
  return { ...Object.fromEntries(said), cells: withCells(isOtherTable ? [] : before.cells, cells) };
}

/** A later cell wins over an earlier one in its place. */
function withCells(before: KeptChange['cells'], more: readonly KeptChange['cells'][number][]): KeptChange['cells'] {
  const byPlace = new Map([...before, ...more].map((cell) => [`${cell.line}:${cell.column}`, cell]));
  return [...byPlace.values()];
}

/** The file that was mended last comes first. */
export function withMends(files: readonly KeptMends[], mends: KeptMends): KeptMends[] {
  return [mends, ...withoutMends(files, mends.sha256)].slice(0, mostKeptMends);
}

/** Without cells that tell of somebody who is forgotten; the same list where none does. */
export function withoutTellingCells(
  files: readonly KeptMends[],
  tells: (text: string) => boolean,
): readonly KeptMends[] {
  if (!files.some(({ change }) => change.cells.some(({ text }) => tells(text)))) return files;
  return files.flatMap((file) => {
    const cells = file.change.cells.filter(({ text }) => !tells(text));
    return cells.length === 0 ? [] : { ...file, change: { ...file.change, cells } };
  });
}

export function withoutMends(files: readonly KeptMends[], sha256: string): KeptMends[] {
  return files.filter((file) => file.sha256 !== sha256);
}

import * as z from 'zod';

/** The largest piece of bulk data in one message; larger data goes as several, each awaited (back-pressure for free). */
export const maxChunkBytes = 8 * 1024 * 1024;

export const bytes = z.instanceof(Uint8Array).refine((value) => value.length <= maxChunkBytes, 'chunk too large');
export const token = z.string().min(1).max(64);
export const nothing = z.strictObject({});
export const seq = z.int().min(0);
export const fileName = z.string().min(1).max(255);

export const areDifferent = (values: readonly string[]) => new Set(values).size === values.length;

/** Records per table of an archive. */
export const countsSchema = z.record(z.string().max(40), z.int().min(0));
export type Counts = z.infer<typeof countsSchema>;

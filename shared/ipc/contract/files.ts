import * as z from 'zod';
import { bytes } from './terms.ts';

export const filesChannels = {
  /** Asks where to save and writes atomically. */
  'files/save': {
    input: z.strictObject({
      suggestedName: z.string().min(1).max(120),
      content: bytes,
      /** How many customers, or rows of them, leave Kebu with it; absent where it is about none in particular. */
      exported: z.int().min(1).optional(),
    }),
    output: z.strictObject({ savedAs: z.string().nullable() }),
  },
} as const;

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
  /** Asks where to save what the window would print. `unavailable`: only the browser's own print dialog can. */
  'files/save-pdf': {
    input: z.strictObject({
      suggestedName: z.string().min(1).max(120),
      /** How many customers leave Kebu with it. */
      exported: z.int().min(1),
    }),
    output: z.strictObject({ outcome: z.enum(['saved', 'cancelled', 'unavailable']) }),
  },
} as const;

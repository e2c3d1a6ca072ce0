import * as z from 'zod';
import { bytes, nothing, token } from './terms.ts';

export const filesChannels = {
  /** A piece of a file that is larger than a message. Pieces of another file that were never saved are forgotten. */
  'files/gather': { input: z.strictObject({ gatherId: token, content: bytes }), output: nothing },
  /** Asks where to save and writes atomically: what was gathered under the id, then `content`. */
  'files/save': {
    input: z.strictObject({
      suggestedName: z.string().min(1).max(120),
      content: bytes,
      gatherId: token.optional(),
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

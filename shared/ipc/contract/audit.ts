import * as z from 'zod';
import { auditCheckSchema, auditEntrySchema, reportedEvents } from '../../audit/audit-entry.ts';
import { nothing } from './terms.ts';

export const auditChannels = {
  /** Writes down what the window did that main cannot see. */
  'audit/note': {
    input: z.strictObject({ event: z.enum(reportedEvents), count: z.int().min(0) }),
    output: nothing,
  },
  /** Entries before number `before`, newest first. */
  'audit/read': {
    input: z.strictObject({ before: z.int().min(1).optional(), limit: z.int().min(1).max(500) }),
    output: z.strictObject({ entries: z.array(auditEntrySchema) }),
  },
  'audit/check': { input: nothing, output: auditCheckSchema },
  /** Asks where to save the whole log. */
  'audit/export': {
    input: z.strictObject({ format: z.enum(['csv', 'ndjson']) }),
    output: z.strictObject({ savedAs: z.string().nullable() }),
  },
} as const;

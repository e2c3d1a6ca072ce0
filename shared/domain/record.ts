import * as z from 'zod';

/** A moment in UTC, ISO 8601 with milliseconds: when the machine did something. */
export const instantSchema = z.iso.datetime({ precision: 3 });

/** A calendar day, `YYYY-MM-DD`. */
export const localDateSchema = z.iso.date();
export type LocalDate = string;

/**
 * Business time as the wall clock showed it: `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm` (RFC 5545 "floating").
 * Visits, sales and due dates are floating so that no change of zone moves them to another day.
 */
export const localTimeSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T([01]\d|2[0-3]):[0-5]\d)?$/)
  .refine((text) => localDateSchema.safeParse(text.slice(0, 10)).success);
export type LocalTime = string;

/** The calendar day of a local time. */
export function dayOf(time: LocalTime): LocalDate {
  return time.slice(0, 10);
}

/**
 * An amount of money: a whole number of hundredths of the archive's currency, of thousandths where prices have three decimals
 * (`placesOf`). Fields that hold one end in `Fen`, the hundredth of a yuan.
 */
export const fenSchema = z.int();

/** Where a record came from: typed in, or a row of an imported file. */
export const originSchema = z.strictObject({
  kind: z.enum(['manual', 'import']),
  batchId: z.string().optional(),
  row: z.int().optional(),
});

/** A row of an imported file. */
export const importedRowSchema = z.strictObject({ batchId: z.string().min(1).max(64), row: z.int().min(0) });
export type ImportedRow = z.infer<typeof importedRowSchema>;

/** What every stored record carries. `version` starts at 1 and grows by one with each change. */
export const recordBase = {
  version: z.int().min(1),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  /** Set while the record lies in the bin. */
  deletedAt: instantSchema.optional(),
};

/** Characters that may stand in a stored text: everything but control characters other than tab and line feed. */
export function text(max: number) {
  return z.string().max(max);
}

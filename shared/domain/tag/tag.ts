import * as z from 'zod';
import { recordBase, text } from '../record.ts';

/** A word that can be put on many customers; unlike a class a customer may have any number. */
export const tagSchema = z.strictObject({ id: z.string().min(1).max(64), ...recordBase, name: text(60).min(1) });
export type Tag = z.infer<typeof tagSchema>;

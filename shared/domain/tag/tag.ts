import * as z from 'zod';
import { recordBase, text } from '../record.ts';

export const tagColours = ['action', 'good', 'warn', 'seal'] as const;
export type TagColour = (typeof tagColours)[number];

/**
 * A word that can be put on many customers; unlike a class a customer may have any number. Fields of its own are custom fields
 * with its id.
 */
export const tagSchema = z.strictObject({
  id: z.string().min(1).max(64),
  ...recordBase,
  name: text(60).min(1),
  colour: z.enum(tagColours).optional(),
});
export type Tag = z.infer<typeof tagSchema>;

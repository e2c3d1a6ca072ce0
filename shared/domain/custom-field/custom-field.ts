import * as z from 'zod';
import { recordBase, text } from '../record.ts';

export const customFieldTypes = ['text', 'number', 'money', 'date', 'boolean', 'choice', 'choices'] as const;

/** A field of the user's own on customers. */
export const customFieldSchema = z.strictObject({
  id: z.string().min(1).max(64),
  ...recordBase,
  label: text(60).min(1),
  type: z.enum(customFieldTypes),
  options: z.array(text(60)).max(500),
});
export type CustomField = z.infer<typeof customFieldSchema>;

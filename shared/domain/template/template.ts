import * as z from 'zod';
import { channelSchema } from '../customer/customer.ts';
import { recordBase, text } from '../record.ts';

/** Words to reuse, with variables such as `{{name}}`. */
export const templateSchema = z.strictObject({
  id: z.string().min(1).max(64),
  ...recordBase,
  title: text(100).min(1),
  channel: channelSchema.optional(),
  body: text(5000),
});

import * as z from 'zod';
import { recordBase, text } from '../record.ts';
import { cardLayoutsSchema } from './card-layout.ts';
import { checkDaysSchema } from './check-days.ts';

/** The archive's own settings; what the screen needs before unlocking lives in the preferences of the main process. */
export const settingsSchema = z.strictObject({
  id: z.literal('settings'),
  ...recordBase,
  ownerName: text(60).optional(),
  shopName: text(120).optional(),
  shopPhone: text(80).optional(),
  /** As it is to be printed, line by line. */
  shopAddress: text(300).optional(),
  shopPostcode: text(20).optional(),
  /** Whether this archive holds the invented customers of the practice shop. */
  practice: z.boolean().optional(),
  /** For so many days deleted customers lie in the bin before they are erased for good. */
  binDays: z.int().min(1).max(3650).optional(),
  checkDays: checkDaysSchema.optional(),
  cardLayouts: cardLayoutsSchema.optional(),
});
export type Settings = z.infer<typeof settingsSchema>;

export const defaultBinDays = 90;

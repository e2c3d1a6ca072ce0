import * as z from 'zod';
import { currencySchema } from '../../money/currency.ts';
import { recordBase, text } from '../record.ts';
import { cardLayoutsSchema } from './card-layout.ts';
import { checkDaysSchema } from './check-days.ts';

/** The most signs of what is said of the business whose archive it is. */
export const shopLengths = { shopName: 120, ownerName: 60, shopPhone: 80, shopPostcode: 20, shopAddress: 300 } as const;

/** The archive's own settings; what the screen needs before unlocking lives in the preferences of the main process. */
export const settingsSchema = z.strictObject({
  id: z.literal('settings'),
  ...recordBase,
  ownerName: text(shopLengths.ownerName).optional(),
  shopName: text(shopLengths.shopName).optional(),
  shopPhone: text(shopLengths.shopPhone).optional(),
  /** As it is to be printed, line by line. */
  shopAddress: text(shopLengths.shopAddress).optional(),
  shopPostcode: text(shopLengths.shopPostcode).optional(),
  /** Whether this archive holds the invented customers of the practice shop. */
  practice: z.boolean().optional(),
  /** For so many days deleted customers lie in the bin before they are erased for good. */
  binDays: z.int().min(1).max(3650).optional(),
  /** What its amounts are in. Changing it converts nothing. */
  currency: currencySchema.optional(),
  checkDays: checkDaysSchema.optional(),
  cardLayouts: cardLayoutsSchema.optional(),
});
export type Settings = z.infer<typeof settingsSchema>;

export const defaultBinDays = 90;

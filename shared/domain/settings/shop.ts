import type { Settings } from './settings.ts';

export const shopFields = ['shopName', 'ownerName', 'shopPhone', 'shopPostcode', 'shopAddress'] as const;
export type ShopField = (typeof shopFields)[number];

/** Whose archive it is, as paper and letters say it; empty where nothing was said. */
export interface Shop {
  name: string;
  /** Who is talked to there, unless it bears no other name. */
  person: string;
  phone: string;
  /** Line by line. */
  address: string[];
  postcode: string;
}

export function shopOf(settings: Pick<Settings, ShopField> | undefined): Shop {
  const { shopName = '', ownerName = '', shopPhone = '', shopAddress = '', shopPostcode = '' } = settings ?? {};
  return {
    name: shopName === '' ? ownerName : shopName,
    person: shopName === '' ? '' : ownerName,
    phone: shopPhone,
    address: shopAddress.split('\n').filter((line) => line !== ''),
    postcode: shopPostcode,
  };
}

/** `永兴五金 · 王建国 · 138 0013 8000`; empty where nobody said who it is. */
export function shopLine({ name, person, phone }: Shop): string {
  return name === '' ? '' : [name, person, phone].filter((part) => part !== '').join(' · ');
}

/** Whether mail that comes back finds its way. */
export function isSender({ name, address }: Shop): boolean {
  return name !== '' && address.length > 0;
}

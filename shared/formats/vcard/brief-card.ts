import type { Address } from '../../domain/customer/customer.ts';
import { isUsable } from '../../reach/ways.ts';
import type { VCardSource } from './write-vcard.ts';

/** As much as a camera still reads from a code on a screen; a QR code has an end besides, of about 2,300 bytes. */
const most = { phones: 3, emails: 2, addresses: 1, characters: 50, addressCharacters: 100 } as const;

interface BriefCard {
  card: VCardSource;
  /** How many numbers, mails and addresses that can be used are not in it. */
  leftOut: number;
}

/** The beginning of what a phone's address book could take, small enough for a code. */
export function briefCard(customer: VCardSource): BriefCard {
  const { name, organization, title, website } = customer;
  const usable = {
    phones: customer.phones.filter(isUsable),
    emails: customer.emails.filter(isUsable),
    addresses: customer.addresses.filter(isUsable),
  };
  const kept = {
    phones: usable.phones.slice(0, most.phones),
    emails: usable.emails.filter(({ address }) => address.length <= most.addressCharacters).slice(0, most.emails),
    addresses: usable.addresses.slice(0, most.addresses).map(shortAddress),
  };
  const ways = ['phones', 'emails', 'addresses'] as const;
  return {
    card: {
      ...customer,
      ...kept,
      name: begin(name),
      organization: organization === undefined ? undefined : begin(organization),
      title: title === undefined ? undefined : begin(title),
      website: website !== undefined && website.length <= most.addressCharacters ? website : undefined,
    },
    leftOut: ways.reduce((sum, way) => sum + usable[way].length - kept[way].length, 0),
  };
}

function shortAddress(address: Address): Address {
  return address.street === undefined ? address : { ...address, street: begin(address.street) };
}

function begin(text: string): string {
  const characters = Array.from(text);
  return characters.length > most.characters ? `${characters.slice(0, most.characters).join('')}…` : text;
}

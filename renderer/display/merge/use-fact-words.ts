import { fieldOf } from '#shared/changes/record-content.ts';
import type { Customer } from '#shared/domain/customer/customer.ts';
import { customIdOf } from '#shared/filter/fields.ts';
import { formatAddress } from '#shared/match/format-address.ts';
import { formatPhone } from '#shared/match/format-phone.ts';
import { listFacts, type ListFact, type MergeFact } from '#shared/merge/merge-fields.ts';
import { useT } from '../../platform/language.tsx';
import { useSaying } from '../history/use-saying.ts';
import { useCustomFields } from '../use-custom-fields.ts';

export interface FactWords {
  nameOf: (fact: MergeFact) => string;
  /** What a part of a customer says, a line for each value; none where it is empty. */
  linesOf: (fact: MergeFact, part: Partial<Customer> | null) => string[];
}

/** Facts that a merge decides, in words. `names` are those of customers that the facts mean by their ids, and of what the archive has not got yet. */
export function useFactWords(names: Readonly<Record<string, string>>): FactWords {
  const t = useT();
  const { nameOf, say } = useSaying();
  const customFields = useCustomFields();

  const ownLines = (id: string, part: Partial<Customer>): string[] => {
    const value = part.customFields?.[id];
    const field = customFields.find((each) => each.id === id);
    if (field?.type === 'reference' && typeof value === 'string') return [names[value] ?? value];
    if (Array.isArray(value)) return value;
    return value === undefined ? [] : [say('', value)];
  };

  const listLines: Readonly<Record<ListFact, (part: Partial<Customer>) => string[] | undefined>> = {
    phones: (part) => part.phones?.map((phone) => withLabel(formatPhone(phone), phone.label)),
    emails: (part) => part.emails?.map(({ address, label }) => withLabel(address, label)),
    ims: (part) => part.ims?.map(({ kind, account }) => (kind === 'wechat' ? account : `${kind}: ${account}`)),
    addresses: (part) => part.addresses?.map((address) => withLabel(formatAddress(address), address.label)),
    anniversaries: (part) => part.anniversaries?.map(({ label, date }) => `${label} ${say('', date)}`),
    doNotContact: (part) => part.doNotContact?.map((channel) => t(`channel.${channel}`)),
    tagIds: (part) => part.tagIds?.map((id) => names[id] ?? say('tagIds', id)),
    aliases: (part) => part.aliases,
  };
  const isList = (fact: MergeFact): fact is ListFact => fact in listFacts;

  const linesOf = (fact: MergeFact, part: Partial<Customer> | null): string[] => {
    if (part === null) return [];
    const ownId = customIdOf(fact);
    if (ownId !== null) return ownLines(ownId, part);
    if (isList(fact)) return listLines[fact](part) ?? [];
    if (fact === 'note') return part.note === undefined ? [] : [part.note];
    if (fact === 'referrerId') {
      const name = part.referrerId === undefined ? part.referral?.name : names[part.referrerId];
      return name === undefined ? [] : [name];
    }
    const value = fieldOf(part, fact);
    if (value === undefined) return [];
    const said = say(fact, value);
    const detail = fact === 'source' && part.sourceDetail !== said ? part.sourceDetail : '';
    return [[said, detail].filter(Boolean).join(' · ')];
  };

  return {
    nameOf: (fact) => {
      const ownId = customIdOf(fact);
      if (ownId !== null) return customFields.find(({ id }) => id === ownId)?.label ?? ownId;
      return nameOf('customer', fact);
    },
    linesOf,
  };
}

function withLabel(text: string, label: string | undefined): string {
  return label === undefined || label === '' ? text : `${text} (${label})`;
}

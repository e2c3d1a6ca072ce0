import { customerSchema, type Customer } from '../domain/customer/customer.ts';
import type { CustomerDraft } from '../domain/customer/draft-customer.ts';
import { tagSchema } from '../domain/tag/tag.ts';
import { readWords, writeWords } from '../formats/values/word-list.ts';
import type { Translate } from '../i18n/translate.ts';
import type { Written } from './fact.ts';

/** The tags of an archive by what they are called. */
export interface TagBook {
  /** `undefined` where there is none of this name and none is to be made. */
  idOf: (name: string) => string | undefined;
  nameOf: (id: string) => string;
}

/** The tags of a customer as words in one line. */
export function typedTags({ idOf, nameOf }: TagBook) {
  return {
    key: 'tagIds',
    label: (t: Translate) => t('field.tagIds'),
    read: ({ tagIds }: Pick<Customer, 'tagIds'>) => writeWords(tagIds.map(nameOf)),
    write: (draft: CustomerDraft, text: string): Written<CustomerDraft> => {
      const names = readWords(text)
        .map((name) => name.replace(/^[#＃]/, ''))
        .filter((name) => name !== '');
      const ids = names.map(idOf).filter((id) => id !== undefined);
      if (ids.length < names.length) {
        const isTooLong = names.some((name) => !tagSchema.shape.name.safeParse(name).success);
        return { problem: isTooLong ? 'facts.tagTooLong' : 'facts.noTag' };
      }
      const tagIds = [...new Set(ids)];
      const hasRoom = customerSchema.shape.tagIds.safeParse(tagIds).success;
      return hasRoom ? { draft: { ...draft, tagIds } } : { problem: 'facts.tooLong' };
    },
  };
}

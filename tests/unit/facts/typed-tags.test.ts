import { describe, expect, it } from 'vitest';
import type { Customer } from '#shared/domain/customer/customer.ts';
import { tagBook } from '#shared/facts/tag-book.ts';
import { typedTags } from '#shared/facts/typed-tags.ts';
import { aCustomer } from '../../helpers/builders.ts';

const tags = [
  { id: 't1', name: '大户' },
  { id: 't2', name: '大户；"A", 茶' },
  { id: 't3', name: 'ＶＩＰ' },
];
const customer = {
  ...aCustomer({ id: 'c1', tagIds: ['t1', 't2'] }),
  version: 1,
  createdAt: '',
  updatedAt: '',
} as Customer;

function written(text: string, make?: (name: string) => string) {
  const result = typedTags(tagBook(tags, make)).write(customer, text);
  return 'problem' in result ? result.problem : result.draft.tagIds;
}

describe('the tags of a customer in one line', () => {
  it('come back as they were written, whatever is in their names', () => {
    const typed = typedTags(tagBook(tags));
    expect(typed.read(customer)).toBe('大户；"大户；""A"", 茶"');
    expect(written(typed.read(customer))).toEqual(['t1', 't2']);
  });

  it('are known by their names in any width, with # or without, each once', () => {
    expect(written('#vip, 大户；vip')).toEqual(['t3', 't1']);
    expect(written('＃ＶＩＰ，大户、#')).toEqual(['t3', 't1']);
    expect(written('')).toEqual([]);
  });

  it('are refused where there is none of this name, unless one is to be made', () => {
    expect(written('大户；新客')).toBe('facts.noTag');
    expect(written('大户；新客；新客', (name) => `new ${name}`)).toEqual(['t1', 'new 新客']);
    expect(written('大户，' + '长'.repeat(61), (name) => name)).toBe('facts.tagTooLong');
  });
});

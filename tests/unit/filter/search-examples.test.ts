import { expect, it } from 'vitest';
import { readSearch, type ChoicesOf } from '#shared/filter/read-search.ts';
import { searchExamples } from '#shared/filter/search-examples.ts';
import { languages } from '#shared/i18n/catalogue.ts';

const choicesOf: ChoicesOf = (field) => (field === 'type' ? [{ key: 'company', words: ['企业', 'Company'] }] : []);

it('names only examples that the search understands', () => {
  for (const language of languages) {
    const examples = searchExamples[language];
    for (const { typed } of examples) {
      const { text, conditions } = readSearch(typed, choicesOf, 'CNY', [], '2026-11-30');
      if (typed.startsWith('"')) expect([text, conditions], typed).toEqual([typed.replaceAll('"', ''), []]);
      else if (!typed.includes(':') && typed.startsWith('-')) expect([text, conditions], typed).toEqual([typed, []]);
      else expect([text, conditions.length], typed).toEqual(['', 1]);
    }
    expect(new Set(examples.map(({ meaning }) => meaning)).size).toBe(examples.length);
  }
});

import { expect, it } from 'vitest';
import { readAnswers, writeAnswers } from '#shared/gaps/answer-text.ts';
import { translate, type Translate } from '#shared/i18n/translate.ts';

const fields = [{ id: 'f1', label: 'Wine; beer: cellar' }];
const answers = {
  emails: { is: 'none', on: '2026-03-01' },
  birthday: { is: 'untold', on: '2026-02-01' },
  'custom:f1': { is: 'none', on: '2025-12-31' },
} as const;

it.each(['zh-CN', 'en'] as const)('answers written in %s are read back, whatever a field is called', (language) => {
  const t: Translate = (key, values) => translate(language, key, values);
  expect(readAnswers(writeAnswers(answers, t, fields), fields)).toEqual({ answers, left: [] });
});

it('what is no answer is left as it stands', () => {
  const text = '邮箱：没有 · 2026-03-01；生日：没有 · 2026-02-01；Pets: Has none · 2026-02-01；空';
  expect(readAnswers(text, [])).toEqual({
    answers: { emails: { is: 'none', on: '2026-03-01' } },
    left: ['生日：没有 · 2026-02-01', 'Pets: Has none · 2026-02-01', '空'],
  });
});

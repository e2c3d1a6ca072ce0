import { expect, it } from 'vitest';
import { translate } from '#shared/i18n/translate.ts';

it('lets no name turn the rest of its sentence around, or pass for markup', () => {
  const name = '\u202egpj.exe\u2066';
  expect(translate('zh-CN', 'compose.saved', { name })).toBe('已记下与 gpj.exe 的联系');
  expect(translate('en', 'compose.saved', { name: '<b>{name}</b>' })).toBe('Contact with <b>{name}</b> logged');
});

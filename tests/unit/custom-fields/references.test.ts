import { expect, it } from 'vitest';
import { referenceKeys } from '#shared/custom-fields/references.ts';

it('means a customer by code and name, and by number where a text is one', () => {
  expect(referenceKeys('  ')).toEqual([]);
  expect(referenceKeys(' 张三 ')).toEqual([{ code: '张三' }, { name: '张三' }]);
  const keys = referenceKeys('138 0013 8000');
  expect(keys.slice(0, 2)).toEqual([{ code: '138 0013 8000' }, { name: '138 0013 8000' }]);
  expect(keys.slice(2)).toEqual([{ phone: expect.stringContaining('13800138000') as string }]);
});

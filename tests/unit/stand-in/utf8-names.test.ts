import { describe, expect, it } from 'vitest';
import { withUtf8Names } from '../../../electron/stand-in/utf8-names.ts';

describe('the locale in which the browser reads names of files', () => {
  it.each([
    {},
    { LANG: 'C' },
    { LANG: 'zh_CN.GB18030' },
    { LANG: 'en_US.UTF-8', LC_ALL: 'POSIX' },
    { LANG: 'en_US.UTF-8', LC_CTYPE: 'C', LC_ALL: '' },
  ])('becomes one of UTF-8 where it is none: %o', (env) => {
    expect(withUtf8Names({ ...env, HOME: '/home/a' })).toEqual({ ...env, HOME: '/home/a', LC_ALL: 'C.UTF-8' });
  });

  it.each([
    { LANG: 'zh_CN.UTF-8' },
    { LANG: 'C', LC_CTYPE: 'C.utf8' },
    { LANG: 'C', LC_CTYPE: 'C', LC_ALL: 'en_GB.UTF-8' },
  ])('stays where it is one: %o', (env) => {
    expect(withUtf8Names(env)).toEqual(env);
  });
});

import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { collectLicences, formatNotices, inspectNotices, packagesImportedBy } from '../../../electron/dist/notices.ts';

it('reads package names from imports and exports', () => {
  const source = `import * as z from 'zod'; import a from '@scope/name/part.js'; import './own.css';
    import { join } from 'node:path'; import { b } from '#shared/b.ts'; import 'sonner/dist/styles.css';
    const c = await import('lazy'); import type { D } from 'electron'; export { e } from 'more';`;
  expect(packagesImportedBy(source).sort()).toEqual(['@scope/name', 'lazy', 'more', 'sonner', 'zod']);
});

it('names every package of the app with its licence, and none of the tools', () => {
  const licences = collectLicences(resolve(import.meta.dirname, '../../..'));
  const names = licences.map(({ name }) => name);
  expect(names).toContain('zod');
  expect(names).not.toContain('playwright');
  expect(names).not.toContain('@electron/asar');
  expect(inspectNotices(licences, formatNotices(licences)).problems).toEqual([]);
});

it('refuses an unknown licence and notices of another build', () => {
  const licences = [{ name: 'a', version: '1', licence: 'GPL-3.0', text: 'text' }];
  expect(inspectNotices(licences, 'other').problems).toHaveLength(2);
  expect(inspectNotices([], formatNotices([])).problems).toEqual(['no package was found']);
});

it('takes one good licence of several offered, and none that must hold together with another', () => {
  const problemsOf = (licence: string): number => {
    const licences = [{ name: 'a', version: '1', licence, text: '' }];
    return inspectNotices(licences, formatNotices(licences)).problems.length;
  };
  expect(['(MIT OR GPL-3.0)', 'WTFPL OR ISC'].map(problemsOf)).toEqual([0, 0]);
  expect(['(GPL-2.0 OR GPL-3.0)', 'MIT AND GPL-3.0'].map(problemsOf)).toEqual([1, 1]);
});

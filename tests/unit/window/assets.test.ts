import * as fc from 'fast-check';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, headersOf, resolveAsset } from '../../../electron/window/assets.ts';
import { traversals } from '../../helpers/traversals.ts';

describe('an address', () => {
  it.each([
    ['app://kebu/', 'index.html'],
    ['app://kebu/#/today', 'index.html'],
    ['app://kebu/?x=1#/today', 'index.html'],
    ['app://kebu/index.html', 'index.html'],
    ['app://kebu/assets/index-DkX_9.js', 'assets/index-DkX_9.js'],
    ['app://kebu/assets/engine.worker-Ab12.js?worker', 'assets/engine.worker-Ab12.js'],
    ['app://kebu/assets/style.css', 'assets/style.css'],
    ['app://kebu/assets/icon.svg', 'assets/icon.svg'],
  ])('%s is the file %s', (url, path) => {
    expect(resolveAsset(url)).toBe(path);
  });

  it('is nothing when it leads elsewhere or looks odd', () => {
    for (const path of traversals) expect([path, resolveAsset(`app://kebu/${path}`)]).toEqual([path, null]);
    for (const url of [
      '',
      'app://kebu',
      'app:kebu/',
      'APP://KEBU/',
      'app://kebu:1/',
      'app://kebu.evil/',
      'https://kebu/',
      'app://evil/index.html',
    ]) {
      expect([url, resolveAsset(url)]).toEqual([url, null]);
    }
  });

  it('never leaves the folder, whatever it is', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '/',
      '\\',
      '%2e',
      '%2f',
      'a',
      'index',
      '.html',
      '.js',
      '\0',
      ':',
      '~',
      '?',
      '#',
      '客',
    );
    const addresses = fc.oneof(
      fc.array(piece, { maxLength: 12 }).map((all) => all.join('')),
      fc.string(),
    );
    fc.assert(
      fc.property(addresses, (text) => {
        const path = resolveAsset(`app://kebu/${text}`);
        if (path === null) return;
        const inside = relative('/served', join('/served', path));
        expect(inside).toBe(path);
        expect(inside.startsWith('..')).toBe(false);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('the policy', () => {
  it('is exactly this', () => {
    expect(contentSecurityPolicy).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; connect-src 'self'; " +
        "worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
    );
  });

  it('comes with every file, known or not', () => {
    for (const path of ['index.html', 'x.js', 'x.unknown', 'nothing']) {
      expect(headersOf(path)['content-security-policy']).toBe(contentSecurityPolicy);
    }
    expect(headersOf('x.constructor')['content-type']).toBe('application/octet-stream');
  });
});

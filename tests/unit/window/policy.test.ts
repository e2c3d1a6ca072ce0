import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../../electron/window/assets.ts';

/** What Google's csp_evaluator finds fault with, rule by rule, for policies without nonces and hashes. */
function faultsOf(policy: string): string[] {
  const directives = new Map<string, string[]>();
  const faults: string[] = [];
  for (const part of policy.split(';').map((each) => each.trim())) {
    const [name = '', ...values] = part.split(/\s+/);
    if (directives.has(name)) faults.push(`${name} twice`);
    if (!known.has(name)) faults.push(`unknown directive ${name}`);
    if (values.length === 0) faults.push(`${name} without a value`);
    if (values.some((value) => known.has(value))) faults.push(`missing semicolon after ${name}`);
    directives.set(name, values);
  }
  const effective = (name: string) => directives.get(name) ?? directives.get('default-src') ?? ['*'];
  for (const name of ['script-src', 'object-src', 'base-uri', 'frame-ancestors', 'form-action']) {
    const isInherited = name === 'script-src' || name === 'object-src';
    if (!directives.has(name) && !(isInherited && directives.has('default-src'))) faults.push(`no ${name}`);
  }
  for (const [name, values] of directives) {
    for (const value of values) {
      if (/^'?(unsafe-|strict-dynamic|wasm-unsafe)/.test(value)) faults.push(`${name} allows ${value}`);
      if (value.includes('*')) faults.push(`${name} allows a wildcard`);
      if (/^(https?|data|filesystem|ws|wss|file):?/.test(value)) faults.push(`${name} allows ${value}`);
      if (/^[\w.-]+\.\w+/.test(value) || /\d+\.\d+\.\d+\.\d+/.test(value)) faults.push(`${name} allows a host`);
      if (/^(none|self)$/.test(value)) faults.push(`${name} has ${value} without quotes`);
    }
    if (values.includes("'none'") && values.length > 1) faults.push(`${name} has 'none' beside others`);
  }
  if (effective('object-src').join(' ') !== "'none'") faults.push('objects');
  return faults;
}

const known = new Set(
  'default-src script-src style-src img-src font-src connect-src worker-src base-uri form-action frame-ancestors object-src'.split(
    ' ',
  ),
);

describe('the policy, judged by the rules of csp_evaluator', () => {
  it('has no fault', () => {
    expect(faultsOf(contentSecurityPolicy)).toEqual([]);
  });

  it.each([
    ["script-src 'self' 'unsafe-inline'", /allows 'unsafe-inline'/],
    ["script-src 'self' 'unsafe-eval'", /allows 'unsafe-eval'/],
    ['script-src *', /wildcard/],
    ['script-src https:', /allows https:/],
    ['img-src data:', /allows data:/],
    ['script-src cdn.example.com', /allows a host/],
    ['script-src 127.0.0.1', /allows a host/],
    ['script-src self', /without quotes/],
    ["script-src 'self' object-src 'none'", /missing semicolon/],
    ["object-src 'self'", /objects/],
    ["script-src 'none' 'self'", /beside others/],
    ['script-src', /without a value/],
    ["scrip-src 'self'", /unknown directive/],
  ])('would be faulted with %s', (part, fault) => {
    const [name] = part.split(' ');
    const others = contentSecurityPolicy.split('; ').filter((each) => !each.startsWith(`${name} `));
    expect(faultsOf([...others, part].join('; ')).join('\n')).toMatch(fault);
  });

  it.each(['script-src', 'base-uri', 'form-action', 'frame-ancestors'])('would be faulted without %s', (name) => {
    const parts = contentSecurityPolicy.split('; ').filter((part) => !part.startsWith(name));
    const bare = name === 'script-src' ? parts.filter((part) => !part.startsWith('default-src')) : parts;
    expect(faultsOf(bare.join('; '))).toContain(`no ${name}`);
  });
});

import { CspParser } from 'csp_evaluator/dist/parser.js';
import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../../electron/window/assets.ts';

/** What Google's csp_evaluator finds fault with, as `directive: remark`. */
function faultsOf(policy: string): string[] {
  const findings = new CspEvaluator(new CspParser(policy).csp).evaluate();
  return findings
    .map(({ directive, description }) => `${directive}: ${description}`)
    .filter((fault) => !ownFiles.test(fault));
}

/** Its one remark on every policy that trusts its own origin; Kebu's serves the built files and nothing that came from outside. */
const ownFiles = /^script-src: 'self' can be problematic if you host JSONP, AngularJS or user uploaded files/;

const directives = new Map(
  contentSecurityPolicy.split('; ').map((part) => {
    const [name = '', ...values] = part.split(' ');
    return [name, values] as const;
  }),
);

function withPart(part: string): string {
  const [name = ''] = part.split(' ');
  const others = contentSecurityPolicy.split('; ').filter((each) => !each.startsWith(`${name} `));
  return [...others, part].join('; ');
}

describe('the policy, judged by csp_evaluator', () => {
  it('has no fault', () => {
    expect(faultsOf(contentSecurityPolicy)).toEqual([]);
  });

  it.each([
    ["script-src 'self' 'unsafe-inline'", /unsafe-inline/],
    ["script-src 'self' 'unsafe-eval'", /unsafe-eval/],
    ['script-src *', /should not allow '\*'/],
    ["script-src 'self' https:", /https: URI in script-src/],
    ["script-src 'self' data:", /data: URI in script-src/],
    ["script-src 'self' cdn.example.com", /No bypass found; make sure/],
    ["script-src 'self' ajax.googleapis.com", /known to host/],
    ["script-src 'self' 127.0.0.1", /allows localhost/],
    ['script-src self', /surround "self" with single-ticks/],
    ["script-src 'self' object-src 'none'", /forget the semicolon/],
    ["object-src 'self'", /restrict object-src to 'none'/],
    ["scrip-src 'self'", /not a known CSP directive/],
  ])('would be faulted with %s', (part, fault) => {
    expect(faultsOf(withPart(part)).join('\n')).toMatch(fault);
  });

  it('would be faulted without a word on scripts and objects', () => {
    expect(faultsOf("style-src 'self'").join('\n')).toMatch(/object-src: Missing[^]*script-src directive is missing/);
  });
});

/** What it does not look at in a policy without nonces. */
describe('the policy', () => {
  it('lets nobody frame the window, redirect its links or send its forms', () => {
    for (const name of ['base-uri', 'form-action', 'frame-ancestors', 'default-src', 'object-src']) {
      expect([name, directives.get(name)]).toEqual([name, ["'none'"]]);
    }
  });

  it('names no source but Kebu itself, and pictures made in memory', () => {
    const sources = [...directives].flatMap(([name, values]) => values.map((value) => `${name} ${value}`));
    const foreign = sources.filter((source) => !/ '(?:self|none)'$/.test(source));
    expect(foreign).toEqual(['img-src blob:']);
  });
});

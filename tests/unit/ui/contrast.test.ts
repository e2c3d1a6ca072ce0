import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(resolve(import.meta.dirname, '../../../renderer/ui/theme/tokens.css'), 'utf8');
const themes = ['light', 'dark'] as const;

/** A token's colour in one theme, as red, green and blue from 0 to 1. */
function colour(name: string, theme: (typeof themes)[number]): number[] {
  const pair = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css);
  if (!pair) throw new Error(`no token ${name}`);
  const hex = pair[theme === 'light' ? 1 : 2] ?? '';
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
}

/** Relative luminance, WCAG 2.2. */
function luminance(rgb: number[]): number {
  const [r = 0, g = 0, b = 0] = rgb.map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string, theme: (typeof themes)[number]): number {
  const a = luminance(colour(one, theme)) + 0.05;
  const b = luminance(colour(other, theme)) + 0.05;
  return Math.max(a, b) / Math.min(a, b);
}

const grounds = ['paper', 'surface', 'sunken'];
const readable: [string, string][] = [
  ...['ink', 'muted', 'action', 'seal', 'good', 'warn'].flatMap((text) =>
    grounds.map((ground): [string, string] => [text, ground]),
  ),
  ...['action', 'seal', 'good', 'warn'].map((text): [string, string] => [text, `${text}-tint`]),
  ...['action-tint', 'seal-tint', 'good-tint', 'warn-tint'].flatMap((ground): [string, string][] => [
    ['ink', ground],
    ['muted', ground],
  ]),
  ['seal', 'action-tint'],
  ['good', 'action-tint'],
  ['on-action', 'action'],
  ['on-action', 'action-strong'],
  ['on-seal', 'seal'],
  ['on-seal', 'seal-strong'],
];

describe.each(themes)('the %s theme', (theme) => {
  it.each(readable)('reads %s on %s at 4.5:1 or better', (text, ground) => {
    expect(contrast(text, ground, theme)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(grounds)('shows the edge of controls on %s at 3:1 or better', (ground) => {
    expect(contrast('edge', ground, theme)).toBeGreaterThanOrEqual(3);
  });
});

it('measures black on white as 21:1, so that a broken formula cannot pass everything', () => {
  expect(luminance([1, 1, 1]) + 0.05).toBeCloseTo(21 * (luminance([0, 0, 0]) + 0.05));
});

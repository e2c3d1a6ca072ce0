import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { inspectPackage } from '../../../electron/dist/inspect-package.ts';

const good = {
  'package.json': '{"version":"1.0.0","main":"out/main/main.js"}',
  'out/main/main.js': `import { app } from "electron"; import { join } from "node:path";
    const csp = "default-src 'none'; script-src 'self'; frame-ancestors 'none'"; cache.fetch(1);`,
  'out/preload/preload.cjs': 'const e = require("electron");',
  'out/renderer/index.html': '<script type="module" src="./assets/index.js"></script>',
  'out/renderer/assets/index.js': 'import{a}from"./part.js";import(`./lazy.js`)',
  'out/renderer/assets/part.js': 'export const a=1',
  'out/renderer/assets/lazy.js': 'fetch("./x.json")',
  'out/renderer/assets/style.css': '',
};

function problemsOf(changes: Record<string, string | null> = {}): string[] {
  const files = new Map<string, Uint8Array>();
  for (const [path, content] of Object.entries({ ...good, ...changes })) {
    if (content !== null) files.set(path, new TextEncoder().encode(content));
  }
  return inspectPackage(files).flatMap(({ problems }) => problems);
}

it('finds nothing wrong with what belongs', () => {
  expect(problemsOf()).toEqual([]);
});

it.each([
  'node_modules/zod/index.js',
  'out/renderer/assets/index.js.map',
  'electron/main.ts',
  'out/main/main.ts',
  'electron/stand-in/start.ts',
  'out/renderer/assets/../../secret.js',
  'resources/samples/customers.csv',
  '.env',
])('refuses %s', (path) => {
  expect(problemsOf({ [path]: '' })).toContain(`does not belong: ${path}`);
});

it.each(['package.json', 'out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/index.html'])(
  'misses %s',
  (path) => {
    expect(problemsOf({ [path]: null })).toContain(`missing: ${path}`);
  },
);

it('refuses an app that grew too large', () => {
  expect(problemsOf({ 'out/renderer/assets/big.png': 'x'.repeat(25_000_001) })).toContain('too large');
});

it('counts what a screen loads before it stands, and refuses too much of it', () => {
  const heavy = `"${randomBytes(700_000).toString('hex')}"`;
  expect(problemsOf({ 'out/renderer/assets/part.js': heavy })).toContain('too large');
  expect(problemsOf({ 'out/renderer/assets/lazy.js': heavy })).toContain('too large');
  expect(
    problemsOf({ 'out/renderer/assets/deeper.js': heavy, 'out/renderer/assets/lazy.js': 'import("./deeper.js")' }),
  ).toEqual([]);
});

it('refuses a window cut into too many scripts, and scripts that import each other in a circle', () => {
  const asset = (name: string) => `out/renderer/assets/${name}.js`;
  const many = Object.fromEntries(Array.from({ length: 101 }, (_, number) => [asset(`s${number}`), '']));
  expect(problemsOf(many)).toEqual(['too many']);
  const inCircle = {
    [asset('a')]: 'import "./b.js"',
    [asset('b')]: 'import "./c.js"',
    [asset('c')]: 'import "./b.js"',
  };
  expect(problemsOf(inCircle)).toEqual(['b', 'c'].map((name) => `imports itself by way of others: ${asset(name)}`));
});

it.each(['part', 'lazy'])('misses a %s script that is named and not there', (name) => {
  const path = `out/renderer/assets/${name}.js`;
  expect(problemsOf({ [path]: null })).toEqual([`named but not there: ${path}`]);
});

it.each([
  ['import http from "node:http"', 'node:http'],
  ['import "https"', 'https'],
  ['const net = require("net")', 'net'],
  ['const net = require(`node:net`)', 'node:net'],
  ['await import("node:dns")', 'node:dns'],
  ['import { spawn } from "node:child_process"', 'node:child_process'],
  ['import got from "got"', 'got'],
  ['process.getBuiltinModule("node:tls")', 'node:tls'],
])('refuses main with %s', (source, name) => {
  expect(problemsOf({ 'out/main/more.js': source })).toContain(`out/main/more.js uses ${name}`);
});

it('does not take what comments and texts say for code', () => {
  const source = `/* import "node:http"; fetch("https://x") */ export const a = 'require("node:net")';`;
  expect(problemsOf({ 'out/main/more.js': source })).toEqual([]);
});

it('refuses a module whose name is not written out', () => {
  expect(problemsOf({ 'out/main/more.js': 'await import(name)' })).toHaveLength(1);
});

it('refuses a preload that takes more than Electron', () => {
  expect(problemsOf({ 'out/preload/preload.cjs': 'require("node:fs")' })).toContain('the preload uses node:fs');
});

it.each(['fetch("https://x")', 'await net.fetch(u)', 'globalThis.fetch(u)', 'new WebSocket(u)'])(
  'refuses main that calls %s',
  (source) => {
    expect(problemsOf({ 'out/main/more.js': source })).toHaveLength(1);
  },
);

it('refuses a page or a policy that lets code in', () => {
  expect(problemsOf({ 'out/main/main.js': '"default-src \'none\'"' })).toHaveLength(2);
  const index = good['out/renderer/index.html'];
  expect(problemsOf({ 'out/renderer/index.html': `${index}<script>1</script>` })).toEqual(['the page has inline code']);
  expect(problemsOf({ 'out/renderer/index.html': `${index}<img src="https://x/y.png">` })).toEqual([
    'the page loads something from elsewhere',
  ]);
});

it('refuses a manifest that brings packages or scripts along', () => {
  const manifest = '{"main":"out/main/main.js","dependencies":{"a":"1"},"scripts":{"b":"c"}}';
  expect(problemsOf({ 'package.json': manifest })).toEqual(['has dependencies', 'has scripts']);
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';
import type { Finding } from './inspect-package.ts';

export interface PackageLicence {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
}

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** Folders whose imports never reach the packaged app. */
const leftOut = ['electron/stand-in', 'electron/dist'];

/** Every package that the app's own code imports, with what those packages need in turn, and their licences. */
export function collectLicences(rootDir: string): PackageLicence[] {
  const found = new Map<string, PackageLicence>();
  const visit = (name: string, fromDir: string): void => {
    const packageDir = findPackage(name, fromDir);
    if (!packageDir || found.has(packageDir)) return;
    const manifest = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')) as Manifest;
    found.set(packageDir, {
      name,
      version: manifest.version ?? '',
      licence: manifest.license ?? 'unknown',
      text: readLicenceText(packageDir),
    });
    for (const dependency of Object.keys(manifest.dependencies ?? {})) visit(dependency, packageDir);
  };
  for (const name of listImportedPackages(rootDir)) visit(name, rootDir);
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

export function formatNotices(licences: readonly PackageLicence[]): string {
  const head = 'Kebu contains the following software. Electron’s and Chromium’s own notices lie beside this file.\n';
  const rule = `\n${'-'.repeat(80)}\n`;
  return [
    head,
    ...licences.map(({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text}`),
  ].join(rule);
}

/** Licences under which something may be part of Kebu; anything else must be looked at by a person first. */
const acceptedLicences = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'MPL-2.0',
  'Unlicense',
]);

/** A licence, or a choice of several of which one will do. */
function isAccepted(licence: string): boolean {
  return licence
    .replace(/^\((.*)\)$/, '$1')
    .split(' OR ')
    .some((choice) => acceptedLicences.has(choice));
}

export function inspectNotices(licences: readonly PackageLicence[], shipped: string): Finding {
  const problems = licences
    .filter(({ licence }) => !isAccepted(licence))
    .map(({ name, licence }) => `${name} has the licence ${licence}`);
  if (shipped !== formatNotices(licences)) problems.push('the notices that were packed are not those of this build');
  if (licences.length === 0) problems.push('no package was found');
  return { what: 'licence notices', figure: `${licences.length} packages`, ok: problems.length === 0, problems };
}

function listImportedPackages(rootDir: string): Set<string> {
  const names = new Set<string>();
  for (const folder of ['electron', 'renderer', 'shared']) {
    for (const entry of readdirSync(join(rootDir, folder), { recursive: true, encoding: 'utf8' })) {
      const path = `${folder}/${entry.replaceAll('\\', '/')}`;
      if (!/\.tsx?$/.test(path) || leftOut.some((left) => path.startsWith(left))) continue;
      for (const name of packagesImportedBy(readFileSync(join(rootDir, path), 'utf8'))) names.add(name);
    }
  }
  return names;
}

/** Names of packages in import and export statements, without Node's own, Electron and types. */
export function packagesImportedBy(source: string): string[] {
  const specifiers = [...source.matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*)'([^'.#/][^']*)'/g)].map(
    (match) => match[1] ?? '',
  );
  return specifiers
    .map((specifier) =>
      specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/'),
    )
    .filter((name) => !name.startsWith('node:') && !builtinModules.includes(name) && name !== 'electron');
}

function findPackage(name: string, fromDir: string): string | null {
  for (let dir = fromDir; ; dir = dirname(dir)) {
    const candidate = join(dir, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return candidate;
    if (dir === dirname(dir)) return null;
  }
}

function readLicenceText(packageDir: string): string {
  const name = readdirSync(packageDir).find((file) => /^(licen[cs]e|copying)/i.test(file));
  return name ? readFileSync(join(packageDir, name), 'utf8').trim() : 'No licence text is part of this package.';
}

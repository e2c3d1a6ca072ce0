import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, it } from 'vitest';

const repository = resolve(import.meta.dirname, '../..');
const places = [
  process.env['KEBU_ORACLES'],
  join(repository, '../shared/oracles'),
  join(repository, '../../shared/oracles'),
];

/** The folder of known right answers, `undefined` where this checkout has none beside it. */
export const oraclesDir = places.find((place): place is string => place !== undefined && existsSync(place));

/** For `it.skipIf(noOracles(…))`: says loudly what is not checked. */
export function noOracles(what: string): boolean {
  if (oraclesDir !== undefined) return false;
  console.warn(`SKIPPED: ${what}: no oracles folder beside the repository (set KEBU_ORACLES)`);
  return true;
}

/** A group of tests that reads oracles while it is set up: where there are none, its body is not even run. */
export function describeOracle(name: string, body: () => void): void {
  if (noOracles(name)) describe.skip(name, () => it('needs the oracles', () => undefined));
  else describe(name, body);
}

export function readOracle(path: string): string {
  if (oraclesDir === undefined) throw new Error('read an oracle only where noOracles() is false');
  return readFileSync(join(oraclesDir, path), 'utf8');
}

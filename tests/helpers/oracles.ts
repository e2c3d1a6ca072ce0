import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const repository = resolve(import.meta.dirname, '../..');
const places = [
  process.env['KEBU_ORACLES'],
  join(repository, '../shared/oracles'),
  join(repository, '../../shared/oracles'),
];

/** The folder of known right answers, `undefined` where this checkout has none beside it. */
export const oraclesDir = places.find((place): place is string => place !== undefined && existsSync(place));

/** For `describe.skipIf(noOracles(…))`: says loudly what is not checked. */
export function noOracles(what: string): boolean {
  if (oraclesDir !== undefined) return false;
  console.warn(`SKIPPED: ${what}: no oracles folder beside the repository (set KEBU_ORACLES)`);
  return true;
}

export function readOracle(path: string): string {
  if (oraclesDir === undefined) throw new Error('read an oracle only where noOracles() is false');
  return readFileSync(join(oraclesDir, path), 'utf8');
}

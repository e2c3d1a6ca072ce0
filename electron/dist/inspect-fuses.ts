import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import type { Finding } from './inspect-package.ts';

const wanted = [
  [FuseV1Options.RunAsNode, FuseState.DISABLE],
  [FuseV1Options.EnableCookieEncryption, FuseState.ENABLE],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, FuseState.DISABLE],
  [FuseV1Options.EnableNodeCliInspectArguments, FuseState.DISABLE],
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, FuseState.ENABLE],
  [FuseV1Options.OnlyLoadAppFromAsar, FuseState.ENABLE],
  [FuseV1Options.GrantFileProtocolExtraPrivileges, FuseState.DISABLE],
] as const;

/** Reads the switches out of the packed binary. */
export async function inspectFuses(binaryPath: string): Promise<Finding> {
  const wire = await getCurrentFuseWire(binaryPath);
  const problems = wanted
    .filter(([fuse, state]) => wire[fuse] !== state)
    .map(([fuse, state]) => `${FuseV1Options[fuse]} is not ${FuseState[state]}`);
  return { what: 'fuses', figure: `${wanted.length} set`, ok: problems.length === 0, problems };
}

import { spawnSync } from 'node:child_process';

/**
 * `npm run test:offline`: the end-to-end specs in a network namespace of their own in which not even loopback is up. The
 * window is reached through a pipe, so nothing is missing there; whatever asked a network for anything would fail.
 */
const asRoot = process.getuid?.() === 0;
const isolate = asRoot ? ['--net'] : ['--map-root-user', '--net'];
const { status } = spawnSync('unshare', [...isolate, 'playwright', 'test', ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;

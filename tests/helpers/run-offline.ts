import { spawnSync } from 'node:child_process';

/**
 * `npm run test:offline`: the end-to-end specs in a network namespace of their own in which not even loopback is up. The
 * window is reached through a pipe, so nothing is missing there; whatever asked a network for anything would fail. Before
 * the first spec it is tried whether a network can be reached there after all.
 */
const asRoot = process.getuid?.() === 0;
const isolate = asRoot ? ['--net'] : ['--map-root-user', '--net'];
const inside = 'node tests/helpers/prove-offline.ts && exec playwright test "$@"';
const { status, error } = spawnSync('unshare', [...isolate, 'sh', '-c', inside, 'sh', ...process.argv.slice(2)], {
  stdio: 'inherit',
});
if (error) console.error(`No network namespace can be made here: ${error.message}`);
process.exitCode = status ?? 1;

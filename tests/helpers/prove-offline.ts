import { tryNetwork } from './try-network.ts';

/** Says what became of each attempt to reach a network, and fails when one got anywhere. */
const attempts = await tryNetwork();
for (const { what, outcome } of attempts) console.log(`${what}: ${outcome}`);
process.exitCode = attempts.some(({ hasLeft }) => hasLeft) ? 1 : 0;

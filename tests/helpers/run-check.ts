import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** `npm run check`: scripts of package.json side by side, each with what it says in one piece. The longest begin first. */
const parts = ['lint', 'types', 'dead-code', 'format:check'];

async function run(part: string): Promise<boolean> {
  const startedAt = performance.now();
  const color = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};
  const child = spawn(`npm run --silent ${part}`, { shell: true, env: { ...process.env, ...color } });
  const said: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => said.push(piece));
  child.stderr.on('data', (piece: Buffer) => said.push(piece));
  const isFine = await new Promise<boolean>((resolve) => {
    child.once('close', (code) => resolve(code === 0));
  });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${isFine ? '✓' : '✗'} ${part} (${seconds} s)`);
  process.stdout.write(Buffer.concat(said));
  return isFine;
}

/** Takes one part after the other until none is left. */
async function work(): Promise<boolean> {
  let isFine = true;
  for (let part = parts.shift(); part !== undefined; part = parts.shift()) isFine = (await run(part)) && isFine;
  return isFine;
}

const outcomes = await Promise.all(Array.from({ length: availableParallelism() }, work));
process.exitCode = outcomes.every(Boolean) ? 0 : 1;

import { faults, type Fault } from '../../helpers/failing-file-system.ts';
import type { Depth } from './tally.ts';

/** Every call × every kind of failure × once and for good; a quick run takes every second call, each with another kind. */
export function faultsAt(calls: number, depth: Depth): Fault[] {
  const all: Fault[] = [];
  for (let atCall = 1; atCall <= calls; atCall += 1) {
    for (const kind of faults) for (const lasting of [false, true]) all.push({ atCall, kind, lasting });
  }
  // A stride without a common factor with the number of kinds meets each of them.
  return depth === 'quick' ? all.filter((_, index) => index % 37 === 0) : all;
}

/** The same for acts that take long: every call with two kinds of failure, or in a long run with all of them. */
export function someFaultsAt(calls: number, depth: Depth): Fault[] {
  if (depth !== 'whole') return faultsAt(calls, depth);
  return Array.from({ length: calls }, (_, index) => index + 1).flatMap((atCall): Fault[] => [
    { atCall, kind: 'kill' },
    { atCall, kind: faults[atCall % (faults.length - 1)] ?? 'EIO', lasting: atCall % 3 === 0 },
  ]);
}

export function describeFault({ atCall, kind, lasting }: Fault): string {
  return `${kind} at call ${atCall}${lasting ? ' and ever after' : ''}`;
}

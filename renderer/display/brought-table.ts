import { navigate } from '../state/navigation.ts';
import type { Pasted } from '../ui/keys/use-paste.ts';

/** On its way to where tables come in; nowhere else, and no longer than that. */
let brought: Pasted | null = null;

/** Takes what was pasted elsewhere to where tables come in. */
export function bringTable(pasted: Pasted): void {
  brought = pasted;
  navigate({ screen: 'data', intent: 'import' });
}

export function takeBrought(): Pasted | null {
  const taken = brought;
  brought = null;
  return taken;
}

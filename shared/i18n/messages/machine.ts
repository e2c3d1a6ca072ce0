import type { Sentences } from '../catalogue.ts';

/** What the machine says itself: native dialogs, menus, questions before something leaves Kebu. */
export const machineMessages = {
  'machine.open-external': ['要用别的程序打开 {target} 吗？', 'Open {target} in another program?'],
} as const satisfies Sentences;

import type { LayoutStep } from '../layout-step.ts';

/** `unsaved`  what was typed and not saved yet, one sealed row each: { key, nonce, box } */
export const unsavedLayout: LayoutStep = { version: 2, stores: { unsaved: 'key' } };

import { initialLayout } from './history/0001-initial.ts';
import { unsavedLayout } from './history/0002-unsaved.ts';
import { sealedMetaLayout } from './history/0003-sealed-meta.ts';
import type { LayoutStep } from './layout-step.ts';

/** Every layout the database ever had, oldest first. */
export const layoutSteps: readonly LayoutStep[] = [initialLayout, unsavedLayout, sealedMetaLayout];
export const latestLayout = layoutSteps.at(-1)?.version ?? 0;

import { initialLayout } from './history/0001-initial.ts';
import type { LayoutStep } from './layout-step.ts';

/** Every layout the database ever had, oldest first. */
export const layoutSteps: readonly LayoutStep[] = [initialLayout];
export const latestLayout = layoutSteps.at(-1)?.version ?? 0;

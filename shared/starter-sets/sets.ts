import { beauty } from './beauty.ts';
import { education } from './education.ts';
import { insurance } from './insurance.ts';
import { repair } from './repair.ts';
import { retail } from './retail.ts';
import type { StarterSet, Trade } from './starter-set.ts';
import { wholesale } from './wholesale.ts';

export const starterSets: Readonly<Record<Trade, StarterSet>> = {
  retail,
  wholesale,
  beauty,
  repair,
  insurance,
  education,
};

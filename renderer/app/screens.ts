import {
  CalendarDays,
  Database,
  LayoutGrid,
  ShieldCheck,
  SlidersHorizontal,
  Sun,
  Users,
  type LucideIcon,
} from 'lucide-react';
import type { ComponentType } from 'react';
import type { ScreenId } from '../state/navigation.ts';

/**
 * One line per screen that exists; each comes in its own file, read when it is first shown:
 * `today: async () => (await import('../features/today/today-screen.tsx')).TodayScreen,`
 */
export const screenLoaders: Partial<Record<ScreenId, () => Promise<ComponentType>>> = {};

export const screenIcons: Record<ScreenId, LucideIcon> = {
  today: Sun,
  customers: Users,
  calendar: CalendarDays,
  classes: LayoutGrid,
  data: Database,
  safety: ShieldCheck,
  settings: SlidersHorizontal,
};

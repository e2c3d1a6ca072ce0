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

/** One line per screen; each comes in its own file, read when it is first shown. */
export const screenLoaders: Partial<Record<ScreenId, () => Promise<ComponentType>>> = {
  today: async () => (await import('../features/today/today-screen.tsx')).TodayScreen,
  customers: async () => (await import('../features/customers/customers-screen.tsx')).CustomersScreen,
  calendar: async () => (await import('../features/calendar/calendar-screen.tsx')).CalendarScreen,
  classes: async () => (await import('../features/classes/classes-screen.tsx')).ClassesScreen,
  safety: async () => (await import('../features/safety/safety-screen.tsx')).SafetyScreen,
  data: async () => (await import('../features/imports/data-screen.tsx')).DataScreen,
  settings: async () => (await import('../features/settings/settings-screen.tsx')).SettingsScreen,
};

export const screenIcons: Record<ScreenId, LucideIcon> = {
  today: Sun,
  customers: Users,
  calendar: CalendarDays,
  classes: LayoutGrid,
  data: Database,
  safety: ShieldCheck,
  settings: SlidersHorizontal,
};

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
import type { LocalDate } from '#shared/domain/record.ts';
import type { Question } from '../engine/client/question.ts';
import type { RailId, ScreenId } from '../state/navigation.ts';
import { later, type Later } from '../ui/layout/later.ts';

export interface LoadedScreen {
  Screen: ComponentType;
  /** What it asks first, on this day: asked ahead, so that even the first visit shows everything at once. */
  questions?: (today: LocalDate) => readonly Question[];
  /** The same for what it asks of main. */
  askMainFirst?: () => Promise<void>;
}

/** Each comes in its own file, read when it is first shown or when nothing else is to be done. */
export const screens: Record<ScreenId, Later<LoadedScreen>> = {
  today: later(async () => {
    const { TodayScreen, todayQuestions } = await import('../features/today/today-screen.tsx');
    return { Screen: TodayScreen, questions: todayQuestions };
  }),
  customers: later(async () => ({
    Screen: (await import('../features/customers/customers-screen.tsx')).CustomersScreen,
  })),
  'check-up': later(async () => ({
    Screen: (await import('../features/customers/check-up/check-up-screen.tsx')).CheckUpScreen,
  })),
  gaps: later(async () => ({
    Screen: (await import('../features/customers/gaps/gaps-screen.tsx')).GapsScreen,
  })),
  calendar: later(async () => {
    const { CalendarScreen, calendarQuestions } = await import('../features/calendar/calendar-screen.tsx');
    return { Screen: CalendarScreen, questions: calendarQuestions };
  }),
  classes: later(async () => {
    const { ClassesScreen, classesQuestions } = await import('../features/classes/classes-screen.tsx');
    return { Screen: ClassesScreen, questions: classesQuestions };
  }),
  data: later(async () => {
    const { DataScreen, dataQuestions } = await import('../features/imports/data-screen.tsx');
    return { Screen: DataScreen, questions: dataQuestions };
  }),
  safety: later(async () => {
    const { SafetyScreen, safetyQuestions, askMainFirst } = await import('../features/safety/safety-screen.tsx');
    return { Screen: SafetyScreen, questions: safetyQuestions, askMainFirst };
  }),
  settings: later(async () => {
    const { SettingsScreen, settingsQuestions } = await import('../features/settings/settings-screen.tsx');
    return { Screen: SettingsScreen, questions: settingsQuestions };
  }),
};

export const screenIcons: Record<RailId, LucideIcon> = {
  today: Sun,
  customers: Users,
  calendar: CalendarDays,
  classes: LayoutGrid,
  data: Database,
  safety: ShieldCheck,
  settings: SlidersHorizontal,
};

import { createContext, useContext, useEffect, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { dropLostCarets } from '../keys/lost-caret.ts';
import { TooltipHost } from '../overlays/tooltip-host.tsx';
import { showWholeWhenCut } from '../text/whole-when-cut.ts';
import { countClicksByKeyAsKeys } from './keyboard.ts';

/** The few words the kit says by itself. The app fills them in, so that the kit knows no catalogue. */
export interface KitWords {
  close: string;
  remove: string;
  clear: string;
  cancel: string;
  openCalendar: string;
  clearDate: string;
  notifications: string;
  noMatch: string;
  /** Of a list that is too long to be shown. */
  moreToFind: (count: number) => string;
  /** What long work takes yet, in whole minutes; 0 is less than one. */
  remaining: (minutes: number) => string;
  increase: string;
  decrease: string;
  /** In which order a day is written where the year comes last. */
  dayMonthYear: string;
  monthDayYear: string;
  show: string;
  hide: string;
}

/** How money and time are said. Amounts are as they are stored, `time` is `YYYY-MM-DD` with or without `THH:mm`, `at` an ISO instant. */
export interface KitFormats {
  amount: (fen: number) => string;
  /** Rounded to whole ones of the currency, for lists and sums. */
  wholeAmount: (fen: number) => string;
  /** The amount at a glance (万); empty where the plain figure says as much. */
  amountShort: (fen: number) => string;
  day: (time: string) => string;
  longDay: (time: string) => string;
  daysAgo: (time: string) => string;
  due: (time: string) => string;
  /** Negative for what is past. */
  daysUntil: (time: string) => number;
  instant: (at: string) => string;
  words: (words: readonly string[]) => string;
}

export interface KitSettings {
  /** BCP 47 tag for the date fields, numbers and sorting. */
  locale: string;
  words: KitWords;
  formats: KitFormats;
}

const KitContext = createContext<KitSettings | null>(null);

export function KitProvider({ children, ...settings }: KitSettings & { children: ReactNode }) {
  useEffect(() => countClicksByKeyAsKeys(document), []);
  useEffect(() => showWholeWhenCut(document), []);
  useEffect(() => dropLostCarets(document), []);
  return (
    <KitContext value={settings}>
      <I18nProvider locale={settings.locale}>
        {children}
        <TooltipHost />
      </I18nProvider>
    </KitContext>
  );
}

export function useKit(): KitSettings {
  const settings = useContext(KitContext);
  if (!settings) throw new Error('Broken invariant: a kit component outside KitProvider');
  return settings;
}

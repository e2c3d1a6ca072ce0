import { useEffect, useEffectEvent, useRef } from 'react';
import { create } from 'zustand';
import type { ClassKey, Dimension } from '#shared/domain/class-scheme/class-scheme.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { LocalDate } from '#shared/domain/record.ts';
import type { SheetLayout } from '#shared/print/sheet-layouts.ts';
import { onErased } from './erased.ts';

/** Where one can go, and what to do on arrival. Ids and words only, never records. */
export type Target =
  | { screen: 'today'; intent?: 'log' }
  | {
      screen: 'customers';
      customerId?: CustomerId;
      /** What happened with this customer: shown where it stands on the card. */
      entryId?: string | undefined;
      /** `new`: start a new customer, with `text` as the quick-add line; `introductions`: who introduced whom; `merge`, `export`, `ask`, `tag`: the selected ones; `print`: those or the whole list; `reply`: what one sent back; `sale`: an order of this customer, or of somebody to be named. */
      intent?: 'new' | 'introductions' | 'merge' | 'export' | 'print' | 'filter' | 'ask' | 'reply' | 'tag' | 'sale';
      text?: string;
      /** Of `print`: what on paper. */
      printAs?: SheetLayout;
      /** Look for this among everybody. */
      search?: string;
      /** Show this list, one of one's own or one that every archive has. */
      view?: string;
      /** Show the customers of one class. */
      filter?: { dimension: Dimension; class: ClassKey };
      /** Select these, whatever was selected before. */
      selected?: readonly CustomerId[];
      /** Show those whom a campaign brought. */
      campaign?: string;
    }
  /** Goes through those whose details are due for a check. */
  | { screen: 'check-up' }
  /** Goes through those of whom something is missed. */
  | { screen: 'gaps' }
  | { screen: 'calendar'; day?: LocalDate }
  | { screen: 'classes'; dimension?: Dimension }
  | { screen: 'data'; intent?: 'import' | 'practice' | 'duplicates' }
  | { screen: 'safety'; intent?: 'backup' | 'restore' | 'paper-key' | 'bin' }
  | { screen: 'settings'; part?: SettingsPart };

export type SettingsPart = 'general' | 'fields' | 'tags' | 'words' | 'card' | 'starters';

export type ScreenId = Target['screen'];

/** The order of the rail and of the keys 1 to 7. */
export const screenIds = [
  'today',
  'customers',
  'calendar',
  'classes',
  'data',
  'safety',
  'settings',
] as const satisfies readonly ScreenId[];
export type RailId = (typeof screenIds)[number];

/** Screens without a place of their own on the rail, and where they belong there. */
const placesOfOthers: Readonly<Record<Exclude<ScreenId, RailId>, RailId>> = {
  'check-up': 'customers',
  gaps: 'customers',
};
const otherIds = Object.keys(placesOfOthers) as (keyof typeof placesOfOthers)[];

export function placeOnRail(id: ScreenId): RailId {
  return id in placesOfOthers ? placesOfOthers[id as keyof typeof placesOfOthers] : (id as RailId);
}

interface Navigation {
  target: Target;
  /** Grows with every visit, so that going to the same target twice is seen. */
  visit: number;
  past: readonly Target[];
  future: readonly Target[];
}

function readHash(): Target {
  const screen = [...screenIds, ...otherIds].find((id) => `#${id}` === location.hash);
  return { screen: screen ?? 'today' };
}

/** On lock: the window reloads and only the screen's name survives, in the address; targets with ids are forgotten. */
export const useNavigation = create<Navigation>(() => ({ target: readHash(), visit: 0, past: [], future: [] }));

/** What the keyboard was at when a screen was left, as far as it is still there. */
const leftAt = new Map<ScreenId, WeakRef<HTMLElement>>();

function show(target: Target, past: readonly Target[], future: readonly Target[]): void {
  history.replaceState(null, '', `#${target.screen}`);
  useNavigation.setState((state) => ({ target, visit: state.visit + 1, past: past.slice(-50), future }));
}

export function navigate(target: Target): void {
  const { target: current, past } = useNavigation.getState();
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement) leftAt.set(current.screen, new WeakRef(activeElement));
  show(target, [...past, current], []);
}

/**
 * What on another screen this customer was opened from, as the last step; `null` where that was the list itself, or is gone, as
 * what lay over a screen is.
 */
export function openedFrom(customerId: CustomerId): HTMLElement | null {
  const { target, past } = useNavigation.getState();
  const from = past.at(-1)?.screen ?? 'customers';
  if (from === 'customers' || target.screen !== 'customers' || target.customerId !== customerId) return null;
  const element = leftAt.get(from)?.deref();
  return element?.isConnected && element !== document.body ? element : null;
}

export function goBack(): void {
  const { target, past, future } = useNavigation.getState();
  const previous = past.at(-1);
  if (previous) show(previous, past.slice(0, -1), [target, ...future]);
}

export function goForward(): void {
  const { target, past, future } = useNavigation.getState();
  const next = future[0];
  if (next) show(next, [...past, target], future.slice(1));
}

/** The same way without those who are erased. */
function withoutErased(target: Target, isErased: (customerId: string) => boolean): Target {
  if (target.screen !== 'customers') return target;
  const { customerId, entryId, selected, ...rest } = target;
  return {
    ...rest,
    ...(customerId !== undefined && !isErased(customerId) && { customerId, entryId }),
    ...(selected && { selected: selected.filter((id) => !isErased(id)) }),
  };
}

onErased((isErased) => {
  const forget = (target: Target): Target => withoutErased(target, isErased);
  // No visit: whoever is somewhere stays there.
  useNavigation.setState(({ target, past, future }) => ({
    target: forget(target),
    past: past.map(forget),
    future: future.map(forget),
  }));
});

/** Runs once for each visit of a screen, with what the visitor wants there. Nothing is drawn again for it. */
export function useArrival<S extends ScreenId>(
  screen: S,
  onArrive: (target: Extract<Target, { screen: S }>) => void,
): void {
  const arrive = useEffectEvent(onArrive);
  const seenVisit = useRef(-1);
  useEffect(() => {
    const look = ({ target, visit }: Navigation): void => {
      if (target.screen !== screen || visit === seenVisit.current) return;
      seenVisit.current = visit;
      arrive(target as Extract<Target, { screen: S }>);
    };
    look(useNavigation.getState());
    return useNavigation.subscribe(look);
  }, [screen]);
}

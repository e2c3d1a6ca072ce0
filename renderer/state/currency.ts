import { create } from 'zustand';
import { defaultCurrency, type Currency } from '#shared/money/currency.ts';

const useStored = create<{ currency: Currency }>(() => ({ currency: defaultCurrency }));

/** What the amounts of the open archive are in. On lock: goes with the window. */
export function useCurrency(): Currency {
  return useStored(({ currency }) => currency);
}

export function setCurrency(currency: Currency): void {
  useStored.setState({ currency });
}

import { expect, it } from 'vitest';
import { isDayFirstFor, isMonthFirstFor } from '#shared/match/country.ts';

it('knows how days are written where a currency is at home', () => {
  for (const currency of ['GBP', 'EUR', 'AUD', 'INR', 'CHF', 'PLN', 'BRL', 'HKD'] as const)
    expect(isDayFirstFor(currency), currency).toBe(true);
  for (const currency of ['USD', 'PHP'] as const)
    expect([isDayFirstFor(currency), isMonthFirstFor(currency)], currency).toEqual([false, true]);
  for (const currency of ['CNY', 'JPY', 'KRW', 'TWD', 'CAD'] as const)
    expect([isDayFirstFor(currency), isMonthFirstFor(currency)], currency).toEqual([false, false]);
});

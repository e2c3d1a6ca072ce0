import type { Change } from '#shared/changes/change-set.ts';
import type { Settings } from '#shared/domain/settings/settings.ts';
import { failWith } from '#shared/errors/app-error.ts';
import type { Counts } from '#shared/ipc/contract.ts';
import { currencyOf, placesOf } from '#shared/money/currency.ts';

/** Records that may hold an amount, or belong to one that does. */
const withAmounts = ['customer', 'product', 'word', 'keptSale'] as const;

/**
 * What no write may do, whichever way it comes: make thousandths of what is stored in hundredths. Throws `archive/currency-scale` when
 * the currency becomes one of another number of stored places while there is anything that may hold an amount.
 */
export function checkCurrency(changes: readonly Change[], counts: Counts): void {
  for (const { table, before, after } of changes) {
    if (table !== 'settings') continue;
    const [was, is] = [before, after].map((settings) =>
      placesOf(currencyOf((settings as Settings | null) ?? undefined)),
    );
    if (was !== is && withAmounts.some((each) => (counts[each] ?? 0) > 0)) failWith('archive/currency-scale');
  }
}

import { useEffect } from 'react';
import { currencyOf } from '#shared/money/currency.ts';
import { settingsQuestion } from '../../display/archive-settings.ts';
import { useQuestion } from '../../engine/client/use-engine-query.ts';
import { setCurrency } from '../../state/currency.ts';

/** Amounts are said in what the archive counts in, from the moment on in which that is changed or taken back. */
export function useFollowCurrency(): void {
  const { data: settings } = useQuestion(settingsQuestion);
  useEffect(() => {
    if (settings) setCurrency(currencyOf(settings[0]));
  }, [settings]);
}

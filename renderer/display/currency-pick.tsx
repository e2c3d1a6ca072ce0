import type { Language } from '#shared/i18n/catalogue.ts';
import { commonCurrencies, currencies, likelyCurrency, type Currency } from '#shared/money/currency.ts';
import { currencyMark, currencyName } from '#shared/money/say-money.ts';
import { useLanguage, useT } from '../platform/language.tsx';
import { useSession } from '../state/session.ts';
import { PickList } from '../ui/fields/pick-list.tsx';

interface CurrencyPickProps {
  value: Currency;
  /** Stands first, beside those that many count in. */
  likely: Currency;
  isLabelShown?: boolean;
  onChange: (currency: Currency) => void;
}

/** The currency of an archive, out of all there are. */
export function CurrencyPick({ value, likely, isLabelShown = true, onChange }: CurrencyPickProps) {
  const t = useT();
  const language = useLanguage();
  const optionsOf = (some: readonly Currency[]) => some.map((id) => ({ id, label: labelOf(language, id) }));
  const first = [...new Set([value, likely, ...commonCurrencies])];
  const collator = new Intl.Collator(language);
  const others = optionsOf(currencies.filter((each) => !first.includes(each)));
  return (
    <PickList
      label={t('settings.currency')}
      isLabelShown={isLabelShown}
      placeholder={t('settings.currency.find')}
      sections={[
        { id: 'first', options: optionsOf(first) },
        {
          id: 'others',
          title: t('settings.currency.others'),
          options: others.toSorted((a, b) => collator.compare(a.label, b.label)),
        },
      ]}
      chosen={[value]}
      onChange={([id]) => {
        const chosen = currencies.find((each) => each === id);
        if (chosen) onChange(chosen);
      }}
    />
  );
}

/** `British Pound · GBP · £`: found by any of them. */
function labelOf(language: Language, currency: Currency): string {
  const mark = currencyMark(language, currency).trim();
  return [currencyName(language, currency), currency, ...(mark === currency ? [] : [mark])].join(' · ');
}

/** What people count in where this computer says that it is. */
export function useLikelyCurrency(): Currency {
  const language = useLanguage();
  const region = useSession(({ info }) => info?.region ?? '');
  return likelyCurrency(region, language);
}

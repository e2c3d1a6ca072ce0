import { decimalsOf, unitOf, type Currency } from '#shared/money/currency.ts';
import { currencyName } from '#shared/money/say-money.ts';
import { useEditSettings } from '../../display/archive-settings.ts';
import { CurrencyPick, useLikelyCurrency } from '../../display/currency-pick.tsx';
import { useLanguage, useT } from '../../platform/language.tsx';
import { useCurrency } from '../../state/currency.ts';
import { useKit } from '../../ui/theme/kit-provider.tsx';
import { Section } from '../../ui/layout/section.tsx';
import styles from './settings.module.css';

/** With decimals where there are any. */
function exampleOf(currency: Currency): number {
  return (decimalsOf(currency) === 0 ? 1234 : 1234.5) * unitOf(currency);
}

/** What the amounts of the archive are in. */
export function CurrencyForm() {
  const t = useT();
  const language = useLanguage();
  const editSettings = useEditSettings();
  const currency = useCurrency();
  const { formats } = useKit();
  return (
    <Section title={t('settings.currency')} intro={t('settings.currency.intro')}>
      <div className={styles.form}>
        <CurrencyPick
          value={currency}
          likely={useLikelyCurrency()}
          isLabelShown={false}
          onChange={(next) => {
            if (next === currency) return;
            const name = currencyName(language, next);
            void editSettings(() => ({ currency: next }), t('settings.currency.changed', { name }));
          }}
        />
        <p className={`${styles.quiet} ${styles.beside}`}>
          {t('settings.currency.example', { amount: formats.amount(exampleOf(currency)) })}
        </p>
      </div>
    </Section>
  );
}

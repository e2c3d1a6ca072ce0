import { FileDown } from 'lucide-react';
import type { KeptSale } from '#shared/domain/kept-sale/kept-sale.ts';
import type { Product } from '#shared/domain/product/product.ts';
import { writeWords } from '#shared/formats/values/word-list.ts';
import { writeCsv } from '#shared/formats/csv/write-csv.ts';
import type { Currency } from '#shared/money/currency.ts';
import { writeFullMoney } from '#shared/money/say-money.ts';
import { reportFailure } from '../../../display/report-failure.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { localToday } from '../../../platform/clock.ts';
import { useT } from '../../../platform/language.tsx';
import { callMain } from '../../../platform/main-api.ts';
import { useCurrency } from '../../../state/currency.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { showToast } from '../../../ui/feedback/toasts.ts';
import { useKit } from '../../../ui/theme/kit-provider.tsx';
import { keptSalesQuestion, productsQuestion } from '../first-questions.ts';
import styles from './bin-section.module.css';

/** What is left of the orders of erased customers, and the way out for whoever does the books. */
export function KeptSales() {
  const t = useT();
  const currency = useCurrency();
  const { formats } = useKit();
  const sales = useEngineQuery(keptSalesQuestion.key, keptSalesQuestion.ask).data ?? [];
  const products = useEngineQuery(productsQuestion.key, productsQuestion.ask).data ?? [];
  if (sales.length === 0) return null;
  const save = async (): Promise<void> => {
    const header = [
      ...(['date', 'no', 'type'] as const).map((field) => t(`field.keptSale.${field}`)),
      ...(['products', 'total', 'paid'] as const).map((column) => t(`trust.kept.${column}`, { currency })),
    ];
    const ordered = sales.toSorted((a, b) => (a.date < b.date ? -1 : 1));
    const rows = ordered.map((sale) => cellsOf(sale, products, t(`orderType.${sale.type}`), currency));
    const content = new TextEncoder().encode(writeCsv([header, ...rows]));
    const suggestedName = `kebu-${t('trust.kept.file')}-${localToday()}.csv`;
    const { savedAs } = await callMain('files/save', { suggestedName, content, exported: sales.length });
    if (savedAs !== null) showToast({ text: t('trust.certificate.saved', { file: savedAs }) });
  };
  const total = sales.reduce((sum, { totalFen }) => sum + totalFen, 0);
  return (
    <div className={styles.kept}>
      <p>{t('trust.kept', { count: sales.length, amount: formats.amount(total) })}</p>
      <Button size="small" kind="quiet" icon={<FileDown />} onPress={() => void save().catch(reportFailure)}>
        {t('trust.kept.save')}
      </Button>
    </div>
  );
}

function cellsOf(
  { date, no, lines, totalFen, paidFen }: KeptSale,
  products: readonly Product[],
  type: string,
  currency: Currency,
): string[] {
  const names = lines.map(({ productId }) => products.find(({ id }) => id === productId)?.name ?? '—');
  const write = (fen: number) => writeFullMoney(fen, currency);
  return [date, no, type, writeWords(names), write(totalFen), paidFen === undefined ? '' : write(paidFen)];
}

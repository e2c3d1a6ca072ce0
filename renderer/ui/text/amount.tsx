import { useKit } from '../theme/kit-provider.tsx';

export interface AmountProps {
  fen: number | null;
  /** Rounded to whole ones of the currency, for lists and sums. */
  isWhole?: boolean;
}

/** Money as it is stored, shown in the archive's currency; 万 or thousands on hover. */
export function Amount({ fen, isWhole = false }: AmountProps) {
  const { formats } = useKit();
  if (fen === null) return <>—</>;
  const short = formats.amountShort(fen);
  return (
    <span {...(short === '' ? {} : { title: short })}>{isWhole ? formats.wholeAmount(fen) : formats.amount(fen)}</span>
  );
}

import { useKit } from '../theme/kit-provider.tsx';

export interface AmountProps {
  fen: number | null;
  /** Rounded to whole yuan, for lists and sums. */
  isWhole?: boolean;
}

/** Money in integer fen, shown in yuan; 万 on hover. */
export function Amount({ fen, isWhole = false }: AmountProps) {
  const { formats } = useKit();
  if (fen === null) return <>—</>;
  const short = formats.amountShort(fen);
  return (
    <span {...(short === '' ? {} : { title: short })}>
      {formats.amount(isWhole ? Math.round(fen / 100) * 100 : fen)}
    </span>
  );
}

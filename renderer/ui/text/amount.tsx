import { useKit } from '../theme/kit-provider.tsx';

/** Money in integer fen, shown in yuan; 万 on hover. */
export function Amount({ fen }: { fen: number | null }) {
  const { formats } = useKit();
  if (fen === null) return <>—</>;
  const short = formats.amountShort(fen);
  return <span {...(short === '' ? {} : { title: short })}>{formats.amount(fen)}</span>;
}

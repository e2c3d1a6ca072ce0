import { useKit } from '../theme/kit-provider.tsx';

export interface DateTextProps {
  /** `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm`; `null` shows a dash. */
  value: string | null;
  /** `11月18日`, or `3 天前`, or `逾期 2 天`; the whole date is the tooltip. */
  as?: 'day' | 'ago' | 'due';
}

/** A business day or time, as the wall clock showed it. */
export function DateText({ value, as = 'day' }: DateTextProps) {
  const { formats } = useKit();
  if (value === null) return <>—</>;
  const format = { day: formats.day, ago: formats.daysAgo, due: formats.due }[as];
  return (
    <time dateTime={value} title={formats.longDay(value)}>
      {format(value)}
    </time>
  );
}

/** A machine moment (UTC ISO) in the local zone. */
export function InstantText({ at }: { at: string }) {
  const { formats } = useKit();
  return (
    <time dateTime={at} title={at}>
      {formats.instant(at)}
    </time>
  );
}

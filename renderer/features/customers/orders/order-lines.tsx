import { Plus, X } from 'lucide-react';
import { useRef, useState } from 'react';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { emptyLine, isEmpty, takeGoods, typeInLine, type LineText } from '#shared/domain/order/order-text.ts';
import { useT } from '../../../platform/language.tsx';
import { useCurrency } from '../../../state/currency.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { useFirstFew } from '../card/use-first-few.tsx';
import { GoodsField } from './goods-field.tsx';
import styles from './orders.module.css';
import type { SayProblem } from './use-say-problem.ts';

/** So many boxes stand at once in an order of very many lines. */
const mostLines = 40;
const goods = ['text', 'import.field.product'] as const;
const numbers = [
  ['qty', 'import.field.qty'],
  ['price', 'import.field.unitPrice'],
  ['amount', 'import.field.amount'],
] as const;
const columns = [goods, ...numbers];

interface OrderLinesProps {
  customerId: CustomerId | null;
  lines: readonly LineText[];
  onChange: (lines: LineText[]) => void;
  say: SayProblem;
  /** Typing begins in the first line. */
  autoFocus?: boolean;
  onSave: () => void;
}

/** What was bought, line by line. */
export function OrderLines({ customerId, lines, onChange, say, autoFocus = false, onSave }: OrderLinesProps) {
  const t = useT();
  const currency = useCurrency();
  /** The line that was added last: typing goes on there. */
  const [added, setAdded] = useState<number | null>(autoFocus ? 0 : null);
  /** The price that came with the goods of a line: other goods bring another one. */
  const [offered, setOffered] = useState<ReadonlyMap<number, string>>(new Map());
  const frame = useRef<HTMLDivElement>(null);
  const lastWrong = lines.findLastIndex((_, at) => columns.some(([id]) => say(`${id} ${at}`) !== undefined));
  const { shown, others } = useFirstFew(lines, mostLines, { openAt: lastWrong < 0 ? null : lastWrong });
  /** Enter goes through the boxes of a line until it has an amount, and then saves. */
  const goOn = (line: LineText, at: number, box: number) => {
    const isMade = line.amount.trim() !== '' || isEmpty(line);
    const boxes = frame.current?.querySelectorAll(':scope > [role=group]')[at]?.querySelectorAll('input');
    const next = isMade ? undefined : boxes?.[box + 1];
    if (!next) onSave();
    next?.focus();
    next?.select();
  };
  return (
    <div ref={frame} className={styles.lines} data-lines data-several={lines.length > 1 || undefined}>
      <div className={styles.lineHead} aria-hidden="true">
        {columns.map(([id, label]) => (
          <span key={id}>{t(label)}</span>
        ))}
      </div>
      {shown.map((line, at) => (
        // A line is known by its place: its boxes hold nothing of their own.
        <div key={at} className={styles.line} role="group" aria-label={t('order.line', { number: at + 1 })}>
          <GoodsField
            customerId={customerId}
            value={line.text}
            error={say(`text ${at}`)}
            autoFocus={at === added}
            onType={(text) => {
              onChange(lines.with(at, typeInLine(line, { text }, currency)));
            }}
            onTake={(taken) => {
              const next = takeGoods(line, taken, currency, offered.get(at));
              if (next.price !== line.price) setOffered(new Map(offered).set(at, next.price));
              onChange(lines.with(at, next));
            }}
            onEnter={() => {
              goOn(line, at, 0);
            }}
          />
          {numbers.map(([id, label], box) => (
            <TextField
              key={id}
              label={t(label)}
              isLabelHidden
              value={line[id]}
              error={say(`${id} ${at}`)}
              onEnter={() => {
                goOn(line, at, box + 1);
              }}
              onChange={(text) => {
                onChange(lines.with(at, typeInLine(line, { [id]: text }, currency)));
              }}
            />
          ))}
          {lines.length > 1 && (
            <IconButton
              label={t('order.removeLine', { number: at + 1 })}
              icon={<X />}
              size="small"
              onPress={() => {
                // The button goes with its line, and the focus with the button.
                frame.current?.querySelectorAll<HTMLElement>('[role=combobox]')[Math.max(0, at - 1)]?.focus();
                setAdded(null);
                setOffered(new Map());
                onChange(lines.toSpliced(at, 1));
              }}
            />
          )}
        </div>
      ))}
      <div>
        {others ?? (
          <Button
            kind="quiet"
            size="small"
            edge="start"
            icon={<Plus />}
            onPress={() => {
              setAdded(lines.length);
              onChange([...lines, emptyLine]);
            }}
          >
            {t('order.addLine')}
          </Button>
        )}
      </div>
    </div>
  );
}

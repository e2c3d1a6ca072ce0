import { useState } from 'react';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { formatDay } from '#shared/i18n/format.ts';
import type { OfferedGoods } from '../../../engine/api.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { useToday } from '../../../platform/clock.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { LookupField } from '../../../ui/fields/lookup-field.tsx';
import { useKit } from '../../../ui/theme/kit-provider.tsx';

interface GoodsFieldProps {
  /** Who buys; `null` while that is not known. */
  customerId: CustomerId | null;
  value: string;
  error: string | undefined;
  autoFocus: boolean;
  onType: (text: string) => void;
  onTake: (offered: OfferedGoods) => void;
  onEnter: () => void;
}

/** What is bought, in whatever words; what was sold before is offered with its last price. */
export function GoodsField({ customerId, value, onTake, ...box }: GoodsFieldProps) {
  const t = useT();
  const language = useLanguage();
  const { formats } = useKit();
  const today = useToday();
  const [isFocused, setFocused] = useState(false);
  const { data: offered = [] } = useEngineQuery(
    isFocused ? `offeredGoods:${customerId ?? ''}:${value}` : 'offeredGoods',
    async (engine) => (isFocused ? engine.offeredGoods(customerId, value) : []),
    { keepsPrevious: true, passing: true },
  );
  const detailOf = ({ priceFen, boughtOn }: OfferedGoods) =>
    [
      priceFen === null ? '' : formats.amount(priceFen),
      boughtOn === null ? '' : t('order.boughtOn', { day: formatDay(language, boughtOn, today) }),
    ]
      .filter((part) => part !== '')
      .join(' · ');
  return (
    <LookupField
      {...box}
      label={t('import.field.product')}
      isLabelHidden
      text={value}
      options={offered.map((each) => ({ id: each.name, label: each.name, detail: detailOf(each) }))}
      onFocusChange={setFocused}
      onTake={(name) => {
        const taken = offered.find((each) => each.name === name);
        if (taken) onTake(taken);
      }}
    />
  );
}

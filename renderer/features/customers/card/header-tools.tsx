import { ChevronDown, ChevronUp, ReceiptText, X } from 'lucide-react';
import { memo } from 'react';
import { useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';

export const SellButton = memo(function SellButton({ onSell }: { onSell: () => void }) {
  const t = useT();
  return (
    <Button size="small" icon={<ReceiptText />} keys="S" onPress={onSell}>
      {t('order.new')}
    </Button>
  );
});

/** The way to the neighbours in the list; the same on every card, so that turning the page leaves it alone. */
export const StepButtons = memo(function StepButtons({ onStep }: { onStep: (by: 1 | -1) => void }) {
  const t = useT();
  return (
    <>
      <IconButton
        label={t('card.previous')}
        keys="Mod+Up"
        icon={<ChevronUp />}
        onPress={() => {
          onStep(-1);
        }}
      />
      <IconButton
        label={t('card.next')}
        keys="Mod+Down"
        icon={<ChevronDown />}
        onPress={() => {
          onStep(1);
        }}
      />
    </>
  );
});

export const CloseButton = memo(function CloseButton({ onClose }: { onClose: () => void }) {
  const t = useT();
  return <IconButton label={t('card.close')} icon={<X />} onPress={onClose} />;
});

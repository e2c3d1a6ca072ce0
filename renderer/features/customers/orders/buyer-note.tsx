import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { usePutBackCustomer } from '../../../display/use-put-back-customer.ts';
import type { Whereabouts } from '../../../engine/api.ts';
import { useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { Banner } from '../../../ui/feedback/banner.tsx';

interface BuyerNoteProps {
  /** Who was meant when they were chosen. */
  chosenId: CustomerId;
  where: Whereabouts;
  /** Somebody else can be chosen instead. */
  isChoosable: boolean;
  /** The buyer is there again: typing goes on elsewhere. */
  onPutBack: () => void;
}

/** What became of a buyer since they were chosen: merged into another, or put into the bin, out of which they can be taken here. */
export function BuyerNote({ chosenId, where: { id, name, isInBin }, isChoosable, onPutBack }: BuyerNoteProps) {
  const t = useT();
  const putBackCustomer = usePutBackCustomer();
  const putBack = async () => {
    if (await putBackCustomer(id, t('card.restored', { name }))) onPutBack();
  };
  if (isInBin) {
    return (
      <Banner
        tone="warn"
        isAlert
        actions={
          <Button size="small" onPress={() => void putBack()}>
            {t('order.putBackBuyer', { name })}
          </Button>
        }
      >
        {t(isChoosable ? 'order.buyerInBinOrOther' : 'order.buyerInBin', { name })}
      </Banner>
    );
  }
  return id === chosenId ? null : <Banner tone="info">{t('order.buyerMerged', { name })}</Banner>;
}

import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { describePiece, pieceLabels } from '#shared/quick-add/describe-piece.ts';
import type { Unsaved } from '#shared/unsaved/unsaved.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { useToday } from '../../../platform/clock.ts';
import { useJoin, useLanguage, useT } from '../../../platform/language.tsx';
import { useCurrency } from '../../../state/currency.ts';
import { LookupField } from '../../../ui/fields/lookup-field.tsx';
import { DuplicateBanner } from '../quick-add/duplicate-banner.tsx';
import { piecesOfBuyer, readBuyer } from './read-buyer.ts';

export type Buyer = Unsaved<'new-order'>['buyer'];

interface BuyerFieldProps {
  buyer: Buyer;
  error: string | undefined;
  onChange: (buyer: Buyer) => void;
  /** Somebody was chosen: typing goes on elsewhere. */
  onChosen: () => void;
}

const mostOffered = 8;
const asNew = 'new';

/** Who buys: a customer found while typing, or somebody new, whose line is understood as that of quick add is. */
export function BuyerField({ buyer, error, onChange, onChosen }: BuyerFieldProps) {
  const t = useT();
  const join = useJoin();
  const language = useLanguage();
  const today = useToday();
  const { text, isNew } = buyer;
  const sought = text.trim();
  const { data, isStale } = useEngineQuery(
    `buyer-search:${sought}`,
    async (engine) => (sought === '' ? [] : engine.search(sought, mostOffered)),
    { keepsPrevious: true, passing: true },
  );
  const found = (data ?? []).filter((row) => !row.deleted);
  const currency = useCurrency();
  const pieces = piecesOfBuyer(text, { today, currency });
  const { customer } = readBuyer('' as CustomerId, text, { today, currency });
  const { name } = customer;
  const isAnswered = data !== undefined && !isStale;
  const options = [
    ...found.map((row) => ({
      id: row.id as string,
      label: row.name,
      detail: [row.organization, row.phone].filter((part) => part !== '').join(' · '),
    })),
    // Not before it is known who is called so: whoever types and chooses quickly means them.
    ...(name !== '' && isAnswered ? [{ id: asNew, label: t('order.newBuyer', { name }) }] : []),
  ];
  const take = (id: string) => {
    const known = found.find((row) => row.id === id);
    onChange(
      known ? { text: known.name, customerId: known.id, isNew: false } : { ...buyer, customerId: null, isNew: true },
    );
    onChosen();
  };
  const facts = pieces.map((piece) => `${t(pieceLabels[piece.kind])} ${describePiece(language, piece, today)}`);
  return (
    <>
      <LookupField
        label={t('order.buyer')}
        description={isNew && name !== '' ? t('order.newBuyerHint', { facts: join(facts) }) : t('order.buyerHint')}
        error={error}
        text={text}
        options={options}
        autoFocus
        onType={(typed) => {
          // What is typed on is somebody else; somebody new is only told more of.
          onChange({ text: typed, customerId: null, isNew: isNew && typed.trim() !== '' });
        }}
        onTake={take}
        onEnter={() => {
          const [best] = options;
          if (buyer.customerId !== null || isNew) onChosen();
          else if (best && isAnswered) take(best.id);
        }}
      />
      {isNew && name !== '' && (
        <DuplicateBanner
          customer={customer}
          choice="order.takeBuyer"
          onOpenCustomer={(customerId, known) => {
            onChange({ text: known, customerId, isNew: false });
            onChosen();
          }}
        />
      )}
    </>
  );
}

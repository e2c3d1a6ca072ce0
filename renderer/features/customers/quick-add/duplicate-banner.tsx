import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { NewCustomer } from '../../../engine/api.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { Banner } from '../../../ui/feedback/banner.tsx';
import styles from './quick-add.module.css';

const mostShown = 3;

/** By what somebody is known again. */
export function identityOf(customer: NewCustomer): NewCustomer {
  const { name, kind, code, phones, emails, ims, addresses, uscc, birthday } = customer;
  return { name, kind, code, phones, emails, ims, addresses, uscc, birthday };
}

interface DuplicateBannerProps {
  customer: NewCustomer;
  /** What choosing somebody is called; opening the card where nothing else is said. */
  choice?: 'new.openExisting' | 'order.takeBuyer';
  onOpenCustomer: (id: CustomerId, name: string) => void;
}

/** Who is here already, or shares the name, a number or an account with what is typed, to be opened instead. */
export function DuplicateBanner({ customer, choice = 'new.openExisting', onOpenCustomer }: DuplicateBannerProps) {
  const t = useT();
  const asked = identityOf(customer);
  const { data: found = [] } = useEngineQuery(
    `resembling ${JSON.stringify(asked)}`,
    (engine) => engine.resembling(asked),
    {
      keepsPrevious: true,
    },
  );
  const [surest] = found;
  if (!surest) return null;
  const isHere = surest.verdict === 'same' || surest.verdict === 'namesake';
  return (
    <Banner tone="warn" title={t(isHere ? 'new.duplicates' : 'new.neighbours')}>
      <div className={styles.duplicates}>
        {found.slice(0, mostShown).map((hit) => (
          <Button
            key={hit.id}
            size="small"
            onPress={() => {
              onOpenCustomer(hit.id, hit.name);
            }}
          >
            {t(choice, { name: [hit.name, hit.phone].filter(Boolean).join(' ') })}
            {(isHere || hit.verdict !== 'contact') && ` · ${t(`new.resembles.${hit.verdict}`)}`}
          </Button>
        ))}
      </div>
    </Banner>
  );
}

import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { nameOf } from '#shared/quick-add/draft-customer.ts';
import type { Piece } from '#shared/quick-add/piece.ts';
import type { MatchHit, MatchKey } from '../../../engine/api.ts';
import { useEngineQuery } from '../../../engine/use-engine-query.ts';
import { useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { Banner } from '../../../ui/feedback/banner.tsx';
import styles from './quick-add.module.css';

interface DuplicateBannerProps {
  pieces: readonly Piece[];
  onOpenCustomer: (id: CustomerId) => void;
}

/** Who of the name or of a number is here already, to be opened instead. */
export function DuplicateBanner({ pieces, onOpenCustomer }: DuplicateBannerProps) {
  const t = useT();
  const name = nameOf(pieces);
  const keys: MatchKey[] = [
    ...(name === '' ? [] : [{ name }]),
    ...pieces.flatMap((piece) => (piece.kind === 'phone' && piece.phone.e164 ? [{ phone: piece.phone.e164 }] : [])),
  ];
  const { data: hits } = useEngineQuery<MatchHit[][]>(
    `matches ${JSON.stringify(keys)}`,
    (engine) => (keys.length === 0 ? Promise.resolve([]) : engine.matches(keys)),
    { keepsPrevious: true },
  );
  const duplicates = [...new Map((hits ?? []).flat().map((hit) => [hit.id, hit])).values()].slice(0, 3);
  if (duplicates.length === 0) return null;
  return (
    <Banner tone="warn" title={t('new.duplicates')}>
      <div className={styles.duplicates}>
        {duplicates.map((hit) => (
          <Button
            key={hit.id}
            size="small"
            onPress={() => {
              onOpenCustomer(hit.id);
            }}
          >
            {t('new.openExisting', { name: [hit.name, hit.phone].filter(Boolean).join(' ') })}
          </Button>
        ))}
      </div>
    </Banner>
  );
}

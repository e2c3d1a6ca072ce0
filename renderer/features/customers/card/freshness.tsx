import { BadgeCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  completenessPercent,
  missingFields,
  missingOwnFields,
  requiredFields,
  wantedCount,
} from '#shared/domain/customer/completeness.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import type { LocalDate } from '#shared/domain/record.ts';
import { formatDaysAgo } from '#shared/i18n/format.ts';
import { useFieldDefinitions } from '../../../display/use-custom-fields.ts';
import { draftOf } from '../../../engine/draft-of.ts';
import { useToday } from '../../../platform/clock.ts';
import { useJoin, useLanguage, useT } from '../../../platform/language.tsx';
import { navigate } from '../../../state/navigation.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { useShortcuts } from '../../../ui/keys/use-shortcuts.ts';
import { TextLink } from '../../../ui/text/text-link.tsx';
import { shownCustomer } from '../save-record.ts';
import styles from './card.module.css';
import { useOwnerCommit } from './owner.ts';

/** How complete the facts are, and what is missing. */
export function Completeness({ dossier: { customer, contact, attachment } }: { dossier: Dossier }) {
  const t = useT();
  const join = useJoin();
  const fields = useFieldDefinitions();
  const missing = missingFields(customer, contact);
  const missingOwn = missingOwnFields(fields, customer, attachment);
  const wanted = wantedCount(customer.kind) + requiredFields(fields, customer).length;
  const percent = completenessPercent(wanted, missing.length + missingOwn.length);
  const names = [...missing.map((field) => t(`facts.missing.${field}`)), ...missingOwn.map(({ label }) => label)];
  return (
    <>
      {t('facts.complete', { percent })}
      {names.length > 0 && (
        <>
          {t('facts.missing', { fields: join(names) })}{' '}
          <TextLink
            onPress={() => {
              navigate({ screen: 'gaps' });
            }}
          >
            {t('gaps.title')}
          </TextLink>
        </>
      )}
    </>
  );
}

/** When somebody last said that the facts hold, in words. */
export function useSayVerified(): (verifiedOn: LocalDate | undefined) => string {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  return (verifiedOn) =>
    verifiedOn === undefined
      ? t('facts.neverVerified')
      : t('facts.verifiedOn', { when: formatDaysAgo(language, verifiedOn, today) });
}

interface FreshnessProps {
  dossier: Dossier;
  /** What stands beside the button. */
  children: ReactNode;
}

/** How complete the facts are and when somebody last said that they hold; one key says so today. */
export function Freshness({ dossier, children }: FreshnessProps) {
  const t = useT();
  const today = useToday();
  const sayVerified = useSayVerified();
  const { customer } = dossier;
  const save = useOwnerCommit(shownCustomer(customer));
  const { verifiedOn } = customer;
  const isFresh = verifiedOn === today;
  const verify = () => {
    if (isFresh) return;
    void save({ ...draftOf(customer), verifiedOn: today }, t('facts.verified'));
  };
  useShortcuts(t('card.label'), [{ keys: 'V', label: t('facts.stillRight'), run: verify }]);
  return (
    <>
      <p className={styles.freshness}>
        <span>
          <Completeness dossier={dossier} />
        </span>
        <span>{sayVerified(verifiedOn)}</span>
      </p>
      <div className={styles.factsFoot}>
        {children}
        <Button
          kind="quiet"
          size="small"
          edge="end"
          icon={<BadgeCheck />}
          keys="V"
          isDisabled={isFresh}
          onPress={verify}
        >
          {t('facts.stillRight')}
        </Button>
      </div>
    </>
  );
}

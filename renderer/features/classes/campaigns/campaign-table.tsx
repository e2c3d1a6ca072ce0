import { Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { unitOf } from '#shared/money/currency.ts';
import { CampaignDialog } from '../../../display/campaign-dialog.tsx';
import { useCampaigns, type ShownCampaign } from '../../../display/use-campaigns.ts';
import type { CampaignFigures } from '../../../engine/api.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { useT } from '../../../platform/language.tsx';
import { useCurrency } from '../../../state/currency.ts';
import { navigate } from '../../../state/navigation.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { Section } from '../../../ui/layout/section.tsx';
import { Amount } from '../../../ui/text/amount.tsx';
import { DateText } from '../../../ui/text/date-text.tsx';
import { TextLink } from '../../../ui/text/text-link.tsx';
import { useKit } from '../../../ui/theme/kit-provider.tsx';
import styles from '../classes.module.css';

const none: Omit<CampaignFigures, 'key'> = { customers: 0, buyers: 0, purchases: 0, netFen: 0 };

/** Every campaign with whom it brought, what they bought since, and what that is for each one of the currency that it cost. */
export function CampaignTable() {
  const t = useT();
  const { formats } = useKit();
  const unit = unitOf(useCurrency());
  const campaigns = useCampaigns();
  const { data: figures = [] } = useEngineQuery('campaign-figures', (engine) => engine.campaignFigures());
  const [edited, setEdited] = useState<ShownCampaign | 'new' | null>(null);
  const broughtBy = (key: string) => figures.find((each) => each.key === key) ?? none;
  return (
    <Section
      title={t('campaigns.title')}
      intro={t('campaigns.intro')}
      actions={
        <Button
          icon={<Plus />}
          onPress={() => {
            setEdited('new');
          }}
        >
          {t('campaigns.newOne')}
        </Button>
      }
    >
      {campaigns.length === 0 ? (
        <p className={styles.quiet}>{t('campaigns.empty')}</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('campaigns.title')}</th>
              <th scope="col">{t('campaigns.when')}</th>
              <th scope="col" className={styles.number}>
                {t('campaigns.cost')}
              </th>
              <th scope="col" className={styles.number}>
                {t('campaigns.brought')}
              </th>
              <th scope="col" className={styles.number}>
                {t('campaigns.orders')}
              </th>
              <th scope="col" className={styles.number}>
                {t('campaigns.amount')}
              </th>
              <th scope="col" className={styles.number}>
                {t('campaigns.perUnit', { one: formats.amount(unit) })}
              </th>
              <th aria-hidden="true" />
            </tr>
          </thead>
          <tbody>
            {campaigns.map((shown) => (
              <CampaignLine
                key={shown.key}
                shown={shown}
                figures={broughtBy(shown.key)}
                onEdit={() => {
                  setEdited(shown);
                }}
              />
            ))}
          </tbody>
        </table>
      )}
      {edited && (
        <CampaignDialog
          shown={edited === 'new' ? undefined : edited}
          onClose={() => {
            setEdited(null);
          }}
        />
      )}
    </Section>
  );
}

interface CampaignLineProps {
  shown: ShownCampaign;
  figures: Omit<CampaignFigures, 'key'>;
  onEdit: () => void;
}

function CampaignLine({ shown: { key, name, campaign }, figures, onEdit }: CampaignLineProps) {
  const t = useT();
  const { formats } = useKit();
  const unit = unitOf(useCurrency());
  const { kind, from, until, place, costFen } = campaign;
  const { customers, buyers, purchases, netFen } = figures;
  return (
    <tr>
      <th scope="row">
        <TextLink
          look="bare"
          aria-label={t('classes.show', { word: name, count: customers })}
          onPress={() => {
            navigate({ screen: 'customers', campaign: key });
          }}
        >
          {name}
        </TextLink>
        <span className={styles.aside}>{[t(`campaigns.kind.${kind}`), place].filter(Boolean).join(' · ')}</span>
      </th>
      <td>
        {from === undefined ? (
          '—'
        ) : (
          <>
            <DateText value={from} />
            {until !== undefined && until !== from && (
              <>
                {' – '}
                <DateText value={until} />
              </>
            )}
          </>
        )}
      </td>
      <td className={styles.number}>{costFen === undefined ? '—' : <Amount fen={costFen} isWhole />}</td>
      <td className={styles.number}>
        {customers.toLocaleString()}
        {costFen !== undefined && customers > 0 && (
          <span className={styles.aside}>
            {t('campaigns.each')} <Amount fen={Math.round(costFen / customers)} isWhole />
          </span>
        )}
      </td>
      <td className={styles.number}>
        {purchases.toLocaleString()}
        {buyers > 0 && <span className={styles.aside}>{t('campaigns.buyers', { count: buyers })}</span>}
      </td>
      <td className={styles.number}>
        <Amount fen={netFen} isWhole />
      </td>
      <td className={styles.number}>
        {costFen === undefined || costFen === 0 ? '—' : formats.amount(Math.round((netFen / costFen) * unit))}
      </td>
      <td>
        <IconButton size="small" label={t('campaigns.editOne', { name })} icon={<Pencil />} onPress={onEdit} />
      </td>
    </tr>
  );
}

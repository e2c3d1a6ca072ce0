import { useState } from 'react';
import type { Campaign } from '#shared/domain/campaign/campaign.ts';
import { useT } from '../platform/language.tsx';
import { Select } from '../ui/fields/select.tsx';
import { CampaignDialog } from './campaign-dialog.tsx';
import { useCampaigns } from './use-campaigns.ts';

interface CampaignPickProps {
  label: string;
  description?: string | undefined;
  value: string | null;
  onChange: (key: string | null, campaign?: Campaign) => void;
}

/** Which campaign brought somebody: none, one of those that are there, or a new one on the spot. */
export function CampaignPick({ label, description, value, onChange }: CampaignPickProps) {
  const t = useT();
  const [isNew, setNew] = useState(false);
  const offered = useCampaigns().filter(({ key, isHidden }) => !isHidden || key === value);
  return (
    <>
      <Select
        label={label}
        description={description}
        value={value}
        onChange={(id) => {
          if (id === 'new') setNew(true);
          else if (id === 'none') onChange(null);
          else onChange(id, offered.find(({ key }) => key === id)?.campaign);
        }}
        options={[
          { id: 'none', label: t('campaigns.none') },
          ...offered.map(({ key, name }) => ({ id: key, label: name })),
          { id: 'new', label: t('campaigns.newOne') },
        ]}
      />
      {isNew && (
        <CampaignDialog
          onClose={() => {
            setNew(false);
          }}
          onSaved={onChange}
        />
      )}
    </>
  );
}

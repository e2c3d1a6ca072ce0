import { useState } from 'react';
import { campaignKinds, type Campaign } from '#shared/domain/campaign/campaign.ts';
import { cleanText, compactText } from '#shared/match/text.ts';
import { unitOf } from '#shared/money/currency.ts';
import { SaveButtons } from './save-buttons.tsx';
import { draftOf } from '../engine/draft-of.ts';
import { useCommit } from '../engine/client/use-commit.ts';
import { newId } from '../platform/ids.ts';
import { useT } from '../platform/language.tsx';
import { useCurrency } from '../state/currency.ts';
import { DateField } from '../ui/fields/date-field.tsx';
import { NumberField } from '../ui/fields/number-field.tsx';
import { Select } from '../ui/fields/select.tsx';
import { TextArea } from '../ui/fields/text-area.tsx';
import { TextField } from '../ui/fields/text-field.tsx';
import { useOneAtATime } from '../ui/keys/use-one-at-a-time.ts';
import { Dialog } from '../ui/overlays/dialog.tsx';
import styles from './campaign-dialog.module.css';
import { useCampaigns, type ShownCampaign } from './use-campaigns.ts';

interface CampaignDialogProps {
  /** The one to edit; a new one without. */
  shown?: ShownCampaign | undefined;
  onClose: () => void;
  onSaved?: (key: string, campaign: Campaign) => void;
}

/** A fair, an advertisement, a mailing: what it was, when and where, and what it cost. */
export function CampaignDialog({ shown, onClose, onSaved }: CampaignDialogProps) {
  const t = useT();
  const currency = useCurrency();
  const commit = useCommit();
  const others = useCampaigns().filter(({ key }) => key !== shown?.key);
  const [name, setName] = useState(shown?.name ?? '');
  const [campaign, setCampaign] = useState<Campaign>(shown?.campaign ?? { kind: 'fair' });
  const { kind, from = null, until = null, place = '', costFen, note = '' } = campaign;
  const clean = cleanText(name);
  const isTaken = others.some((other) => compactText(other.name) === compactText(clean));
  const isTurned = from !== null && until !== null && until < from;
  const isReady = clean !== '' && !isTaken && !isTurned;
  /** Leaves out what is empty, as records do. */
  const set = (change: { [K in keyof Campaign]?: Campaign[K] | null | undefined }) => {
    const next = { ...campaign, ...change };
    setCampaign(
      Object.fromEntries(
        Object.entries(next).filter(([, value]) => value !== null && value !== undefined && value !== ''),
      ) as Campaign,
    );
  };
  const save = useOneAtATime(async () => {
    if (!isReady) return;
    const id = shown?.record.id ?? newId();
    const key = shown?.key ?? `own:${id}`;
    const before = shown ? draftOf(shown.record) : { id, list: 'campaign' as const, key };
    const after = { ...before, name: clean, campaign };
    const seen = shown && { seen: shown.record.version };
    const committed = await commit(
      (engine) => engine.commit('dictionary/edit', [{ table: 'word', id, after, ...seen }]),
      t('words.added', { word: clean }),
    );
    if (!committed) return;
    onSaved?.(key, campaign);
    onClose();
  });
  return (
    <Dialog
      title={t(shown ? 'campaigns.edit' : 'campaigns.new')}
      isOpen
      onClose={onClose}
      footer={<SaveButtons isDisabled={!isReady} onSave={() => void save()} onCancel={onClose} />}
    >
      <div className={styles.form}>
        <TextField
          label={t('campaigns.name')}
          autoFocus
          maxLength={60}
          value={name}
          onChange={setName}
          onEnter={() => void save()}
          error={clean !== '' && isTaken ? t('words.taken') : undefined}
        />
        <div className={styles.row}>
          <Select
            label={t('campaigns.kind')}
            value={kind}
            onChange={(next) => {
              set({ kind: next });
            }}
            options={campaignKinds.map((id) => ({ id, label: t(`campaigns.kind.${id}`) }))}
          />
          <TextField
            label={t('campaigns.place')}
            maxLength={120}
            value={place}
            onChange={(next) => {
              set({ place: next });
            }}
          />
        </div>
        <div className={styles.row}>
          <DateField
            label={t('campaigns.from')}
            value={from}
            onChange={(next) => {
              set({ from: next });
            }}
          />
          <DateField
            label={t('campaigns.until')}
            value={until}
            error={isTurned ? t('campaigns.turned') : undefined}
            onChange={(next) => {
              set({ until: next });
            }}
          />
          <NumberField
            label={t('campaigns.cost')}
            unit={currency}
            isPlain
            minValue={0}
            value={costFen === undefined ? Number.NaN : costFen / unitOf(currency)}
            onChange={(cost) => {
              set({ costFen: Number.isNaN(cost) ? undefined : Math.round(cost * unitOf(currency)) });
            }}
          />
        </div>
        <TextArea
          rows={2}
          label={t('campaigns.note')}
          maxLength={5000}
          value={note}
          onChange={(next) => {
            set({ note: next });
          }}
        />
      </div>
    </Dialog>
  );
}

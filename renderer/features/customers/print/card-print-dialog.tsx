import { useState } from 'react';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import { useShop } from '../../../display/archive-settings.ts';
import { useT } from '../../../platform/language.tsx';
import { Checkbox } from '../../../ui/fields/checkbox.tsx';
import { Select } from '../../../ui/fields/select.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { Printed } from '../../../ui/paper/printed.tsx';
import { CardSheet } from './card-sheet.tsx';
import { cardParts, useCardOnPaper, type CardPart } from './card-on-paper.ts';
import { PaperButtons } from './paper-buttons.tsx';
import { PaperPreview } from './paper-preview.tsx';
import styles from './print-dialog.module.css';

const lengths = [10, 30, 100, 1_000] as const;

export interface CardPrintDialogProps {
  dossier: Dossier;
  /** How the name is read. */
  reading: string;
  onClose: () => void;
}

/** One card as it would be printed, with the parts that are wanted of it. */
export function CardPrintDialog({ dossier, reading, onClose }: CardPrintDialogProps) {
  const t = useT();
  const [parts, setParts] = useState<ReadonlySet<CardPart>>(new Set(cardParts));
  const [most, setMost] = useState<number>(lengths[0]);
  const paper = useCardOnPaper(dossier, most);
  const shop = useShop();
  const sheet = paper && shop && <CardSheet shop={shop} paper={paper} reading={reading} parts={parts} />;
  return (
    <Dialog
      isOpen
      size="wide"
      title={t('print.card.title', { name: dossier.customer.name })}
      onClose={onClose}
      footer={<PaperButtons customers={1} name={dossier.customer.name} isReady={Boolean(sheet)} onCancel={onClose} />}
    >
      <div className={styles.dialog}>
        <div className={styles.parts} role="group" aria-label={t('print.card.parts')}>
          {cardParts.map((part) => (
            <Checkbox
              key={part}
              isSelected={parts.has(part)}
              onChange={(isOn) => {
                const next = new Set(parts);
                if (isOn) next.add(part);
                else next.delete(part);
                setParts(next);
              }}
            >
              {t(`print.card.${part}`)}
            </Checkbox>
          ))}
          <Select
            label={t('print.card.most')}
            isLabelHidden
            value={String(most)}
            options={lengths.map((count) => ({ id: String(count), label: t('print.card.last', { count }) }))}
            onChange={(count) => {
              setMost(Number(count));
            }}
          />
        </div>
        <p className={styles.hint}>{t('print.card.hint')}</p>
        <PaperPreview label={t('print.card.preview')}>{sheet}</PaperPreview>
      </div>
      {sheet && <Printed>{sheet}</Printed>}
    </Dialog>
  );
}

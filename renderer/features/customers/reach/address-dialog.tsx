import { useState } from 'react';
import type { Address } from '#shared/domain/customer/customer.ts';
import type { OwnPlace } from '#shared/match/region/own-places.ts';
import { resolveAddress } from '#shared/match/region/resolve-address.ts';
import { cleanText } from '#shared/match/text.ts';
import { changeAt } from '#shared/reach/lists.ts';
import { ownPlaces } from '#shared/words/places.ts';
import { SaveButtons } from '../../../display/save-buttons.tsx';
import { useWords } from '../../../display/use-words.ts';
import { useT } from '../../../platform/language.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { useOneAtATime } from '../../../ui/keys/use-one-at-a-time.ts';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import card from '../card/card.module.css';
import { addressParts } from './address-parts.tsx';
import type { ReachDeeds } from './use-reach.ts';

interface AddressDialogProps {
  at: number;
  deeds: ReachDeeds;
  onClose: () => void;
}

type Parts = Record<(typeof addressParts)[number], string>;

/** An address part by part, for what one line does not tell. */
export function AddressDialog({ at, deeds, onClose }: AddressDialogProps) {
  const t = useT();
  const words = useWords();
  const before = (deeds.list[at] ?? {}) as Address;
  const [parts, setParts] = useState(
    () => Object.fromEntries(addressParts.map((part) => [part, before[part] ?? ''])) as Parts,
  );
  const save = useOneAtATime(async () => {
    if (await deeds.save(changeAt(deeds.list, at, addressOf(parts, ownPlaces(words))))) onClose();
  });
  return (
    <Dialog
      title={t('reach.partsTitle')}
      isOpen
      size="small"
      onClose={onClose}
      footer={<SaveButtons onSave={() => void save()} onCancel={onClose} />}
    >
      <div className={card.form}>
        {addressParts.map((part) => (
          <TextField
            key={part}
            label={t(`reach.part.${part}`)}
            value={parts[part]}
            autoFocus={part === 'province'}
            maxLength={part === 'street' ? 300 : part === 'postcode' ? 12 : 40}
            onChange={(text) => {
              setParts({ ...parts, [part]: text });
            }}
            onEnter={() => void save()}
          />
        ))}
      </div>
    </Dialog>
  );
}

/** The parts as an address; those that are empty go. The names of a Chinese region become its code. */
function addressOf({ country, ...parts }: Parts, places: readonly OwnPlace[]): Partial<Address> {
  const resolved = resolveAddress(parts, places) ?? {};
  const place = { regionCode: undefined, province: undefined, city: undefined, district: undefined };
  const text = cleanText(country);
  return {
    ...place,
    street: undefined,
    postcode: undefined,
    ...resolved,
    country: text === '' ? undefined : text,
  };
}

import { Tag } from 'lucide-react';
import { useState } from 'react';
import { imKinds, phoneKinds } from '#shared/domain/customer/customer.ts';
import { cleanText } from '#shared/match/text.ts';
import { rulesOf, type Reach, type Way } from '#shared/reach/ways.ts';
import { useT } from '../../../platform/language.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { SuggestField } from '../../../ui/fields/suggest-field.tsx';
import { Menu, type MenuGroup } from '../../../ui/overlays/menu.tsx';
import type { ReachDeeds } from './use-reach.ts';

interface LabelMenuProps {
  way: Way;
  at: number;
  deeds: ReachDeeds;
  onOwnLabel: () => void;
}

const longestLabel = 40;
const kindsOf = {
  phones: phoneKinds.filter((kind) => kind !== 'unknown'),
  ims: imKinds,
  emails: [],
  addresses: [],
} as const;

/** What a number or address is for, by an offered word or one of the user's own, and of which kind it is. */
export function LabelMenu({ way, at, deeds, onOwnLabel }: LabelMenuProps) {
  const t = useT();
  const reach = deeds.list[at];
  if (reach === undefined) return null;
  const { label } = reach;
  const title = t('reach.labelFor', { value: rulesOf(way).show(reach) });
  const labels: MenuGroup = {
    id: 'labels',
    title: t('reach.label'),
    entries: [
      ...rulesOf(way)
        .labels.map((key) => t(key))
        .map((word) => ({
          id: word,
          label: word,
          isChecked: label === word,
          onAction: () => {
            // Pressing the one that is set takes it away again.
            deeds.change(at, { label: label === word ? undefined : word });
          },
        })),
      { id: 'own', label: t('reach.ownLabel'), onAction: onOwnLabel },
    ],
  };
  const kinds: MenuGroup = {
    id: 'kinds',
    title: t('reach.kind'),
    entries: kindsOf[way].map((kind) => ({
      id: kind,
      label: t(`reach.kind.${kind}`),
      isChecked: 'kind' in reach && reach.kind === kind,
      onAction: () => {
        deeds.change(at, { kind });
      },
    })),
  };
  return (
    <Menu
      label={title}
      trigger={<IconButton label={title} size="small" isTooltipHidden icon={<Tag />} />}
      groups={[labels, kinds].filter(({ entries }) => entries.length > 0)}
    />
  );
}

interface LabelFieldProps {
  way: Way;
  reach: Reach;
  /** Empty takes the label away. */
  onTake: (label: string) => void;
  onClose: () => void;
}

/** The box for a label in the user's own words. */
export function LabelField({ way, reach, onTake, onClose }: LabelFieldProps) {
  const t = useT();
  const [typed, setTyped] = useState(reach.label ?? '');
  return (
    <SuggestField
      label={t('reach.labelFor', { value: rulesOf(way).show(reach) })}
      value={typed}
      suggestions={rulesOf(way)
        .labels.map((key) => t(key))
        .filter((word) => typed !== '' && word !== typed && word.includes(typed))}
      onChange={setTyped}
      onTake={(word) => {
        onTake(cleanText(word).slice(0, longestLabel));
      }}
      onClose={onClose}
    />
  );
}

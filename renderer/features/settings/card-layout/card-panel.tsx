import { ArrowDown, ArrowUp, ArrowUpToLine, Ellipsis, RotateCcw } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { customerKinds, type CustomerKind } from '#shared/domain/customer/customer.ts';
import {
  displayOf,
  emptyCardLayout,
  factDisplays,
  foldableSections,
  inOrder,
  cardSections,
  moved,
  type CardLayout,
  type CardSection,
} from '#shared/domain/settings/card-layout.ts';
import { facts } from '#shared/facts/facts.ts';
import { settingsQuestion, useEditSettings } from '../../../display/archive-settings.ts';
import { useQuestion } from '../../../engine/client/use-engine-query.ts';
import { useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { Checkbox } from '../../../ui/fields/checkbox.tsx';
import { SegmentedControl } from '../../../ui/fields/segmented-control.tsx';
import { Menu } from '../../../ui/overlays/menu.tsx';
import { Section } from '../../../ui/layout/section.tsx';
import lineStyles from '../lines.module.css';
import styles from './card-layout.module.css';

/** The name stands in the head of every card. */
const laidFacts = facts.filter(({ key }) => key !== 'name');

/** How the cards of each kind of customers lie: which parts and facts, in which order. */
export function CardPanel() {
  const t = useT();
  const editSettings = useEditSettings();
  const { data } = useQuestion(settingsQuestion);
  const [kind, setKind] = useState<CustomerKind>('person');
  if (!data) return null;
  const [stored] = data;
  const layout = stored?.cardLayouts?.[kind] ?? emptyCardLayout;
  const change = (part: (before: CardLayout) => Partial<CardLayout>) => {
    void editSettings(
      (settings) => {
        const before = settings?.cardLayouts?.[kind] ?? emptyCardLayout;
        return { cardLayouts: { ...settings?.cardLayouts, [kind]: { ...before, ...part(before) } } };
      },
      t('cardLayout.saved', { kind: t(`kind.${kind}`) }),
    );
  };
  const reset = () => {
    void editSettings(
      (settings) => {
        const { [kind]: _before, ...cardLayouts } = settings?.cardLayouts ?? {};
        return { cardLayouts };
      },
      t('cardLayout.resetDone', { kind: t(`kind.${kind}`) }),
    );
  };
  const sections = inOrder(cardSections, layout.sections).filter((id) => id !== 'contacts' || kind !== 'person');
  const folded = layout.folded ?? [];
  const factKeys = inOrder(
    laidFacts.map(({ key }) => key),
    layout.facts,
  );
  const toggle = (section: CardSection) => {
    change(({ folded: before = [] }) => ({
      folded: before.includes(section) ? before.filter((each) => each !== section) : [...before, section],
    }));
  };

  return (
    <>
      <Section
        title={t('cardLayout.title')}
        intro={t('cardLayout.intro')}
        actions={
          <Button icon={<RotateCcw />} isDisabled={layout === emptyCardLayout} onPress={reset}>
            {t('cardLayout.reset')}
          </Button>
        }
      >
        <SegmentedControl
          label={t('cardLayout.kind')}
          segments={customerKinds.map((id) => ({ id, label: t(`kind.${id}`) }))}
          value={kind}
          onChange={setKind}
        />
      </Section>
      <Section title={t('cardLayout.sections')} intro={t('cardLayout.sectionsHint')}>
        <ul className={lineStyles.lines} aria-label={t('cardLayout.sections')}>
          {sections.map((id) => (
            <Line
              key={id}
              label={t(`cardLayout.section.${id}`)}
              order={sections}
              id={id}
              onMove={(order) => {
                change(() => ({ sections: order }));
              }}
            >
              {foldableSections.includes(id) && (
                <Checkbox
                  isSelected={!folded.includes(id)}
                  onChange={() => {
                    toggle(id);
                  }}
                >
                  {t('cardLayout.shown')}
                </Checkbox>
              )}
            </Line>
          ))}
        </ul>
      </Section>
      <Section title={t('cardLayout.facts')} intro={t('cardLayout.factsHint')}>
        <ul className={lineStyles.lines} aria-label={t('cardLayout.facts')}>
          {factKeys.map((key) => {
            const fact = laidFacts.find((each) => each.key === key);
            if (!fact) return null;
            const label = t(fact.label);
            return (
              <Line
                key={key}
                label={label}
                order={factKeys}
                id={key}
                onMove={(order) => {
                  change(() => ({ facts: order }));
                }}
              >
                <SegmentedControl
                  label={t('cardLayout.when', { fact: label })}
                  segments={factDisplays.map((id) => ({ id, label: t(`cardLayout.display.${id}`) }))}
                  value={displayOf(layout, fact)}
                  onChange={(display) => {
                    change((before) => ({ display: { ...before.display, [key]: display } }));
                  }}
                />
              </Line>
            );
          })}
        </ul>
      </Section>
    </>
  );
}

interface LineProps<Id extends string> {
  label: string;
  id: Id;
  /** Of all lines. */
  order: readonly Id[];
  onMove: (order: Id[]) => void;
  children: ReactNode;
}

function Line<Id extends string>({ label, id, order, onMove, children }: LineProps<Id>) {
  const t = useT();
  const isFirst = order[0] === id;
  return (
    <li className={lineStyles.line}>
      <span className={styles.label}>{label}</span>
      {children}
      <Menu
        label={t('cardLayout.move', { what: label })}
        trigger={<IconButton label={t('cardLayout.move', { what: label })} icon={<Ellipsis />} />}
        groups={[
          {
            id: 'places',
            entries: [
              {
                id: 'top',
                label: t('cardLayout.top'),
                icon: <ArrowUpToLine />,
                isDisabled: isFirst,
                onAction: () => {
                  onMove([id, ...order.filter((each) => each !== id)]);
                },
              },
              {
                id: 'up',
                label: t('cardLayout.up'),
                icon: <ArrowUp />,
                isDisabled: isFirst,
                onAction: () => {
                  onMove(moved(order, id, -1));
                },
              },
              {
                id: 'down',
                label: t('cardLayout.down'),
                icon: <ArrowDown />,
                isDisabled: order.at(-1) === id,
                onAction: () => {
                  onMove(moved(order, id, 1));
                },
              },
            ],
          },
        ]}
      />
    </li>
  );
}

import type { LocalDate } from '#shared/domain/record.ts';
import {
  envelopeIds,
  envelopes,
  labelSheetIds,
  labelSheets,
  labelsOn,
  type EnvelopeId,
  type LabelSheetId,
  type SheetSize,
  sheetSizeIds,
} from '#shared/print/paper-sizes.ts';
import type { SheetLayout } from '#shared/print/sheet-layouts.ts';
import { useT } from '../../../platform/language.tsx';
import { navigate } from '../../../state/navigation.ts';
import { Checkbox } from '../../../ui/fields/checkbox.tsx';
import { DateField } from '../../../ui/fields/date-field.tsx';
import { NumberField } from '../../../ui/fields/number-field.tsx';
import { SegmentedControl } from '../../../ui/fields/segmented-control.tsx';
import { Select } from '../../../ui/fields/select.tsx';
import { TextLink } from '../../../ui/text/text-link.tsx';
import styles from './print-dialog.module.css';

/** How a sheet is to be. */
export interface Choices {
  /** What lists, pocket lists and routes are printed on. */
  paper: SheetSize;
  /** Of the list: those that paper needs mostly, or those that the list on the screen has. */
  columns: 'usual' | 'shown';
  labels: LabelSheetId;
  /** The first label of the sheet that is still there. */
  firstPlace: number;
  envelope: EnvelopeId;
  /** Envelopes say who sends them. */
  saysSender: boolean;
  /** The day of the route. */
  day: LocalDate;
  /** Only who has a follow-up that is due by that day. */
  isOnlyDue: boolean;
}

interface PrintChoicesProps {
  layout: SheetLayout;
  choices: Choices;
  /** Whether it is known who sends. */
  hasSender: boolean;
  onChange: (patch: Partial<Choices>) => void;
  /** Somebody goes to where the sender is said. */
  onLeave: () => void;
}

/** What can be chosen of each layout. */
export function PrintChoices({ layout, choices, hasSender, onChange, onLeave }: PrintChoicesProps) {
  const t = useT();
  switch (layout) {
    case 'list':
      return (
        <div className={styles.choices}>
          <PaperChoice choices={choices} onChange={onChange} />
          <SegmentedControl
            label={t('print.columns')}
            segments={[
              { id: 'usual', label: t('print.columns.usual') },
              { id: 'shown', label: t('print.columns.shown') },
            ]}
            value={choices.columns}
            onChange={(columns) => {
              onChange({ columns });
            }}
          />
        </div>
      );
    case 'labels':
      return (
        <div className={styles.choices}>
          <Select
            label={t('print.labelSheet')}
            options={labelSheetIds.map((id) => {
              const { columns, rows, widthMm, heightMm } = labelSheets[id];
              if (isAvery(id)) return { id, label: t(`print.labelSheet.${id}`, { columns, rows }) };
              return { id, label: t('print.labelSheet.size', { columns, rows, width: widthMm, height: heightMm }) };
            })}
            value={choices.labels}
            onChange={(labels) => {
              onChange({ labels, firstPlace: 1 });
            }}
          />
          <NumberField
            label={t('print.firstPlace')}
            minValue={1}
            maxValue={labelsOn(labelSheets[choices.labels])}
            value={choices.firstPlace}
            onChange={(firstPlace) => {
              onChange({ firstPlace: Number.isNaN(firstPlace) ? 1 : firstPlace });
            }}
          />
        </div>
      );
    case 'envelopes':
      return (
        <div className={styles.choices}>
          <Select
            label={t('print.envelope')}
            options={envelopeIds.map((id) => {
              const { widthMm, heightMm } = envelopes[id];
              return { id, label: t(`print.envelope.${id}`, { width: widthMm, height: heightMm }) };
            })}
            value={choices.envelope}
            onChange={(envelope) => {
              onChange({ envelope });
            }}
          />
          {hasSender ? (
            <Checkbox
              isSelected={choices.saysSender}
              onChange={(saysSender) => {
                onChange({ saysSender });
              }}
            >
              {t('print.sender')}
            </Checkbox>
          ) : (
            <TextLink
              onPress={() => {
                onLeave();
                navigate({ screen: 'settings', part: 'general' });
              }}
            >
              {t('print.noSender')}
            </TextLink>
          )}
        </div>
      );
    case 'route':
      return (
        <div className={styles.choices}>
          <PaperChoice choices={choices} onChange={onChange} />
          <DateField
            label={t('print.day')}
            value={choices.day}
            onChange={(day) => {
              if (day !== null) onChange({ day });
            }}
          />
          <Checkbox
            isSelected={choices.isOnlyDue}
            onChange={(isOnlyDue) => {
              onChange({ isOnlyDue });
            }}
          >
            {t('print.onlyDue')}
          </Checkbox>
        </div>
      );
    case 'pocket':
      return (
        <div className={styles.choices}>
          <PaperChoice choices={choices} onChange={onChange} />
        </div>
      );
  }
}

type AverySheet = Extract<LabelSheetId, `avery-${string}`>;

function isAvery(id: LabelSheetId): id is AverySheet {
  return id.startsWith('avery-');
}

function PaperChoice({ choices: { paper }, onChange }: Pick<PrintChoicesProps, 'choices' | 'onChange'>) {
  const t = useT();
  return (
    <SegmentedControl
      label={t('print.paper')}
      segments={sheetSizeIds.map((id) => ({ id, label: t(`print.paper.${id}`) }))}
      value={paper}
      onChange={(next) => {
        onChange({ paper: next });
      }}
    />
  );
}

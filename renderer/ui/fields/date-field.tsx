import { parseDate, type CalendarDate } from '@internationalized/date';
import { CalendarDays, ChevronLeft, ChevronRight, X } from 'lucide-react';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarHeading,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Popover,
  useLocale,
} from 'react-aria-components';
import { useKit } from '../theme/kit-provider.tsx';
import styles from './date-field.module.css';
import { FieldFrame, fieldStyles, type FieldBasics } from './field.tsx';

export interface DateFieldProps extends FieldBasics {
  /** `YYYY-MM-DD`, or `null` when there is none. */
  value: string | null;
  onChange: (date: string | null) => void;
  min?: string;
  max?: string;
  isDisabled?: boolean;
  autoFocus?: boolean;
}

function parse(date: string | null | undefined): CalendarDate | null {
  return date === null || date === undefined ? null : parseDate(date);
}

/** A day: typed in segments, or chosen from a month that starts on Monday. */
export function DateField({
  label,
  isLabelHidden,
  description,
  error,
  value,
  onChange,
  min,
  max,
  ...rest
}: DateFieldProps) {
  const { words } = useKit();
  const order = orderOf(useLocale().locale);
  const shape = order === 'year' ? undefined : order === 'day' ? words.dayMonthYear : words.monthDayYear;
  const limits = {
    ...(min === undefined ? {} : { minValue: parseDate(min) }),
    ...(max === undefined ? {} : { maxValue: parseDate(max) }),
  };
  return (
    <DatePicker
      {...rest}
      {...limits}
      value={parse(value)}
      firstDayOfWeek="mon"
      shouldForceLeadingZeros={false}
      isInvalid={error !== undefined}
      className={fieldStyles.field}
      onChange={(date) => {
        onChange(date === null ? null : date.toString());
      }}
    >
      <FieldFrame label={label} isLabelHidden={isLabelHidden} shape={shape} description={description} error={error}>
        <Group className={fieldStyles.box}>
          <DateInput className={styles.input ?? ''}>
            {(segment) => <DateSegment segment={segment} className={styles.segment ?? ''} />}
          </DateInput>
          {isLabelHidden === true && shape !== undefined && (
            <span className={styles.order} aria-hidden="true">
              {shape}
            </span>
          )}
          {value !== null && (
            <Button
              slot={null}
              className={styles.button ?? ''}
              aria-label={words.clearDate}
              onPress={() => {
                onChange(null);
              }}
            >
              <X />
            </Button>
          )}
          <Button className={styles.button ?? ''} aria-label={words.openCalendar}>
            <CalendarDays />
          </Button>
        </Group>
      </FieldFrame>
      <Popover className={styles.popover ?? ''} offset={4}>
        <Dialog className={styles.dialog ?? ''}>
          <MonthCalendar />
        </Dialog>
      </Popover>
    </DatePicker>
  );
}

/** What a day begins with as it is typed here. */
function orderOf(locale: string): string | undefined {
  return new Intl.DateTimeFormat(locale).formatToParts().find(({ type }) => type !== 'literal')?.type;
}

/** The month inside the date field's popover; it takes its value from the field around it. */
function MonthCalendar() {
  return (
    <Calendar firstDayOfWeek="mon">
      <header className={styles.header}>
        <Button slot="previous" className={styles.button ?? ''}>
          <ChevronLeft />
        </Button>
        <CalendarHeading className={styles.heading ?? ''} />
        <Button slot="next" className={styles.button ?? ''}>
          <ChevronRight />
        </Button>
      </header>
      <CalendarGrid weekdayStyle="narrow" className={styles.grid ?? ''}>
        <CalendarGridHeader>
          {(day) => <CalendarHeaderCell className={styles.weekday ?? ''}>{day}</CalendarHeaderCell>}
        </CalendarGridHeader>
        <CalendarGridBody>{(date) => <CalendarCell date={date} className={styles.day ?? ''} />}</CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  );
}

import { parseTime } from '@internationalized/date';
import { DateInput, DateSegment, TimeField as AriaTimeField } from 'react-aria-components';
import styles from './date-field.module.css';
import { FieldFrame, fieldStyles, type FieldBasics } from './field.tsx';

export interface TimeFieldProps extends FieldBasics {
  /** `HH:mm`, or `null` when there is none. */
  value: string | null;
  onChange: (time: string | null) => void;
  isDisabled?: boolean;
}

export function TimeField({ label, isLabelHidden, description, error, value, onChange, ...rest }: TimeFieldProps) {
  return (
    <AriaTimeField
      {...rest}
      value={value === null ? null : parseTime(value)}
      hourCycle={24}
      shouldForceLeadingZeros
      isInvalid={error !== undefined}
      className={fieldStyles.field}
      onChange={(time) => {
        onChange(time === null ? null : time.toString().slice(0, 5));
      }}
    >
      <FieldFrame label={label} isLabelHidden={isLabelHidden} description={description} error={error}>
        <div className={fieldStyles.box}>
          <DateInput className={styles.input ?? ''}>
            {(segment) => <DateSegment segment={segment} className={styles.segment ?? ''} />}
          </DateInput>
        </div>
      </FieldFrame>
    </AriaTimeField>
  );
}

import {
  envelopes,
  labelSheets,
  labelsOn,
  placeOnSheets,
  type EnvelopeId,
  type LabelSheetId,
} from '#shared/print/paper-sizes.ts';
import type { PrintedCustomer } from '#shared/print/printed-customer.ts';
import { useT } from '../../../platform/language.tsx';
import styles from './sheets.module.css';

interface LabelSheetsProps {
  customers: readonly PrintedCustomer[];
  sheet: LabelSheetId;
  firstPlace: number;
}

export function LabelSheets({ customers, sheet, firstPlace }: LabelSheetsProps) {
  const size = labelSheets[sheet];
  const { columns, rows, widthMm, heightMm, gapMm, leftMm, topMm } = size;
  const sheets = placeOnSheets(customers, labelsOn(size), firstPlace);
  return sheets.map((own, number) => (
    <div
      key={String(number)}
      className={styles.labels}
      style={{
        gridTemplateColumns: `repeat(${String(columns)}, ${String(widthMm)}mm)`,
        gridTemplateRows: `repeat(${String(rows)}, ${String(heightMm)}mm)`,
        columnGap: `${String(gapMm)}mm`,
        padding: `${String(topMm)}mm ${String(leftMm)}mm 0`,
      }}
    >
      {own.map((customer, place) => (
        <div key={customer?.id ?? String(place)} className={styles.label}>
          {customer &&
            (customer.letter.length > 0 ? <Letter customer={customer} /> : <ChineseLabel customer={customer} />)}
        </div>
      ))}
    </div>
  ));
}

function ChineseLabel({ customer: { addressee, company, phones, address, postcode } }: { customer: PrintedCustomer }) {
  const t = useT();
  return (
    <>
      <div>{address}</div>
      <div>{company}</div>
      <b>{t('print.addressee', { name: addressee })}</b>
      <div>{[postcode, phones[0]].filter(Boolean).join('  ')}</div>
    </>
  );
}

/** As letters abroad are addressed: who, then where, from the small to the large. */
function Letter({ customer: { addressee, company, letter } }: { customer: PrintedCustomer }) {
  return (
    <>
      <b>{addressee}</b>
      {[company, ...letter].map((line) => (
        <div key={line}>{line}</div>
      ))}
    </>
  );
}

interface EnvelopesProps {
  customers: readonly PrintedCustomer[];
  envelope: EnvelopeId;
}

export function Envelopes({ customers, envelope }: EnvelopesProps) {
  const t = useT();
  const { widthMm, heightMm } = envelopes[envelope];
  // A millimetre less than the page, or the last line of dots begins another one.
  const size = {
    inlineSize: `${String(widthMm)}mm`,
    blockSize: `${String(heightMm - 1)}mm`,
    page: `envelope-${envelope}`,
  };
  return customers.map((customer) => {
    const { id, addressee, company, phones, address, postcode, letter } = customer;
    return (
      <div key={id} className={styles.envelope} style={size}>
        {letter.length > 0 ? (
          <div className={styles.addressee}>
            <Letter customer={customer} />
          </div>
        ) : (
          <>
            <div className={styles.postcode}>{postcode}</div>
            <div className={styles.addressee}>
              <div>{address}</div>
              <div>{company}</div>
              <b>{t('print.addressee', { name: addressee })}</b>
              <div>{phones[0]}</div>
            </div>
          </>
        )}
      </div>
    );
  });
}

import type { Shop } from '#shared/domain/settings/shop.ts';
import {
  envelopes,
  labelSheets,
  labelsOn,
  placeOnSheets,
  sheetSizes,
  type EnvelopeId,
  type LabelSheetId,
} from '#shared/print/paper-sizes.ts';
import { letterFrom, type PrintedCustomer } from '#shared/print/printed-customer.ts';
import { useT } from '../../../platform/language.tsx';
import { useSession } from '../../../state/session.ts';
import { classNames } from '../../../ui/theme/class-names.ts';
import styles from './sheets.module.css';

interface LabelSheetsProps {
  customers: readonly PrintedCustomer[];
  sheet: LabelSheetId;
  firstPlace: number;
}

/** On lower labels the lines stand closer. */
const lowMm = 30;

export function LabelSheets({ customers, sheet, firstPlace }: LabelSheetsProps) {
  const size = labelSheets[sheet];
  const { paper, columns, rows, widthMm, heightMm, gapMm, leftMm, topMm } = size;
  const sheets = placeOnSheets(customers, labelsOn(size), firstPlace);
  return sheets.map((own, number) => (
    <div
      key={String(number)}
      className={styles.labels}
      data-low={heightMm < lowMm || undefined}
      style={{
        inlineSize: `${String(sheetSizes[paper].widthMm)}mm`,
        // A millimetre less than the page, or the last line of dots begins another one.
        blockSize: `${String(sheetSizes[paper].heightMm - 1)}mm`,
        page: `labels-${paper}`,
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
function Letter({ customer }: { customer: PrintedCustomer }) {
  const { addressee, company } = customer;
  const home = useSession(({ info }) => info?.region ?? '');
  return (
    <>
      <b>{addressee}</b>
      {[company, ...letterFrom(home, customer)].map((line) => (
        <div key={line}>{line}</div>
      ))}
    </>
  );
}

interface EnvelopesProps {
  customers: readonly PrintedCustomer[];
  envelope: EnvelopeId;
  /** `null` where the envelope is not to say it. */
  sender: Shop | null;
}

/**
 * Within China as GB/T 1416 has it: where it goes top left, who sends it bottom right, each with the postcode at its corner. Abroad as
 * the Universal Postal Union has it: who sends it top left.
 */
export function Envelopes({ customers, envelope, sender }: EnvelopesProps) {
  const t = useT();
  const { widthMm, heightMm } = envelopes[envelope];
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
          <>
            {sender && <SenderAbroad sender={sender} />}
            <div className={classNames(styles.addressee, styles.abroad)}>
              <Letter customer={customer} />
            </div>
          </>
        ) : (
          <>
            <div className={styles.postcode}>{postcode}</div>
            <div className={classNames(styles.addressee, styles.atHome)}>
              <div>{address}</div>
              <div>{company}</div>
              <b>{t('print.addressee', { name: addressee })}</b>
              <div>{phones[0]}</div>
            </div>
            {sender && <SenderAtHome sender={sender} />}
          </>
        )}
      </div>
    );
  });
}

function SenderAtHome({ sender: { name, person, phone, address, postcode } }: { sender: Shop }) {
  return (
    <div className={styles.senderAtHome}>
      {[...address, [name, person].filter(Boolean).join(' '), phone].map((line, at) => (
        <div key={at}>{line}</div>
      ))}
      <div className={styles.ownPostcode}>{postcode}</div>
    </div>
  );
}

function SenderAbroad({ sender: { name, person, address, postcode } }: { sender: Shop }) {
  const isWithin = address.some((line) => line.includes(postcode));
  return (
    <div className={styles.senderAbroad}>
      {[name, person, ...address, isWithin ? '' : postcode].map((line, at) => (
        <div key={at}>{line}</div>
      ))}
    </div>
  );
}

import type { Shop } from '#shared/domain/settings/shop.ts';
import {
  envelopes,
  labelSheets,
  labelsOn,
  placeOnSheets,
  sheetSizes,
  type EnvelopeId,
  type LabelSheet,
  type LabelSheetId,
} from '#shared/print/paper-sizes.ts';
import { fittingPt, heightMmOf, type MailLine } from '#shared/print/fit-text.ts';
import { letterFrom, type PrintedCustomer } from '#shared/print/printed-customer.ts';
import { useSession } from '../../../state/session.ts';
import styles from './sheets.module.css';

interface LabelSheetsProps {
  customers: readonly PrintedCustomer[];
  sheet: LabelSheetId;
  firstPlace: number;
}

/** Where no margin surrounds the labels, printers do not reach the edge; on low ones every millimetre counts. */
function paddingMm({ leftMm, heightMm }: LabelSheet): { block: number; inline: number } {
  if (leftMm === 0) return { block: 4, inline: 5 };
  return heightMm < 30 ? { block: 1.5, inline: 3 } : { block: 2.5, inline: 4 };
}

const labelSetting = { lineHeight: 1.25, nameScale: 1, leastPt: 5 };
/** Of labels of an inch and of those of three. */
const labelPt = ({ heightMm }: LabelSheet): number => Math.min(14, Math.round(7 + heightMm * 0.09));

export function LabelSheets({ customers, sheet, firstPlace }: LabelSheetsProps) {
  const size = labelSheets[sheet];
  const { paper, columns, rows, widthMm, heightMm, gapMm, leftMm, topMm } = size;
  const linesOf = useLabelLines();
  const { block, inline } = paddingMm(size);
  const box = { widthMm: widthMm - 2 * inline, heightMm: heightMm - 2 * block };
  const setting = { ...labelSetting, mostPt: labelPt(size) };
  const sheets = placeOnSheets(customers, labelsOn(size), firstPlace);
  return sheets.map((own, number) => (
    <div
      key={String(number)}
      className={styles.labels}
      style={{
        inlineSize: `${String(sheetSizes[paper].widthMm)}mm`,
        // A millimetre less than the page, or the last line of dots begins another one.
        blockSize: `${String(sheetSizes[paper].heightMm - 1)}mm`,
        page: `labels-${paper}`,
        gridTemplateColumns: `repeat(${String(columns)}, ${String(widthMm)}mm)`,
        gridTemplateRows: `repeat(${String(rows)}, ${String(heightMm)}mm)`,
        columnGap: `${String(gapMm)}mm`,
        padding: `${String(topMm)}mm ${String(leftMm)}mm 0`,
        lineHeight: setting.lineHeight,
      }}
    >
      {own.map((customer, place) => {
        const lines = customer ? linesOf(customer) : [];
        const fontSize = `${String(fittingPt(lines, box, setting))}pt`;
        return (
          <div
            key={customer?.id ?? String(place)}
            className={styles.label}
            style={{ padding: `${String(block)}mm ${String(inline)}mm`, fontSize }}
          >
            <MailLines lines={lines} />
          </div>
        );
      })}
    </div>
  ));
}

function MailLines({ lines }: { lines: readonly MailLine[] }) {
  return lines.map(({ text, isName }, at) => <div key={at}>{isName ? <b>{text}</b> : text}</div>);
}

const asLines = (texts: readonly string[]): MailLine[] =>
  texts.filter((text) => text !== '').map((text) => ({ text, isName: false }));

/** Wider than a blank, so that two numbers do not become one. */
const wideBlank = '\u2003';

function useLabelLines(): (customer: PrintedCustomer) => MailLine[] {
  const letterLines = useLetterLines();
  return (customer) => {
    const { letter, postcode, phones } = customer;
    if (letter.length > 0) return letterLines(customer);
    return [...chineseLines(customer), ...asLines([[postcode, phones[0]].filter(Boolean).join(wideBlank)])];
  };
}

/** As letters in China are addressed, whatever Kebu speaks: where, from the large to the small, then who. */
function chineseLines({ addressee, company, address }: PrintedCustomer): MailLine[] {
  return [...asLines([address, company]), { text: `${addressee} 收`, isName: true }];
}

/** As letters abroad are addressed: who, then where, from the small to the large. */
function useLetterLines(): (customer: PrintedCustomer) => MailLine[] {
  const home = useSession(({ info }) => info?.region ?? '');
  return (customer) => [
    { text: customer.addressee, isName: true },
    ...asLines([customer.company, ...letterFrom(home, customer)]),
  ];
}

interface EnvelopesProps {
  customers: readonly PrintedCustomer[];
  envelope: EnvelopeId;
  /** `null` where the envelope is not to say it. */
  sender: Shop | null;
}

/** What stands around the one whom it is for, as the style sheet has it; the codes for machines below it stay free abroad. */
const marginMm = { inline: 15, top: 12, atHome: 10, abroad: 16 };
/** The part of the width between the margins that the address has. */
const addressWidth = 0.74;
const envelopeSetting = { lineHeight: 1.45, nameScale: 1.25, leastPt: 6 };
const senderSetting = { lineHeight: 1.4, nameScale: 1 };
const senderPt = 10;

/**
 * Within China as GB/T 1416 has it: where it goes top left, who sends it bottom right, each with the postcode at its corner. Abroad as
 * the Universal Postal Union has it: who sends it top left.
 */
export function Envelopes({ customers, envelope, sender }: EnvelopesProps) {
  const letterLines = useLetterLines();
  const { widthMm, heightMm } = envelopes[envelope];
  const innerMm = widthMm - 2 * marginMm.inline;
  // 14 points on a DL one, and in proportion on others.
  const mostPt = Math.min(20, Math.max(11, Math.round((widthMm * 14) / 220)));
  const senderMm = (lines: readonly string[]) => heightMmOf(asLines(lines), senderPt, innerMm * 0.6, senderSetting);
  return customers.map((customer) => {
    const { id, phones, postcode, letter } = customer;
    const isAbroad = letter.length > 0;
    const lines = isAbroad ? letterLines(customer) : [...chineseLines(customer), ...asLines([phones[0] ?? ''])];
    const from = sender === null ? [] : isAbroad ? senderAbroad(sender) : senderAtHome(sender);
    const bottomMm = isAbroad ? marginMm.abroad : marginMm.atHome;
    // At home a line of its own holds the postcode above, and another one that of the sender below.
    const codesMm = isAbroad ? 0 : 12;
    const room = {
      widthMm: innerMm * addressWidth,
      heightMm: heightMm - marginMm.top - bottomMm - codesMm - senderMm(from),
    };
    const fontSize = `${String(fittingPt(lines, room, { ...envelopeSetting, mostPt }))}pt`;
    return (
      <div
        key={id}
        className={styles.envelope}
        style={{
          inlineSize: `${String(widthMm)}mm`,
          blockSize: `${String(heightMm - 1)}mm`,
          page: `envelope-${envelope}`,
          padding: `${String(marginMm.top)}mm ${String(marginMm.inline)}mm ${String(bottomMm)}mm`,
        }}
      >
        {isAbroad && (
          <div className={styles.senderAbroad}>
            <MailLines lines={asLines(from)} />
          </div>
        )}
        {!isAbroad && <div className={styles.postcode}>{postcode}</div>}
        <div className={styles.addressee} style={{ fontSize, lineHeight: envelopeSetting.lineHeight }}>
          <MailLines lines={lines} />
        </div>
        {!isAbroad && sender && (
          <div className={styles.senderAtHome}>
            <MailLines lines={asLines(from)} />
            <div className={styles.ownPostcode}>{sender.postcode}</div>
          </div>
        )}
      </div>
    );
  });
}

function senderAtHome({ name, person, phone, address }: Shop): string[] {
  return [...address, [name, person].filter(Boolean).join(' '), phone];
}

/** Codes of digits stand beside the town, which is said last; others on a line of their own. */
function senderAbroad({ name, person, address, postcode }: Shop): string[] {
  if (postcode === '' || address.some((line) => line.includes(postcode))) return [name, person, ...address];
  const last = address.at(-1) ?? '';
  const ends = /^[\d\s-]+$/.test(postcode) ? [`${last} ${postcode}`.trim()] : [last, postcode];
  return [name, person, ...address.slice(0, -1), ...ends];
}

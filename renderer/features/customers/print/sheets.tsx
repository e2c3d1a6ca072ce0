import { formatDay } from '#shared/i18n/format.ts';
import { byPlace, type PrintedCustomer } from '#shared/print/printed-customer.ts';
import { useToday } from '../../../platform/clock.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import styles from './sheets.module.css';

export const layouts = ['list', 'labels', 'envelopes', 'pocket', 'route'] as const;
export type SheetLayout = (typeof layouts)[number];

/** Labels on an A4 sheet of three by eight, 70 × 37 mm each, as they are sold. */
export const labelsPerSheet = 24;

interface SheetProps {
  customers: readonly PrintedCustomer[];
}

/** Mail without an address goes nowhere: who has none gets no label and no envelope. */
export function whoIsPrinted(layout: SheetLayout, customers: readonly PrintedCustomer[]): readonly PrintedCustomer[] {
  const isMail = layout === 'labels' || layout === 'envelopes';
  return isMail ? customers.filter(({ address }) => address !== '') : customers;
}

/** The same on the screen as a preview and on paper. */
export function Sheet({ layout, customers, count }: SheetProps & { layout: SheetLayout; count: number }) {
  switch (layout) {
    case 'list':
      return <ListSheet customers={customers} count={count} />;
    case 'labels':
      return <LabelSheets customers={customers} />;
    case 'envelopes':
      return <Envelopes customers={customers} />;
    case 'pocket':
      return <PocketSheet customers={customers} />;
    case 'route':
      return <RouteSheet customers={customers} />;
  }
}

/** A preview shows the beginning of what is counted. */
function ListSheet({ customers, count }: SheetProps & { count: number }) {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  return (
    <div className={styles.page}>
      <h1>{t('print.list.title', { count })}</h1>
      <p className={styles.small}>{formatDay(language, today, '0000-01-01')}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{t('field.name')}</th>
            <th>{t('field.phones')}</th>
            <th>{t('field.addresses')}</th>
            <th>{t('field.nextFollowUp')}</th>
          </tr>
        </thead>
        <tbody>
          {customers.map(({ id, name, organization, phones, address, next }) => (
            <tr key={id}>
              <td>
                <b>{name}</b> {organization}
              </td>
              <td className={styles.numbers}>{phones.slice(0, 2).join('\n')}</td>
              <td>{address}</td>
              <td>{next && `${formatDay(language, next.due, today)} ${next.title}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function LabelSheets({ customers }: SheetProps) {
  const sheets = Array.from({ length: Math.ceil(customers.length / labelsPerSheet) }, (_, at) =>
    customers.slice(at * labelsPerSheet, (at + 1) * labelsPerSheet),
  );
  return sheets.map((own) => (
    <div key={own[0]?.id} className={styles.labels}>
      {own.map((customer) => (
        <div key={customer.id} className={styles.label}>
          {customer.letter.length > 0 ? <Letter customer={customer} /> : <ChineseLabel customer={customer} />}
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

function Envelopes({ customers }: SheetProps) {
  const t = useT();
  return customers.map((customer) => {
    const { id, addressee, company, phones, address, postcode, letter } = customer;
    if (letter.length > 0)
      return (
        <div key={id} className={styles.envelope}>
          <div className={styles.addressee}>
            <Letter customer={customer} />
          </div>
        </div>
      );
    return (
      <div key={id} className={styles.envelope}>
        <div className={styles.postcode}>{postcode}</div>
        <div className={styles.addressee}>
          <div>{address}</div>
          <div>{company}</div>
          <b>{t('print.addressee', { name: addressee })}</b>
          <div>{phones[0]}</div>
        </div>
      </div>
    );
  });
}

function PocketSheet({ customers }: SheetProps) {
  return (
    <div className={styles.page}>
      <div className={styles.pocket}>
        {customers.map(({ id, name, organization, phones }) => (
          <div key={id}>
            <b>{name}</b> {organization}
            <span className={styles.numbers}>{phones[0]}</span>
          </div>
        ))}
      </div>
    </div>
  );
}

function RouteSheet({ customers }: SheetProps) {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  return (
    <div className={styles.page}>
      <h1>{t('print.route.title', { date: formatDay(language, today, '0000-01-01') })}</h1>
      {byPlace(customers).map(({ place, customers: own }) => (
        <section key={place} className={styles.place}>
          <h2>{place === '' ? t('print.route.nowhere') : place}</h2>
          {own.map(({ id, name, organization, phones, address, next }) => (
            <div key={id} className={styles.stop}>
              <span className={styles.box} />
              <div>
                <b>{name}</b> {organization} <span className={styles.numbers}>{phones[0]}</span>
                <div>{address}</div>
                {next && <div>{`${formatDay(language, next.due, today)} ${next.title}`}</div>}
              </div>
              <span className={styles.lines} />
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}

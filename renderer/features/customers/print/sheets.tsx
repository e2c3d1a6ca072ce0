import type { LocalDate } from '#shared/domain/record.ts';
import { isSender, type Shop } from '#shared/domain/settings/shop.ts';
import { formatDay } from '#shared/i18n/format.ts';
import { byPlace } from '#shared/print/printed-customer.ts';
import type { SheetLayout } from '#shared/print/sheet-layouts.ts';
import type { CustomerOnPaper } from '../../../engine/api.ts';
import { useToday } from '../../../platform/clock.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { ListSheet, ShownListSheet } from './list-sheets.tsx';
import { Envelopes, LabelSheets } from './mail-sheets.tsx';
import { PaperHead } from './paper-head.tsx';
import type { Choices } from './print-choices.tsx';
import styles from './sheets.module.css';

interface SheetProps {
  customers: readonly CustomerOnPaper[];
}

/**
 * Mail without an address goes nowhere: who has none gets no label and no envelope. A route may be for those alone whom
 * something is to be done for.
 */
export function whoIsPrinted(
  layout: SheetLayout,
  choices: Choices,
  customers: readonly CustomerOnPaper[],
): readonly CustomerOnPaper[] {
  if (layout === 'labels' || layout === 'envelopes') return customers.filter(({ address }) => address !== '');
  if (layout !== 'route' || !choices.isOnlyDue) return customers;
  return customers.filter(({ next }) => next !== null && next.due.slice(0, 10) <= choices.day);
}

interface HeadedProps extends SheetProps {
  /** Whose paper it is. */
  shop: Shop;
}

export interface AnySheetProps extends HeadedProps {
  layout: SheetLayout;
  choices: Choices;
  /** How many there are in all: a preview shows the beginning of them. */
  count: number;
}

/** The same on the screen as a preview and on paper. */
export function Sheet({ layout, choices, shop, customers, count }: AnySheetProps) {
  switch (layout) {
    case 'list':
      return choices.columns === 'usual' ? (
        <ListSheet shop={shop} customers={customers} count={count} />
      ) : (
        <ShownListSheet shop={shop} customers={customers} count={count} />
      );
    case 'labels':
      return <LabelSheets customers={customers} sheet={choices.labels} firstPlace={choices.firstPlace} />;
    case 'envelopes': {
      const sender = choices.saysSender && isSender(shop) ? shop : null;
      return <Envelopes customers={customers} envelope={choices.envelope} sender={sender} />;
    }
    case 'pocket':
      return <PocketSheet customers={customers} />;
    case 'route':
      return <RouteSheet shop={shop} customers={customers} day={choices.day} />;
  }
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

function RouteSheet({ shop, customers, day }: HeadedProps & { day: LocalDate }) {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  return (
    <div className={styles.page}>
      <PaperHead shop={shop} title={t('print.route.title', { date: formatDay(language, day, '0000-01-01') })} />
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

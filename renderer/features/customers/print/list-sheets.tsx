import type { ReactNode } from 'react';
import type { Shop } from '#shared/domain/settings/shop.ts';
import { formatClock, formatDay } from '#shared/i18n/format.ts';
import type { CustomerOnPaper, CustomerRow } from '../../../engine/api.ts';
import { useToday } from '../../../platform/clock.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { classNames } from '../../../ui/theme/class-names.ts';
import type { ColumnSpec } from '../columns/column-spec.tsx';
import { columnSpec, useColumnLabel } from '../columns/columns.tsx';
import { useColumnTracks } from '../columns/use-column-tracks.ts';
import { isDimension, useGroupWord } from '../list/group-word.ts';
import { useListState } from '../list-state.ts';
import { columnsOnPaper, type ColumnsOnPaper } from './columns-on-paper.ts';
import { PaperHead } from './paper-head.tsx';
import styles from './sheets.module.css';

interface ListSheetProps {
  shop: Shop;
  customers: readonly CustomerOnPaper[];
  /** How many there are in all: a preview shows the beginning of them. */
  count: number;
}

function ListHead({ shop, count }: Omit<ListSheetProps, 'customers'>) {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const day = formatDay(language, today, '0000-01-01');
  return <PaperHead shop={shop} title={t('print.list.title', { count })} detail={day} />;
}

interface GroupedRowsProps {
  customers: readonly CustomerOnPaper[];
  columnCount: number;
  renderRow: (customer: CustomerOnPaper) => ReactNode;
}

/** Under the headings of the list on the screen, where that is grouped. */
function GroupedRows({ customers, columnCount, renderRow }: GroupedRowsProps) {
  const by = useListState((state) => state.groupBy);
  const wordOf = useGroupWord();
  if (by === undefined) return <tbody>{customers.map(renderRow)}</tbody>;
  const keyOf = ({ classes, details }: CustomerRow) => (isDimension(by) ? classes[by] : (details[by] ?? ''));
  return [...Map.groupBy(customers, (customer) => keyOf(customer.row))].map(([key, own]) => (
    <tbody key={key}>
      <tr className={styles.groupRow}>
        <th colSpan={columnCount}>
          {wordOf(by, key)} {own.length}
        </th>
      </tr>
      {own.map(renderRow)}
    </tbody>
  ));
}

/** With its country and extension. Words beside a number that was not understood are parted where there is no room. */
const longestNumber = 24;

function WholeNumber({ phone }: { phone: string }) {
  return <div className={phone.length <= longestNumber ? styles.wholeNumber : undefined}>{phone}</div>;
}

export function ListSheet({ shop, customers, count }: ListSheetProps) {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  return (
    <div className={styles.page}>
      <ListHead shop={shop} count={count} />
      <table className={styles.table}>
        <thead>
          <tr>
            <th className={styles.nameColumn}>{t('field.name')}</th>
            <th>{t('field.phones')}</th>
            <th>{t('field.addresses')}</th>
            <th className={styles.nextColumn}>{t('field.nextFollowUp')}</th>
          </tr>
        </thead>
        <GroupedRows
          customers={customers}
          columnCount={4}
          renderRow={({ id, name, organization, phones, address, next }) => (
            <tr key={id}>
              <td className={styles.words}>
                <b>{name}</b> {organization}
              </td>
              <td className={styles.numbers}>
                {phones.slice(0, 2).map((phone) => (
                  <WholeNumber key={phone} phone={phone} />
                ))}
              </td>
              <td className={styles.words}>{address}</td>
              <td className={styles.words}>{next && `${formatDay(language, next.due, today)} ${next.title}`}</td>
            </tr>
          )}
        />
      </table>
    </div>
  );
}

/** Columns that are wider than this on the screen hold whole sentences. */
const wordsPx = 130;

/** The columns that the list on the screen has, as they lie on paper. */
export function useColumnsOnPaper(): ColumnsOnPaper {
  const { shownColumns } = useColumnTracks();
  return columnsOnPaper(shownColumns, (id) => columnSpec(id).widthPx);
}

/** The columns of the list on the screen, in their order. */
export function ShownListSheet({ shop, customers, count }: ListSheetProps) {
  const { ids: shownColumns, isWide, pt } = useColumnsOnPaper();
  const labelOf = useColumnLabel();
  return (
    <div className={classNames(styles.page, isWide && styles.wide)} style={{ fontSize: `${String(pt)}pt` }}>
      <ListHead shop={shop} count={count} />
      <table className={`${styles.table} ${styles.shown}`}>
        <thead>
          <tr>
            {shownColumns.map((id) => (
              <th key={id} className={columnSpec(id).isNumeric ? styles.amount : undefined}>
                {labelOf(id)}
              </th>
            ))}
          </tr>
        </thead>
        <GroupedRows
          customers={customers}
          columnCount={shownColumns.length}
          renderRow={({ id, row }) => (
            <tr key={id}>
              {shownColumns.map((column) => {
                const spec = columnSpec(column);
                const isWords = spec.widthPx > wordsPx && column !== 'phone';
                return (
                  <td key={column} className={classNames(spec.isNumeric && styles.amount, isWords && styles.words)}>
                    <CellOnPaper spec={spec} row={row} />
                  </td>
                );
              })}
            </tr>
          )}
        />
      </table>
    </div>
  );
}

function CellOnPaper({ spec, row }: { spec: ColumnSpec; row: CustomerRow }) {
  const language = useLanguage();
  const today = useToday();
  if (spec.id === 'phone') return <WholeNumber phone={row.phone} />;
  const day = spec.day?.(row);
  if (!day) return spec.cell(row);
  return `${formatDay(language, day, today)} ${formatClock(day)}`.trimEnd();
}

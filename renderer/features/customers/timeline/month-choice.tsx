import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { TimelineFilter } from '#shared/domain/timeline/list-timeline.ts';
import type { TimelineMonth } from '#shared/domain/timeline/timeline-months.ts';
import { formatMonth } from '#shared/i18n/format.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { PickList } from '../../../ui/fields/pick-list.tsx';

export interface MonthChoiceProps {
  id: CustomerId;
  filter: TimelineFilter;
  onChoose: (month: TimelineMonth) => void;
}

/** Leads to a month of a past too long to be scrolled through. */
export function MonthChoice({ id, filter, onChoose }: MonthChoiceProps) {
  const t = useT();
  const language = useLanguage();
  const { data: months = [] } = useEngineQuery(
    `timelineMonths:${id}:${filter}`,
    (engine) => engine.timelineMonths(id, filter),
    { concerns: id },
  );
  const options = months.map(({ month, count }) => ({
    id: month,
    label: t('timeline.monthCount', { month: formatMonth(language, `${month}-01`), count }),
  }));
  return (
    <PickList
      label={t('timeline.month')}
      placeholder={t('timeline.month')}
      sections={[{ id: 'months', options }]}
      chosen={[]}
      onChange={([chosen]) => {
        const found = months.find(({ month }) => month === chosen);
        if (found) onChoose(found);
      }}
    />
  );
}

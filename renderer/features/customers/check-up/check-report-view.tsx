import { Printer } from 'lucide-react';
import { useState } from 'react';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { LocalDate } from '#shared/domain/record.ts';
import { formatDay } from '#shared/i18n/format.ts';
import { CustomerLink } from '../../../display/customer-link.tsx';
import { checkUpQuestion } from '../../../display/check-up-question.ts';
import { useSaying } from '../../../display/history/use-saying.ts';
import { notePrinted } from '../../../display/note-in-audit-log.ts';
import { useEngineQuery, useQuestion } from '../../../engine/client/use-engine-query.ts';
import { useToday } from '../../../platform/clock.ts';
import { useJoin, useLanguage, useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { SegmentedControl } from '../../../ui/fields/segmented-control.tsx';
import { Printed } from '../../../ui/paper/printed.tsx';
import { Section } from '../../../ui/layout/section.tsx';
import sheet from '../print/sheets.module.css';
import styles from './check-up.module.css';
import { ReportSheet, type ReportPart } from './report-sheet.tsx';
import { useSitting } from './sitting.ts';

/** What the checks of today or of the quarter came to: by the history, without what was taken back. */
export function CheckReportView({ isDone }: { isDone: boolean }) {
  const t = useT();
  const language = useLanguage();
  const join = useJoin();
  const today = useToday();
  const { nameOf } = useSaying();
  const skipped = useSitting((state) => state.skipped);
  const [span, setSpan] = useState<'today' | 'quarter'>('today');
  const { data: checkUp } = useQuestion(checkUpQuestion);
  const since = span === 'today' ? today : checkUp?.quarterFrom;
  const { data } = useEngineQuery(
    `check-report:${since ?? ''}:${skipped.join()}`,
    async (engine) => (since === undefined ? null : engine.checkReport(since, [...skipped])),
    { keepsPrevious: true },
  );
  if (!data || !checkUp) return <div className={styles.report} aria-busy="true" />;
  const { report, names } = data;
  const peopleOf = (ids: readonly CustomerId[]) =>
    ids.map((id) => ({ id, name: names[id] || t('checkUp.gone'), detail: '' }));
  const parts: ReportPart[] = [
    { id: 'confirmed', people: peopleOf(report.confirmed) },
    {
      id: 'changed',
      people: report.changed.map(({ customerId, fields }) => ({
        id: customerId,
        name: names[customerId] || t('checkUp.gone'),
        detail: join(fields.map((field) => nameOf('customer', field))),
      })),
    },
    { id: 'unreachable', people: peopleOf(report.unreachable) },
    { id: 'skipped', people: peopleOf(report.skipped) },
  ];
  const asked = parts.reduce((sum, { people }) => sum + people.length, 0);
  // On paper with the year.
  const day = (on: LocalDate) => formatDay(language, on, '');
  const period = since === today || since === undefined ? day(today) : `${day(since)} – ${day(today)}`;
  return (
    <div className={styles.report} role="region" aria-label={t('checkUp.report')}>
      {isDone && <EmptyState title={t('checkUp.done')}>{t('checkUp.doneText')}</EmptyState>}
      <div className={styles.reportHead}>
        <SegmentedControl
          label={t('checkUp.reportOf')}
          value={span}
          onChange={setSpan}
          segments={[
            { id: 'today', label: t('checkUp.today') },
            { id: 'quarter', label: t('checkUp.quarter') },
          ]}
        />
        <Button
          icon={<Printer />}
          isDisabled={asked === 0}
          onPress={() => {
            notePrinted(asked);
            window.print();
          }}
        >
          {t('print.print')}
        </Button>
      </div>
      <dl className={styles.counts}>
        {parts.map(({ id, people }) => (
          <div key={id} className={styles.count}>
            <dt>{t(`checkUp.part.${id}`)}</dt>
            <dd>{people.length}</dd>
          </div>
        ))}
      </dl>
      {parts.map(
        ({ id, people }) =>
          people.length > 0 && (
            <Section key={id} title={t(`checkUp.part.${id}`)}>
              <ul className={styles.list}>
                {people.map((person) => (
                  <li key={person.id}>
                    <CustomerLink look="name" id={person.id}>
                      {person.name}
                    </CustomerLink>
                    <span className={styles.quiet}>{person.detail}</span>
                  </li>
                ))}
              </ul>
            </Section>
          ),
      )}
      <Printed className={sheet.page}>
        <ReportSheet period={period} parts={parts} coverage={checkUp.coverage} />
      </Printed>
    </div>
  );
}

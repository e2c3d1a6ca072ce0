import { delimiters } from '#shared/formats/csv/detect-delimiter.ts';
import { encodings } from '#shared/formats/text/decoder.ts';
import { importKinds } from '#shared/imports/fields.ts';
import { unitOf } from '#shared/imports/unit.ts';
import { policies } from '#shared/imports/plan/plan.ts';
import { CampaignPick } from '../../display/campaign-pick.tsx';
import { UnsavedNote } from '../../display/unsaved-note.tsx';
import { useDescribeError, useJoin, useT } from '../../platform/language.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { Banner } from '../../ui/feedback/banner.tsx';
import { SegmentedControl } from '../../ui/fields/segmented-control.tsx';
import { Select } from '../../ui/fields/select.tsx';
import { Section } from '../../ui/layout/section.tsx';
import { ColumnTable } from './column-table.tsx';
import styles from './imports.module.css';
import { leftColumns } from './left-columns.ts';
import { OpeningSwitch } from './opening-switch.tsx';
import { ProblemList } from './problem-list.tsx';
import { ReadingLine } from './reading-line.tsx';
import { UnderstoodRows } from './understood-rows.tsx';
import type { Step } from './step.ts';
import type { ImportFlow } from './use-import.ts';

interface PreviewPanelProps {
  step: Extract<Step, { name: 'preview' }>;
  flow: ImportFlow;
}

/** What was understood of the file; everything can be set otherwise before anything is compared or written. */
export function PreviewPanel({ step: { preview, reading }, flow }: PreviewPanelProps) {
  const t = useT();
  const join = useJoin();
  const describe = useDescribeError();
  const { file, kind, headerLine, top, columns, error } = preview;
  const unit = unitOf(file.fileName);
  const isOfCards = file.format === 'cards';
  const isOfContacts = kind === 'contacts';
  const notImported = leftColumns(columns);
  return (
    <>
      <Section
        title={t('data.preview.title')}
        intro={
          <ReadingLine reading={reading}>{t('data.preview.rows', { count: preview.totalRows, unit })}</ReadingLine>
        }
        actions={
          <>
            <Button onPress={flow.close}>{t('data.other')}</Button>
            {kind === 'customers' && (
              <Button isDisabled={error !== undefined || reading !== null} onPress={() => void flow.compare()}>
                {t('comparison.open')}
              </Button>
            )}
            <Button
              kind="primary"
              isDisabled={error !== undefined || reading !== null}
              onPress={() => void flow.check()}
            >
              {t('data.check')}
            </Button>
          </>
        }
      >
        {flow.mendedBefore > 0 && (
          <UnsavedNote
            text={t('data.mend.broughtBack', { count: flow.mendedBefore })}
            onDiscard={() => void flow.unmend()}
          />
        )}
        {error && (
          <Banner tone="warn" isAlert>
            {describe(error)}
          </Banner>
        )}
        <div className={styles.choices}>
          <SegmentedControl
            label={t('data.preview.kind')}
            value={kind}
            onChange={(next) => void flow.change(() => ({ kind: next }))}
            segments={(isOfCards ? (['customers', 'contacts'] as const) : importKinds).map((id) => ({
              id,
              label: t(`import.kind.${id}`),
            }))}
          />
          {file.encoding && (
            <Select
              label={t('data.preview.encoding')}
              value={file.encoding}
              description={file.isEncodingSure ? undefined : t('data.preview.encodingUnsure')}
              onChange={(encoding) => void flow.change(() => ({ encoding }))}
              options={encodings.map((id) => ({ id, label: id.toUpperCase() }))}
            />
          )}
          {file.delimiter !== undefined && (
            <Select
              label={t('data.preview.delimiter')}
              value={file.delimiter}
              onChange={(delimiter) => void flow.change(() => ({ delimiter }))}
              options={delimiters.map((id) => ({ id: id as string, label: t(`data.preview.delimiter.${id}`) }))}
            />
          )}
          {file.sheets.length > 1 && (
            <Select
              label={t('data.preview.sheet')}
              value={String(file.sheet)}
              onChange={(sheet) => void flow.change(() => ({ sheet: Number(sheet) }))}
              options={file.sheets.map((sheet, index) => ({ id: String(index), label: sheet.name }))}
            />
          )}
          {!isOfCards && (
            <Select
              label={t('data.preview.header')}
              value={String(headerLine)}
              onChange={(line) => void flow.change(() => ({ headerLine: Number(line) }))}
              options={[
                ...top.map(({ line, cells }) => ({
                  id: String(line),
                  label: t('data.preview.headerRow', { line, cells: cells.filter(Boolean).join(' | ').slice(0, 60) }),
                })),
                { id: '0', label: t('data.preview.noHeader') },
              ]}
            />
          )}
          <Select
            label={t(isOfContacts ? 'data.policyContacts' : 'data.policy')}
            description={t(isOfContacts ? 'data.policyContactsHint' : 'data.policyHint')}
            value={flow.policy}
            onChange={flow.setPolicy}
            options={policies.map((id) => ({ id, label: t(`import.policy.${id}`) }))}
          />
          {kind === 'customers' && (
            <CampaignPick
              label={t('campaigns.ofFile')}
              description={flow.campaign === null ? undefined : t('campaigns.ofFileHint')}
              value={flow.campaign}
              onChange={flow.setCampaign}
            />
          )}
        </div>
      </Section>
      <Section title={t('data.preview.columns')}>
        <OpeningSwitch preview={preview} onChange={(targets) => void flow.change(() => ({ targets }))} />
        <ColumnTable
          preview={preview}
          onChange={(index, target) =>
            void flow.change((latest) => ({
              targets: latest.columns.map((column) => column.target).with(index, target),
            }))
          }
        />
        {notImported.length > 0 && (
          <p className={styles.quiet}>
            {t('data.preview.notImported', {
              count: notImported.length,
              columns: join(notImported.map(({ header, filled }) => t('data.left.column', { header, count: filled }))),
            })}
          </p>
        )}
      </Section>
      <Section title={t('data.problems')}>
        {preview.duplicateRows > 0 && (
          <p>
            {t(isOfContacts ? 'data.duplicatePeople' : 'data.duplicateRows', { count: preview.duplicateRows, unit })}
          </p>
        )}
        <ProblemList problems={preview.problems} columns={columns} unit={unit} onMend={flow.mend} />
      </Section>
      <Section title={t('data.preview.understood')}>
        <UnderstoodRows rows={preview.rows} unit={unit} />
      </Section>
    </>
  );
}

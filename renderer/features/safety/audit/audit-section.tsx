import { FileDown, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import type { AuditCheck, AuditEntry } from '#shared/audit/audit-entry.ts';
import { errorSentences, type ErrorCode } from '#shared/errors/codes.ts';
import { reportFailure } from '../../../display/report-failure.ts';
import { callMain } from '../../../platform/main-api.ts';
import { useDescribeError, useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { Banner } from '../../../ui/feedback/banner.tsx';
import { showToast } from '../../../ui/feedback/toasts.ts';
import { Section } from '../../../ui/layout/section.tsx';
import { InstantText } from '../../../ui/text/date-text.tsx';
import styles from './audit-section.module.css';
import { firstRows } from '../first-questions.ts';
import { useMain } from '../use-main.ts';

const longest = 500;

/** What was done with the archive and what was refused, with the proof that nothing in it was altered. */
export function AuditSection() {
  const t = useT();
  const [limit, setLimit] = useState(firstRows);
  const [answer, again] = useMain('audit/read', { limit });
  const [check, setCheck] = useState<AuditCheck | null>(null);
  const entries = answer?.entries ?? [];

  const verify = async (): Promise<void> => {
    setCheck(await callMain('audit/check', {}));
    again();
  };
  const save = async (format: 'csv' | 'ndjson'): Promise<void> => {
    const { savedAs } = await callMain('audit/export', { format });
    if (savedAs !== null) showToast({ text: t('trust.audit.saved', { file: savedAs }) });
    again();
  };
  return (
    <Section
      title={t('trust.audit')}
      intro={t('trust.audit.intro')}
      actions={
        <>
          <Button size="small" icon={<ShieldCheck />} onPress={() => void verify().catch(reportFailure)}>
            {t('trust.audit.check')}
          </Button>
          <Button size="small" kind="quiet" icon={<FileDown />} onPress={() => void save('csv').catch(reportFailure)}>
            {t('trust.audit.csv')}
          </Button>
          <Button
            size="small"
            kind="quiet"
            icon={<FileDown />}
            onPress={() => void save('ndjson').catch(reportFailure)}
          >
            {t('trust.audit.ndjson')}
          </Button>
        </>
      }
    >
      {check && (
        <Banner tone={check.broken ? 'seal' : 'good'} isAlert>
          {check.broken
            ? t(`trust.audit.${check.broken.why}`, { n: check.broken.n })
            : t('trust.audit.good', { entries: check.entries })}
        </Banner>
      )}
      <ol className={styles.list}>
        {entries.map((entry) => (
          <AuditRow key={entry.n} entry={entry} />
        ))}
        {entries.length === limit && limit < longest && (
          <li className={styles.more}>
            <Button
              kind="quiet"
              size="small"
              onPress={() => {
                setLimit(Math.min(longest, limit * 4));
              }}
            >
              {t('trust.audit.earlier')}
            </Button>
          </li>
        )}
      </ol>
    </Section>
  );
}

function AuditRow({ entry: { at, event, detail, n } }: { entry: AuditEntry }) {
  const t = useT();
  const describe = useDescribeError();
  const { count, error } = detail;
  const why =
    error !== undefined && isErrorCode(error)
      ? describe({ code: error, data: { ...unknownValues(error), channel: detail.channel ?? '' } })
      : '';
  return (
    <li className={styles.row}>
      <span className={styles.when}>
        <InstantText at={at} />
      </span>
      <span className={styles.what}>{t(`audit.${event}`)}</span>
      <span className={styles.counts} title={why}>
        {count === undefined ? why : t('trust.audit.count', { count })}
      </span>
      <span className={styles.number}>{n}</span>
    </li>
  );
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorSentences, code);
}

/** The log keeps which failure it was, and not the numbers and names of its sentence. */
function unknownValues(code: ErrorCode): Record<string, string> {
  const names = Array.from(errorSentences[code][0].matchAll(/\{(\w+)/g), ([, name = '']) => name);
  return Object.fromEntries(names.map((name) => [name, '…']));
}

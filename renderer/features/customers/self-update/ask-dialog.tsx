import { Copy, FileDown } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { addDays } from '#shared/calendar/day.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { formGroups, isAskable, isOfKind } from '#shared/self-update/items.ts';
import type { FormOrder } from '#shared/self-update/make-form.ts';
import { reportFailure } from '../../../display/report-failure.ts';
import { useAllCustomFields } from '../../../display/use-custom-fields.ts';
import { useEngine } from '../../../engine/client/engine-context.tsx';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { useToday } from '../../../platform/clock.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { Banner } from '../../../ui/feedback/banner.tsx';
import { ProgressBar } from '../../../ui/feedback/progress-bar.tsx';
import { showToast } from '../../../ui/feedback/toasts.ts';
import { TextArea } from '../../../ui/fields/text-area.tsx';
import { useOneAtATime } from '../../../ui/keys/use-one-at-a-time.ts';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { putOnClipboard } from '../clipboard.ts';
import { saveFile } from '../export/export-customers.ts';
import { AskChoices, type Choices } from './ask-choices.tsx';
import { asName, mostForms, packForms } from './pack-forms.ts';
import styles from './self-update.module.css';
import { useAsking } from './use-asking.ts';

/** Asks customers to look through what is known of them: a message to send, or a page to send that makes the reply. */
export function AskDialog({ ids, onClose }: { ids: readonly CustomerId[]; onClose: () => void }) {
  const t = useT();
  const engine = useEngine();
  const today = useToday();
  const language = useLanguage();
  const fields = useAllCustomFields().filter(isAskable);
  const tell = useAsking();
  const [choices, setChoices] = useState<Choices>({
    groups: formGroups,
    ownFields: [],
    language,
    days: '30',
    reminds: false,
  });
  const [typed, setTyped] = useState<string | null>(null);
  const [done, setDone] = useState<number | null>(null);
  const stop = useRef(new AbortController());
  useEffect(
    () => () => {
      stop.current.abort();
    },
    [],
  );
  const { days, reminds, ...asked } = choices;
  const order: FormOrder = { ...asked, expiresOn: addDays(today, Number(days)) };
  const [only] = ids.length === 1 ? ids : [];
  const isNothing = asked.groups.length === 0 && asked.ownFields.length === 0;
  const { data: form } = useEngineQuery(
    `ask:${only ?? ''}:${JSON.stringify(order)}`,
    async () => (only === undefined ? null : ((await engine.makeForms([only], order))[0] ?? null)),
    { keepsPrevious: true, passing: true },
  );
  const message = typed ?? form?.message ?? '';
  const remindOn = reminds ? order.expiresOn : null;
  const isTooMany = ids.length > mostForms;

  const copy = () => {
    const isCopied = putOnClipboard((data) => {
      data.setData('text/plain', message);
    });
    if (!isCopied) showToast({ text: t('selfUpdate.notCopied') });
    else if (form) tell(t('selfUpdate.copied'), [form], remindOn).catch(reportFailure);
  };
  const make = async () => {
    const { signal } = (stop.current = new AbortController());
    const title = t('selfUpdate.fileName');
    const words = {
      fileName: (each: { name: string; code: string }) => `${title} ${each.name} ${each.code}`,
      messages: t('selfUpdate.messages'),
    };
    if (form) {
      const content = new TextEncoder().encode(form.html);
      return { name: `${asName(words.fileName(form))}.html`, content, forms: [form] };
    }
    const packed = await packForms(engine, ids, order, words, signal, setDone);
    return packed && { name: `${title} ${today}.zip`, ...packed };
  };
  const save = useOneAtATime(async () => {
    try {
      if (!form) setDone(0);
      const made = await make();
      if (made === null || made.forms.length === 0) return;
      const count = made.forms.length;
      const name = await saveFile(made.name, made.content, count);
      if (name === null) return;
      await tell(t('selfUpdate.saved', { count, name }), made.forms, remindOn);
      onClose();
    } catch (error) {
      reportFailure(error);
    } finally {
      setDone(null);
    }
  });

  return (
    <Dialog
      isOpen
      size="wide"
      title={
        only === undefined
          ? t('selfUpdate.askMany', { count: ids.length })
          : t('selfUpdate.askTitle', { name: form?.name ?? '' })
      }
      isDismissable={done === null}
      onClose={onClose}
      footer={
        <>
          <Button
            onPress={() => {
              if (done === null) onClose();
              else stop.current.abort();
            }}
          >
            {t('ui.cancel')}
          </Button>
          {only !== undefined && (
            <Button icon={<Copy />} isDisabled={!form || isNothing} onPress={copy}>
              {t('selfUpdate.copy')}
            </Button>
          )}
          <Button
            kind="primary"
            icon={<FileDown />}
            isDisabled={done !== null || isNothing || isTooMany || (only !== undefined && !form)}
            onPress={() => void save()}
          >
            {t(only === undefined ? 'selfUpdate.saveMany' : 'selfUpdate.save')}
          </Button>
        </>
      }
    >
      <div className={styles.dialog}>
        <p className={styles.hint}>{t(only === undefined ? 'selfUpdate.hintMany' : 'selfUpdate.hint')}</p>
        <AskChoices
          choices={choices}
          groups={form ? formGroups.filter((group) => isOfKind(group, form.kind)) : formGroups}
          fields={fields}
          onChange={(next) => {
            setChoices(next);
            setTyped(null);
          }}
        />
        {only !== undefined && (
          <TextArea label={t('selfUpdate.message')} rows={8} value={message} onChange={setTyped} />
        )}
        {isTooMany && <Banner tone="warn">{t('selfUpdate.tooMany', { most: mostForms })}</Banner>}
        <Banner tone="info">{t('selfUpdate.unsealed')}</Banner>
        {done !== null && <ProgressBar label={t('selfUpdate.making')} done={done} total={ids.length} />}
      </div>
    </Dialog>
  );
}

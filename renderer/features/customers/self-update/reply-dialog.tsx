import { FileInput } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Channel, CustomerId } from '#shared/domain/customer/customer.ts';
import { SaveButtons } from '../../../display/save-buttons.tsx';
import { reportFailure } from '../../../display/report-failure.ts';
import type { ReadReply } from '../../../engine/api.ts';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { localNow } from '../../../platform/clock.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { Select } from '../../../ui/fields/select.tsx';
import { TextArea } from '../../../ui/fields/text-area.tsx';
import { useOneAtATime } from '../../../ui/keys/use-one-at-a-time.ts';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { ReplyPoints } from './reply-points.tsx';
import { ReplyRefused } from './reply-refused.tsx';
import styles from './self-update.module.css';

/** What a reply comes by. */
const channels = ['wechat', 'sms', 'email', 'phone', 'other'] as const satisfies readonly Channel[];
const longestText = 200_000;

export interface ReplyDialogProps {
  /** From whom it should be; `null` for whoever it is of. */
  from: { id: CustomerId; name: string } | null;
  onClose: () => void;
  onOpen: (id: CustomerId) => void;
}

/** Takes over what a customer sent back, point by point. */
export function ReplyDialog({ from, onClose, onOpen }: ReplyDialogProps) {
  const t = useT();
  const language = useLanguage();
  const commit = useCommit();
  const [text, setText] = useState('');
  const [left, setLeft] = useState<ReadonlySet<string> | null>(null);
  const [channel, setChannel] = useState<(typeof channels)[number]>('wechat');
  const file = useRef<HTMLInputElement>(null);
  const incoming = { text: text.slice(0, longestText), from: from?.id ?? null, language };
  const { data: reading, error } = useEngineQuery(
    `reply:${JSON.stringify(incoming)}`,
    async (engine) => (incoming.text.trim() === '' ? null : engine.readReply(incoming)),
    { keepsPrevious: true, passing: true },
  );
  const isEmpty = text.trim() === '';
  const read = !isEmpty && reading?.is === 'read' ? reading : null;
  const chosen = read ? read.points.filter((point) => isChosen(point, left)).map(({ id }) => id) : [];

  const type = (next: string) => {
    setText(next);
    setLeft(null);
  };
  const take = useOneAtATime(async () => {
    if (!read) return;
    const written = await commit(
      (engine) => engine.takeOverReply(incoming, chosen, { channel, at: localNow() }),
      t('selfUpdate.taken', { name: read.name, count: chosen.length }),
    );
    if (!written) return;
    onClose();
    onOpen(read.id);
  });

  return (
    <Dialog
      isOpen
      size="wide"
      title={from === null ? t('selfUpdate.reply') : t('selfUpdate.replyOf', { name: from.name })}
      onClose={onClose}
      footer={
        <SaveButtons
          label={t('selfUpdate.take', { count: chosen.length })}
          isDisabled={chosen.length === 0}
          onSave={() => void take()}
          onCancel={onClose}
        />
      }
    >
      <div className={styles.dialog}>
        {read?.isForm !== true && (
          <TextArea
            label={t('selfUpdate.pasteHere')}
            description={t(from === null ? 'selfUpdate.pasteHint' : 'selfUpdate.pasteHintWords')}
            rows={4}
            autoFocus
            value={text}
            onChange={type}
          />
        )}
        <input
          ref={file}
          type="file"
          hidden
          aria-label={t('selfUpdate.file')}
          accept=".txt,text/plain"
          onChange={(event) => {
            const [picked] = event.target.files ?? [];
            event.target.value = '';
            picked?.slice(0, longestText).text().then(type, reportFailure);
          }}
        />
        {isEmpty && (
          <div>
            <Button icon={<FileInput />} onPress={() => file.current?.click()}>
              {t('selfUpdate.file')}
            </Button>
          </div>
        )}
        {!isEmpty && (error !== null || (reading && reading.is !== 'read')) && (
          <ReplyRefused
            reading={reading?.is === 'read' ? null : (reading ?? null)}
            error={error}
            onOpen={onOpen}
            onClose={onClose}
          />
        )}
        {read && (
          <>
            <ReplyPoints
              reading={read}
              isChosen={(point) => isChosen(point, left)}
              onToggle={(point) => {
                setLeft(toggled(read, left, point.id));
              }}
            />
            {read.points.length > 0 && (
              <Select
                label={t('selfUpdate.cameBy')}
                options={channels.map((id) => ({ id, label: t(`channel.${id}`) }))}
                value={channel}
                onChange={setChannel}
              />
            )}
            {read.isForm && (
              <div>
                <Button
                  kind="quiet"
                  size="small"
                  onPress={() => {
                    type('');
                  }}
                >
                  {t('selfUpdate.another')}
                </Button>
              </div>
            )}
          </>
        )}
      </div>
    </Dialog>
  );
}

type Point = ReadReply['points'][number];

/** What was changed here meanwhile is taken over only by whoever says so. */
function isChosen({ id, problem, isStale }: Point, left: ReadonlySet<string> | null): boolean {
  if (problem !== undefined) return false;
  return left === null ? !isStale : !left.has(id);
}

function toggled({ points }: ReadReply, left: ReadonlySet<string> | null, id: string): ReadonlySet<string> {
  const next = new Set(left ?? points.filter((point) => !isChosen(point, null)).map((point) => point.id));
  if (!next.delete(id)) next.add(id);
  return next;
}

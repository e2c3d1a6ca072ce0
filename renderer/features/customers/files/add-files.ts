import { create } from 'zustand';
import type { Attachment } from '#shared/domain/attachment/attachment.ts';
import type { Customer, CustomerId } from '#shared/domain/customer/customer.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import type { AppError } from '#shared/errors/app-error.ts';
import { createOrder } from '#shared/lib/in-order.ts';
import type { Edit } from '../../../engine/api.ts';
import type { Commit } from '../../../engine/client/use-commit.ts';
import { toAppError } from '../../../display/report-failure.ts';
import { sendFile, type SentFile } from '../../../platform/attachments.ts';
import { draftOf } from '../../../engine/draft-of.ts';
import { localNow } from '../../../platform/clock.ts';
import { newId } from '../../../platform/ids.ts';
import { endTask, showTask } from '../../../state/activity.ts';
import { showToast } from '../../../ui/feedback/toasts.ts';

/** What is being sent, wherever in the window one is meanwhile. */
interface Sending {
  customerId: CustomerId;
  name: string;
  at: number;
  of: number;
  /** Of all that are being sent. */
  doneBytes: number;
  totalBytes: number;
  stop: AbortController;
}

/** On lock: a file under way holds the lock off until it is sent. */
export const useSending = create<{ current: Sending | null }>(() => ({ current: null }));

export interface AddingFiles {
  commit: Commit;
  t: Translate;
  describeError: (error: AppError) => string;
}

const taskId = 'files';
const inOrder = createOrder();

/** Where files go: a customer, and of them a field of the archive's own if they are dropped on one. */
export interface FilesTarget {
  customer: Pick<Customer, 'id' | 'name'>;
  /** The files that the customer has already. */
  here: readonly Attachment[];
  fieldId?: string | undefined;
}

/** Sends files one after the other and adds those that arrived as one change. What did not is told by name. */
export function addFiles(
  { customer, here, fieldId }: FilesTarget,
  files: readonly File[],
  tools: AddingFiles,
): Promise<void> {
  return inOrder(async () => {
    const { t, describeError } = tools;
    const stop = new AbortController();
    const problems: string[] = [];
    const inPlace = fieldId === undefined ? here : here.filter((file) => file.fieldId === fieldId);
    const known = new Set(inPlace.map(({ sha256 }) => sha256));
    const edits: Edit[] = [];
    const totalBytes = files.reduce((sum, { size }) => sum + size, 0);
    let sentBytes = 0;
    for (const [index, file] of files.entries()) {
      const name = nameOf(file);
      const sending = { customerId: customer.id, name, at: index + 1, of: files.length, totalBytes, stop };
      const label = sayWhatIsSent(t, sending);
      const before = sentBytes;
      const onProgress = (ownBytes: number): void => {
        const doneBytes = before + ownBytes;
        useSending.setState({ current: { ...sending, doneBytes } });
        showTask({ id: taskId, label, done: doneBytes, total: totalBytes });
      };
      try {
        const sent = await sendFile(file, { signal: stop.signal, onProgress });
        if (known.has(sent.sha256)) problems.push(t('files.alreadyHere', { name }));
        else edits.push(placed(here, sent, fieldId) ?? editOf(customer.id, name, sent, fieldId));
        known.add(sent.sha256);
      } catch (caught) {
        const error = toAppError(caught);
        if (error.code === 'files/cancelled') break;
        problems.push(t('files.notAdded', { name, why: describeError(error) }));
      }
      sentBytes += file.size;
    }
    useSending.setState({ current: null });
    endTask(taskId);
    if (edits.length > 0) {
      const sentence = t('files.added', { name: customer.name, count: edits.length });
      await tools.commit((engine) => engine.commit('file/add', edits), sentence);
    }
    if (problems.length > 0) showToast({ text: problems.join('\n'), tone: 'seal' });
  });
}

export function sayWhatIsSent(t: Translate, { name, at, of }: Pick<Sending, 'name' | 'at' | 'of'>): string {
  return of === 1 ? t('files.sending', { name }) : t('files.sendingOf', { name, at, of });
}

/** A file that the customer has, and no field yet, is the one that is meant. */
function placed(here: readonly Attachment[], { sha256 }: SentFile, fieldId: string | undefined): Edit | null {
  const twin = fieldId === undefined ? undefined : here.find((file) => file.sha256 === sha256 && !file.fieldId);
  return twin ? { table: 'attachment', id: twin.id, after: { ...draftOf(twin), fieldId }, seen: twin.version } : null;
}

function editOf(
  customerId: CustomerId,
  name: string,
  { sha256, sizeBytes, mediaType }: SentFile,
  fieldId: string | undefined,
): Edit {
  const id = newId();
  const about = { name, mediaType, sizeBytes, sha256, addedAt: localNow(), origin: { kind: 'manual' as const } };
  return { table: 'attachment', id, after: { id, customerId, ...about, fieldId } };
}

/** Without what would turn its reading direction or break its line. */
function nameOf(file: File): string {
  return (
    file.name
      .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
      .slice(-255)
      .trim() || 'file'
  );
}

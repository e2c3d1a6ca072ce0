import { useRef } from 'react';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { writeCells } from '#shared/formats/clipboard/cells.ts';
import { bringTable } from '../../../display/brought-table.ts';
import type { BulkTarget } from '../../../engine/api.ts';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import styles from './bulk.module.css';
import { BulkPreviewView } from './bulk-preview.tsx';
import { BulkProgress, LeaveButton } from './bulk-progress.tsx';
import { useBulkWork } from './use-bulk-work.ts';

/** Cells to be pasted or emptied, by the customer and the fact they fall on. */
export interface Pasted {
  kind: 'paste' | 'clear';
  number: number;
  rows: number;
  columns: number;
  targets: BulkTarget[];
  /** Rows that the list has no place for, and what the columns are called on which they would fall. */
  left: readonly (readonly string[])[];
  headings: readonly string[];
  columnsBeyond: number;
  /** Its first row was headings, which are left out. */
  isHeaded: boolean;
  startName: string;
  startColumn: string;
}

export interface PasteDialogProps {
  pasted: Pasted;
  onClose: () => void;
}

/** What a paste would change or what would be emptied, before it is. */
export function PasteDialog({ pasted, onClose }: PasteDialogProps) {
  const t = useT();
  const commit = useCommit();
  const { kind, targets, rows, columns, left, headings, columnsBeyond, isHeaded, startName, startColumn, number } =
    pasted;
  const language = useLanguage();
  const { data: preview } = useEngineQuery(
    `paste:${String(number)}:${language}`,
    (engine) => engine.previewBulk(targets, language),
    { passing: true },
  );
  const changing = preview?.changing ?? 0;
  const customers = new Set<CustomerId>(targets.flatMap(({ ids }) => ids)).size;
  const isLeftWanted = useRef(false);
  const bringLeft = () => {
    const columnCount = Math.max(...left.map((row) => row.length));
    const named = Array.from({ length: columnCount }, (_, at) => headings[at] ?? '');
    bringTable({ text: writeCells([named, ...left]), html: '', files: [] });
  };
  const work = async () => {
    const sentence = t('bulk.done', { count: customers });
    if (!(await commit((engine) => engine.commitBulk(targets, 'customer/bulk-edit'), sentence))) return;
    onClose();
    if (isLeftWanted.current) bringLeft();
  };
  const { apply, isPending, stage, leave } = useBulkWork(customers, work, onClose);
  return (
    <Dialog
      title={t(`bulk.title.${kind}`)}
      isOpen
      onClose={leave}
      footer={
        <>
          <LeaveButton stage={stage} onPress={leave} />
          <Button
            key={changing === 0 && !isPending ? 'nothing' : 'cells'}
            kind="primary"
            autoFocus
            isDisabled={changing === 0 && !isPending}
            isPending={isPending}
            onPress={() => {
              isLeftWanted.current = false;
              void apply();
            }}
          >
            {t(kind === 'paste' ? 'bulk.applyCells' : 'bulk.applyClear', { count: changing })}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {kind === 'paste' && (
          <p className={styles.muted}>
            {t('bulk.pasteSize', { rows, columns, name: startName, column: startColumn })}
            {isHeaded && t('bulk.pasteHeading')}
          </p>
        )}
        {left.length > 0 && (
          <div className={styles.beyond}>
            <p className={styles.warning}>{t('bulk.rowsBeyond', { count: left.length })}</p>
            <Button
              size="small"
              isDisabled={preview === undefined || isPending}
              onPress={() => {
                isLeftWanted.current = true;
                if (changing > 0) {
                  void apply();
                  return;
                }
                onClose();
                bringLeft();
              }}
            >
              {t(changing > 0 ? 'bulk.pasteAndBring' : 'bulk.bringLeft')}
            </Button>
          </div>
        )}
        {columnsBeyond > 0 && <p className={styles.warning}>{t('bulk.columnsBeyond', { count: columnsBeyond })}</p>}
        <BulkPreviewView preview={preview} unit="cells" />
        <BulkProgress stage={stage} />
      </div>
    </Dialog>
  );
}

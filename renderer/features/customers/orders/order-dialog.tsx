import { useState } from 'react';
import { amendOrder, exchangeableTypes, isExchangeable } from '#shared/domain/order/amend-order.ts';
import { textOfOrder } from '#shared/domain/order/order-text.ts';
import type { Order } from '#shared/domain/order/order.ts';
import { SaveButtons } from '../../../display/save-buttons.tsx';
import { UnsavedNote } from '../../../display/unsaved-note.tsx';
import { draftOf } from '../../../engine/draft-of.ts';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { useUnsaved } from '../../../engine/client/use-unsaved.ts';
import { useToday } from '../../../platform/clock.ts';
import { useT } from '../../../platform/language.tsx';
import { useCurrency } from '../../../state/currency.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { TextArea } from '../../../ui/fields/text-area.tsx';
import { saveByKey } from '../../../ui/keys/save-by-key.ts';
import { useOneAtATime } from '../../../ui/keys/use-one-at-a-time.ts';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { KinNote } from './kin-note.tsx';
import { OpeningFields } from './opening-fields.tsx';
import { OrderFields } from './order-fields.tsx';
import styles from './orders.module.css';
import { useSayProblem } from './use-say-problem.ts';

export interface OrderDialogProps {
  order: Order;
  onClose: () => void;
}

/** An order put right, or taken away together with what gives it back. */
export function OrderDialog({ order, onClose }: OrderDialogProps) {
  const t = useT();
  const today = useToday();
  const currency = useCurrency();
  const commit = useCommit();
  const { id, customerId } = order;
  const { value, change, clear, isBroughtBack } = useUnsaved(
    { kind: 'order', customerId, of: id },
    textOfOrder(order, currency),
  );
  const { data: kin } = useEngineQuery(`orderKin:${id}`, (engine) => engine.orderKin(customerId, id), {
    concerns: customerId,
  });
  /** What is wrong is told from the first time on that somebody wants to save it. */
  const [isRefused, setRefused] = useState(false);
  const amended = kin && amendOrder(draftOf(order), value, kin, { today, currency });
  const say = useSayProblem(isRefused ? amended?.problems : undefined, kin);
  const refundsOf = order.type === 'refund' ? [] : (kin?.refunds ?? []);

  const leave = () => {
    clear();
    onClose();
  };
  const save = useOneAtATime(async () => {
    const after = amended?.order;
    setRefused(after === undefined);
    if (!after) return;
    const edit = { table: 'order', id, after, seen: order.version } as const;
    if (await commit((engine) => engine.commit('order/edit', [edit]), t('order.changed'))) leave();
  });
  const remove = useOneAtATime(async () => {
    const edits = [...refundsOf, order].map((each) => {
      return { table: 'order', id: each.id, customerId, after: null, seen: each.version } as const;
    });
    const sentence = t('order.deleted', { count: edits.length });
    if (await commit((engine) => engine.commit('order/edit', edits), sentence)) leave();
  });

  const fields = { value, change, say, onSave: () => void save() };
  const kind = t(`orderType.${order.opening ? 'opening' : order.type}`);
  return (
    <Dialog
      title={t('order.title', { kind })}
      isOpen
      onClose={onClose}
      footerStart={
        <Button kind="quiet" edge="start" isDisabled={!kin} onPress={() => void remove()}>
          {refundsOf.length > 0 ? t('order.deleteWithRefunds', { count: refundsOf.length }) : t('order.delete')}
        </Button>
      }
      footer={<SaveButtons keys="Mod+Enter" isDisabled={!kin} onSave={() => void save()} onCancel={leave} />}
    >
      <section className={styles.form} aria-label={kind} onKeyDownCapture={saveByKey(() => void save())}>
        {isBroughtBack && <UnsavedNote onDiscard={clear} />}
        {order.opening ? (
          <OpeningFields {...fields} />
        ) : (
          kin && (
            <OrderFields
              {...fields}
              customerId={customerId}
              types={isExchangeable(order, kin) ? exchangeableTypes : []}
              mayBeOwed={order.type === 'sale'}
              isNew={false}
              autoFocus
            />
          )
        )}
        <TextArea
          label={t('field.note')}
          value={value.note}
          rows={2}
          error={say('note')}
          onChange={(note) => {
            change({ note });
          }}
        />
        {kin && <KinNote type={order.type} kin={kin} />}
      </section>
    </Dialog>
  );
}

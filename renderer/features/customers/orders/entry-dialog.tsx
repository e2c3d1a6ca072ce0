import { useEffect, useRef, useState } from 'react';
import { customerIdSchema, type CustomerId } from '#shared/domain/customer/customer.ts';
import { enterableTypes, enterOrder, textOfStart, type OrderStart } from '#shared/domain/order/enter-order.ts';
import { SaveButtons } from '../../../display/save-buttons.tsx';
import { UnsavedNote } from '../../../display/unsaved-note.tsx';
import { useTags } from '../../../display/use-tags.ts';
import type { Edit } from '../../../engine/api.ts';
import { useEngine } from '../../../engine/client/engine-context.tsx';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { useUnsaved } from '../../../engine/client/use-unsaved.ts';
import { localNow, useToday } from '../../../platform/clock.ts';
import { newId } from '../../../platform/ids.ts';
import { useJoin, useT } from '../../../platform/language.tsx';
import { useCurrency } from '../../../state/currency.ts';
import { TextArea } from '../../../ui/fields/text-area.tsx';
import { saveByKey } from '../../../ui/keys/save-by-key.ts';
import { useOneAtATime } from '../../../ui/keys/use-one-at-a-time.ts';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { useKit } from '../../../ui/theme/kit-provider.tsx';
import { quickAddEdits } from '../quick-add/quick-add-edits.ts';
import { BuyerField } from './buyer-field.tsx';
import { readBuyer } from './read-buyer.ts';
import { BuyerNote } from './buyer-note.tsx';
import { KinNote } from './kin-note.tsx';
import { OrderFields } from './order-fields.tsx';
import styles from './orders.module.css';
import { ContactOfSale, contactOfSale, useSaleAsContact } from './sale-as-contact.tsx';
import { useSayProblem } from './use-say-problem.ts';

interface EntryDialogProps {
  /** Who buys; `null` asks for it. */
  known: { id: CustomerId; name: string } | null;
  how: 'new' | 'again' | 'return';
  /** The order that is made once more, or given back. */
  of: string | undefined;
  start: OrderStart;
  onClose: () => void;
  onOpen: ((id: CustomerId) => void) | undefined;
}

const titles = { new: 'order.newFor', again: 'order.againFor', return: 'order.returnFor' } as const;
const nobody = { text: '', customerId: null, isNew: false };

/** The boxes of an order that is not there yet, and of its buyer where nobody is known. */
export function EntryDialog({ known, how, of, start, onClose, onOpen }: EntryDialogProps) {
  const t = useT();
  const today = useToday();
  const currency = useCurrency();
  const { formats } = useKit();
  const engine = useEngine();
  const commit = useCommit();
  const tags = useTags();
  const form = useRef<HTMLElement>(null);
  const [ids] = useState(() => ({ order: newId(), buyer: customerIdSchema.parse(newId()) }));
  const { value, change, clear, isBroughtBack } = useUnsaved(
    { kind: 'new-order', customerId: known?.id, of: of === undefined ? how : `${how} ${of}` },
    { ...textOfStart(start, today, currency), buyer: nobody },
  );
  const { buyer, asContact, ...text } = value;
  const added = known === null && buyer.isNew ? readBuyer(ids.buyer, buyer.text, { today, currency }) : null;
  const chosenId = known?.id ?? buyer.customerId;
  // A draft may have lain for long, and its buyer may be in the bin, erased, or another one by now.
  const { data: where } = useEngineQuery(`whereabouts:${chosenId ?? ''}`, async (own) =>
    chosenId === null ? null : own.whereabouts(chosenId),
  );
  const isGone = chosenId !== null && where === null;
  const customerId = chosenId === null || isGone ? null : (where?.id ?? chosenId);
  const hasBuyer = customerId !== null || (added !== null && added.customer.name !== '');
  const join = useJoin();
  const contact = useSaleAsContact(customerId, text.day, asContact);
  const enter = () =>
    enterOrder(start, { id: ids.order, customerId: customerId ?? ids.buyer }, text, { now: localNow(), currency });
  /** How often what was to be saved was not complete: from the first time on it is told what is wrong. */
  const [refusals, setRefusals] = useState(0);
  const say = useSayProblem(refusals > 0 ? enter().problems : undefined, start.kin);
  useEffect(() => {
    if (refusals > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true], [role=alert] button')?.focus();
  }, [refusals]);

  const focusLines = () => {
    form.current?.querySelector<HTMLElement>('[data-lines] input')?.focus();
  };
  const leave = () => {
    clear();
    onClose();
  };
  const save = useOneAtATime(async () => {
    const { order } = enter();
    // Whoever was put back a moment ago may still be shown as in the bin.
    const isInBin = where?.isInBin === true && (await engine.whereabouts(where.id))?.isInBin === true;
    if (!order || !hasBuyer || isInBin) {
      setRefusals(refusals + 1);
      return;
    }
    const edits: Edit[] = added ? quickAddEdits(added, [...tags.values()], t('followUps.default')) : [];
    edits.push({ table: 'order', id: order.id, after: order });
    const isContact = order.type === 'sale' && contact.isOn;
    const sentence = t(added ? 'order.enteredWithBuyer' : 'order.entered', {
      name: where?.name ?? added?.customer.name ?? buyer.text,
      kind: t(`orderType.${order.type}`),
      sum: formats.amount(Math.abs(order.totalFen)),
    });
    const spoken = isContact ? contactOfSale(order, (goods) => t('order.contactText', { goods: join(goods) })) : null;
    if (!(await commit((own) => own.enterOrder(edits, spoken), sentence))) return;
    leave();
    if (known === null) onOpen?.(order.customerId);
  });

  return (
    <Dialog
      title={known ? t(titles[how], { name: known.name }) : t('order.new')}
      isOpen
      onClose={onClose}
      footer={<SaveButtons keys="Mod+Enter" onSave={() => void save()} onCancel={leave} />}
    >
      <section
        ref={form}
        className={styles.form}
        aria-label={t('order.new')}
        onKeyDownCapture={saveByKey(() => void save())}
      >
        {isBroughtBack && <UnsavedNote onDiscard={clear} />}
        {known === null && (
          <BuyerField
            buyer={buyer}
            error={
              isGone
                ? t('order.problem.buyer-gone')
                : refusals > 0 && !hasBuyer
                  ? t('order.problem.no-buyer')
                  : undefined
            }
            onChange={(next) => {
              change({ buyer: next });
            }}
            onChosen={focusLines}
          />
        )}
        {chosenId !== null && where && (
          <BuyerNote chosenId={chosenId} where={where} isChoosable={known === null} onPutBack={focusLines} />
        )}
        <OrderFields
          value={text}
          change={change}
          say={say}
          onSave={() => void save()}
          customerId={customerId}
          types={start.kin.sale ? [] : enterableTypes}
          mayBeOwed={text.type === 'sale'}
          isNew
          autoFocus={known !== null}
        />
        <TextArea
          label={t('field.note')}
          value={text.note}
          rows={2}
          error={say('note')}
          onChange={(note) => {
            change({ note });
          }}
        />
        {text.type === 'sale' && (
          <ContactOfSale
            {...contact}
            onChange={(isOn) => {
              change({ asContact: isOn });
            }}
          />
        )}
        <KinNote type={text.type} kin={start.kin} />
      </section>
    </Dialog>
  );
}

import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { isContact } from '#shared/domain/interaction/is-contact.ts';
import type { OrderFacts } from '#shared/domain/order/order.ts';
import { dayOf, type LocalDate } from '#shared/domain/record.ts';
import { readChannel } from '#shared/imports/choices.ts';
import type { ContactDraft } from '../../../engine/api.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { useJoin, useT } from '../../../platform/language.tsx';
import { Checkbox } from '../../../ui/fields/checkbox.tsx';
import styles from './orders.module.css';

export interface SaleAsContact {
  /** As was chosen, or where nobody chose, unless the contact of that day is in the timeline already. */
  isOn: boolean;
  /** What is open and due by the day of the sale, which the contact answers. */
  dueTitles: readonly string[];
}

/** Whoever bought was spoken to: what that makes of the sale. */
export function useSaleAsContact(
  customerId: CustomerId | null,
  day: LocalDate | null,
  chosen: boolean | undefined,
): SaleAsContact {
  const { data: dossier } = useEngineQuery(
    `dossier:${customerId ?? ''}`,
    async (engine) => (customerId === null ? null : engine.dossier(customerId)),
    { concerns: customerId ?? undefined },
  );
  const isLogged = dossier?.interaction.some(
    (each) => each.deletedAt === undefined && isContact(each) && dayOf(each.at) === day,
  );
  const due = dossier?.followUp.filter(
    ({ status, kind, due: on, deletedAt }) =>
      status === 'open' && kind !== 'promise' && deletedAt === undefined && day !== null && dayOf(on) <= day,
  );
  return { isOn: chosen ?? isLogged !== true, dueTitles: due?.map(({ title }) => title) ?? [] };
}

/** The contact that a sale was. */
export function contactOfSale(
  { customerId, date, channel = '', lines }: OrderFacts,
  text: (goods: readonly string[]) => string,
): ContactDraft {
  return {
    customerId,
    at: date,
    channel: channel === '' ? 'visit' : (readChannel(channel) ?? 'other'),
    direction: 'inbound',
    outcome: 'won',
    text: text(lines.map((line) => line.text).filter((name) => name !== '')),
  };
}

interface ContactOfSaleProps extends SaleAsContact {
  onChange: (isOn: boolean) => void;
}

export function ContactOfSale({ isOn, dueTitles, onChange }: ContactOfSaleProps) {
  const t = useT();
  const join = useJoin();
  return (
    <div>
      <Checkbox isSelected={isOn} onChange={onChange}>
        {t('order.asContact')}
      </Checkbox>
      {isOn && dueTitles.length > 0 && (
        <p className={styles.hint}>{t('order.finishes', { titles: join(dueTitles) })}</p>
      )}
    </div>
  );
}

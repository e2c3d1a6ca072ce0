import type { Customer } from '#shared/domain/customer/customer.ts';
import type { RelationEntry, RelationsView } from '../../../engine/api.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { useT } from '../../../platform/language.tsx';
import { isAlreadyNoted, isIntroduction, type RelationForm } from './relation-form.ts';
import { useRoleWord } from './role-words.ts';

/** What keeps the form from being saved, and what saving would replace; each in words. */
export function useFormProblem(
  customer: Customer,
  form: RelationForm,
  view: RelationsView,
  entry: RelationEntry | null,
): { problem: string | null; hint: string | null } {
  const t = useT();
  const word = useRoleWord();
  const { who, role, from, until, nearContactId } = form;
  const [introduced, by] =
    role === 'introducer' ? [customer.id, who?.customerId ?? null] : [who?.customerId ?? null, customer.id];
  const asked = isIntroduction(role) ? { introduced, by } : { introduced: null, by: null };
  const above = useEngineQuery(`introducers:${asked.by ?? ''}`, async (engine) =>
    asked.by === null ? [] : engine.introducers(asked.by),
  ).data;
  const replaced = useEngineQuery(`introducers:${asked.introduced ?? ''}`, async (engine) =>
    asked.introduced === null ? [] : engine.introducers(asked.introduced),
  ).data?.[0];

  if (!who || role === null) return { problem: null, hint: null };
  const isSelf = who.customerId === customer.id && who.contactId === nearContactId;
  if (isSelf || (isIntroduction(role) && who.customerId === customer.id)) {
    return { problem: t('relations.self'), hint: null };
  }
  if (from !== null && until !== null && until <= from) return { problem: t('relations.endsFirst'), hint: null };
  if (!isIntroduction(role)) {
    const others = view.entries.filter(({ record }) => record.id !== entry?.record.id);
    const isDouble = isAlreadyNoted(form, others);
    return { problem: isDouble ? t('relations.already', { other: who.name, role: word(role) }) : null, hint: null };
  }
  if (role === 'introduced' && who.customerId === null) return { problem: t('relations.onlyCustomers'), hint: null };
  const at = above?.findIndex(({ id }) => id === introduced) ?? -1;
  if (above && at >= 0) {
    const byName = role === 'introducer' ? who.name : customer.name;
    const introducedName = role === 'introducer' ? customer.name : who.name;
    const chain = [
      introducedName,
      ...above
        .slice(0, at + 1)
        .toReversed()
        .slice(1)
        .map(({ name }) => name),
      byName,
    ];
    return { problem: t('relations.circle', { chain: chain.join(' → ') }), hint: null };
  }
  const name = role === 'introducer' ? customer.name : who.name;
  const isReplacing = replaced && replaced.id !== by;
  return { problem: null, hint: isReplacing ? t('relations.replaces', { name, introducer: replaced.name }) : null };
}

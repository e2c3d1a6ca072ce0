import { isFieldOf, type CustomField } from '../domain/custom-field/custom-field.ts';
import { contactRoles, type Contact } from '../domain/contact/contact.ts';
import type { Customer, CustomerKind, Im } from '../domain/customer/customer.ts';
import { contactFacts } from '../facts/facts.ts';
import { isTypable, typedOf, type WrittenWorld } from '../facts/typed.ts';
import { customKey } from '../filter/fields.ts';
import type { Translate } from '../i18n/translate.ts';
import type { Currency } from '../money/currency.ts';
import { isUsable, isWay, reachesOf, rulesOf, wayRules, ways, type Reach, type Way } from '../reach/ways.ts';
import { markOf, type ReplyKey } from './form.ts';

/** What can be asked of a customer. Notes, tags, classes and money are nobody's to fill in. */
export const formGroups = ['name', ...ways, 'birthday', 'work', 'wishes', 'people'] as const;
export type FormGroup = (typeof formGroups)[number];

const factsOf: Readonly<Record<Exclude<FormGroup, Way | 'people'>, { [K in CustomerKind]: readonly string[] }>> = {
  name: forKinds(['name'], ['name', 'uscc', 'legalRepresentative', 'website']),
  birthday: forKinds(['birthday'], []),
  work: forKinds(['organization', 'department', 'title'], []),
  wishes: forKinds(['preferredChannel', 'preferredTime'], ['preferredChannel', 'preferredTime']),
};

function forKinds(person: readonly string[], company: readonly string[]) {
  return { person, company, partner: company };
}

/** Whether a customer of a kind has anything of a group: companies have no birthday, people no contact persons. */
export function isOfKind(group: FormGroup, kind: CustomerKind): boolean {
  if (group === 'people') return kind !== 'person';
  return isWay(group) || factsOf[group][kind].length > 0;
}

/** How a contact person is reached, as far as it is asked. */
const waysOfPeople = ['phones', 'ims', 'emails'] as const satisfies readonly Way[];

/** One line of a form. */
export interface FormItem {
  group: FormGroup | 'own';
  /** `name`, `phones`, `custom:…`; of a contact person behind the person's mark, `@k3Jd9s/phones`. */
  key: string;
  label: string;
  /** As the customer reads and corrects it. */
  value: string;
  /** By what the archive knows it again, whatever form it is written in. */
  identity: string;
  choices?: readonly { id: string; label: string }[] | undefined;
  /** One of several, which can be said to be used no more. */
  isOfList: boolean;
  /** The contact person it is about. */
  person?: string | undefined;
}

/** What a form may ask of the archive's own: what can be typed and is no money. */
export function isAskable(field: CustomField): boolean {
  return field.archived !== true && isTypable(field) && field.type !== 'money';
}

export interface Asked {
  groups: readonly FormGroup[];
  /** Ids of fields of the archive's own. */
  ownFields: readonly string[];
}

/** What is known of a customer in the order of a form, each line with what is known now; an empty value asks for one. */
export function itemsOf(
  { customer, contacts }: { customer: Customer; contacts: readonly Contact[] },
  { groups, ownFields }: Asked,
  world: WrittenWorld,
  { key, t }: { key: ReplyKey; t: Translate },
): FormItem[] {
  const fact = (group: FormItem['group'], factKey: string): FormItem[] => {
    const typed = typedOf(factKey, world);
    if (!typed) return [];
    const value = typed.read(customer, world.currency);
    const choices = typed.choices?.map(({ id, label }) => ({ id, label: label(t) }));
    return [{ group, key: factKey, label: typed.label(t), value, identity: value, choices, isOfList: false }];
  };
  const items = formGroups.flatMap((group): FormItem[] => {
    if (!groups.includes(group) || !isOfKind(group, customer.kind)) return [];
    if (group === 'people') return contacts.flatMap((person) => itemsOfPerson(person, { key, t }, world.currency));
    if (isWay(group)) return reachItems(group, group, customer, t);
    return factsOf[group][customer.kind].flatMap((each) => fact(group, each));
  });
  const own = world.customFields.filter(
    (field) => ownFields.includes(field.id) && isAskable(field) && isFieldOf(field, customer),
  );
  return [...items, ...own.flatMap(({ id }) => fact('own', customKey(id)))];
}

/** The mark of a contact person in forms. */
export function personMark(key: ReplyKey, contactId: string): string {
  return `@${markOf(key, 'person', contactId)}`;
}

function itemsOfPerson(person: Contact, { key, t }: { key: ReplyKey; t: Translate }, currency: Currency): FormItem[] {
  if (person.leftOn !== undefined || person.deletedAt !== undefined) return [];
  const mark = personMark(key, person.id);
  const facts = contactFacts.filter((each) => each.key === 'name' || each.key === 'title');
  const emptyOf = (way: Way): FormItem => {
    return { group: 'people', key: way, label: t(`field.${way}`), value: '', identity: '', isOfList: true };
  };
  const items = [
    ...facts.map((each): FormItem => {
      const value = each.read(person, currency);
      // Saying that the name is of nobody there any more says that the person left.
      const isOfList = each.key === 'name';
      return { group: 'people', key: each.key, label: t(each.label), value, identity: value, isOfList };
    }),
    ...roleItems(person, t),
    ...waysOfPeople.flatMap((way) => {
      const known = reachItems('people', way, person, t);
      return known.length === 0 && way !== 'ims' ? [emptyOf(way)] : known;
    }),
  ];
  return items.map((item) => ({ ...item, key: `${mark}/${item.key}`, person: person.name }));
}

/** Who decides, uses, buys and pays is known to the company; who has influence is one's own guess, and nobody is asked. */
function roleItems({ role }: Contact, t: Translate): FormItem[] {
  if (role === 'influencer') return [];
  const choices = contactRoles.filter((id) => id !== 'influencer').map((id) => ({ id, label: t(`role.${id}`) }));
  const value = role ?? '';
  const label = t('contacts.role');
  return [{ group: 'people', key: 'role', label, value, identity: value, choices, isOfList: false }];
}

function reachItems(group: FormGroup, way: Way, record: Parameters<typeof reachesOf>[1], t: Translate): FormItem[] {
  return reachesOf(way, record)
    .filter(isUsable)
    .map((reach) => {
      const label = way === 'ims' ? t(`new.im.${(reach as Im).kind}`) : t(`field.${way}`);
      const value = writtenReach(way, reach);
      return {
        group,
        key: way,
        label: reach.label === undefined ? label : t('selfUpdate.labelled', { label, of: reach.label }),
        value,
        identity: rulesOf(way).keyOf(reach),
        isOfList: true,
      };
    })
    .filter(({ value }) => value !== '');
}

/** As a customer reads and corrects it. */
export function writtenReach(way: Way, reach: Reach): string {
  if (way === 'phones') return rulesOf(way).show(reach);
  return way === 'ims' ? wayRules.ims.plain(reach as Im) : rulesOf(way).write(reach);
}

/** How an item stands in the code of its form. */
export function itemCode(key: ReplyKey, formId: string, { key: itemKey, identity }: FormItem): string {
  return `${itemKey}=${markOf(key, 'value', formId, itemKey, identity)}`;
}

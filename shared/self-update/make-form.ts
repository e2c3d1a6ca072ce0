import type { CustomerKind } from '../domain/customer/customer.ts';
import type { LocalDate } from '../domain/record.ts';
import type { WrittenWorld } from '../facts/typed.ts';
import type { Language } from '../i18n/catalogue.ts';
import { formatDay } from '../i18n/format.ts';
import { translate, type Translate } from '../i18n/translate.ts';
import { toBase64 } from './base64.ts';
import { secretOf, writeCode, type ReplyKey } from './form.ts';
import { itemCode, itemsOf, type Asked, type FormItem } from './items.ts';
import { customersLabel } from './page-rows.ts';
import { formPage } from './page.ts';
import type { Known } from './proposals.ts';

/** More would be no short text any more. */
const mostItems = 400;

export interface FormOrder extends Asked {
  /** In which the customer reads it. */
  language: Language;
  expiresOn: LocalDate;
}

export interface MadeForm {
  /** The page, to be saved and sent. */
  html: string;
  /** What can be sent instead: what is known, and the question whether it still holds. */
  message: string;
}

export interface FormWorld extends WrittenWorld {
  key: ReplyKey;
  formId: string;
  /** Who asks; empty where the archive does not say. */
  shop: string;
}

/** A form for one customer, with the code that the reply brings back. */
export function makeForm(known: Known, order: FormOrder, world: FormWorld): MadeForm {
  const { key, formId, shop } = world;
  const { language, expiresOn, groups } = order;
  const t: Translate = (message, values) => translate(language, message, values);
  const items = itemsOf(known, order, world, { key, t }).slice(0, mostItems);
  const { id: customerId, name, kind } = known.customer;
  const code = writeCode(key, {
    customerId,
    formId,
    expiresOn,
    items: items.map((item) => itemCode(key, formId, item)),
  });
  const secret = toBase64(secretOf(key, code));
  const html = formPage({ language, name, shop, expiresOn, items, groups, kind, code, secret });
  return { html, message: messageOf({ items, kind, name, shop, language, expiresOn }, t) };
}

interface Message {
  items: readonly FormItem[];
  kind: CustomerKind;
  name: string;
  shop: string;
  language: Language;
  expiresOn: LocalDate;
}

/** A letter that lists what is known; it is answered in words. */
function messageOf({ items, kind, name, shop, language, expiresOn }: Message, t: Translate): string {
  const filled = items.filter(({ value }) => value !== '');
  const lines = filled.map((item, at) => {
    const isNewPerson = item.person !== undefined && item.person !== filled[at - 1]?.person;
    const said = item.choices?.find(({ id }) => id === item.value)?.label ?? item.value;
    const line = `${customersLabel(item, kind, t)}${t('selfUpdate.colon')}${said}`;
    return isNewPerson ? `\n${line}` : line;
  });
  const missing = [
    ...new Set(
      items
        .filter(({ group, value, person, choices }) => {
          return value === '' && group !== 'wishes' && (person === undefined || choices === undefined);
        })
        .map((item) => {
          const what = customersLabel(item, kind, t);
          return item.person === undefined ? what : t('selfUpdate.ofPerson', { person: item.person, what });
        }),
    ),
  ];
  return [
    t('selfUpdate.message.hello', { name }),
    '',
    ...lines,
    ...(missing.length === 0
      ? []
      : ['', t('selfUpdate.message.missing', { fields: missing.join(t('selfUpdate.comma')) })]),
    '',
    t('selfUpdate.message.answer', { day: formatDay(language, expiresOn, '0000-01-01') }),
    ...(shop === '' ? [] : [shop]),
  ].join('\n');
}

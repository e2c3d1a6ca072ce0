import type { CustomerKind } from '../domain/customer/customer.ts';
import { escapeHtml as escape } from '../formats/html/escape-html.ts';
import type { MessageKey } from '../i18n/messages.ts';
import type { Translate } from '../i18n/translate.ts';
import { ways } from '../reach/ways.ts';
import { isOfKind, type FormGroup, type FormItem } from './items.ts';
import { longestAnswer } from './reply.ts';

/** Lists that can be added to. */
const growing: readonly string[] = [...ways, 'people'];
/** Longer than any name, number or address; what is longer has room for many lines. */
const longestLine = 300;

interface Rows {
  items: readonly FormItem[];
  kind: CustomerKind;
}

/** One group of the form under its heading; nothing where there is nothing to correct or to add. */
export function sectionOf(group: FormGroup | 'own', { items, kind }: Rows, t: Translate): string {
  const own = items.filter((item) => item.group === group);
  const canGrow = group !== 'own' && growing.includes(group) && isOfKind(group, kind);
  if (own.length === 0 && !canGrow) return '';
  const heading = t(`selfUpdate.group.${group}`);
  const rows = own.map((item, at) => {
    const isNewPerson = item.person !== undefined && markOf(item) !== markOf(own[at - 1]);
    const isLast = item.person !== undefined && markOf(item) !== markOf(own[at + 1]);
    const title = isNewPerson ? `<h3>${escape(item.person ?? '')}</h3>` : '';
    return title + rowOf(item, kind, heading, t) + (isLast ? moreOfPerson(item, own, t) : '');
  });
  const what = group === 'people' ? t('selfUpdate.newPerson') : heading;
  const add = t(`selfUpdate.page.${group === 'people' ? 'addPerson' : own.length === 0 ? 'addFirst' : 'add'}`);
  const button = `<button type="button" data-add="${group}" data-label="${escape(what)}">${escape(add)}</button>`;
  return `<section><h2>${escape(heading)}</h2>${rows.join('')}${canGrow ? button : ''}</section>\n`;
}

/** By what the items of one contact person belong together: two may be called alike. */
function markOf(item: FormItem | undefined): string | undefined {
  return item?.person === undefined ? undefined : item.key.slice(0, item.key.lastIndexOf('/'));
}

/** One more number or mail of somebody of whom one is known. */
function moreOfPerson(item: FormItem, items: readonly FormItem[], t: Translate): string {
  const mark = markOf(item) ?? '';
  return (['phones', 'emails'] as const)
    .map((way) => ({ key: `${mark}/${way}`, what: t(`field.${way}`) }))
    .filter(({ key }) => items.some((each) => each.key === key && each.value !== ''))
    .map(({ key, what }) => {
      const label = t('selfUpdate.ofPerson', { person: item.person ?? '', what });
      const add = t('selfUpdate.page.addOf', { what });
      return `<button type="button" data-add="${escape(key)}" data-label="${escape(label)}">${escape(add)}</button>`;
    })
    .join(' ');
}

/** Of a contact person's item the part behind the person's mark. */
function partOf({ key, person }: FormItem): string {
  return person === undefined ? key : key.slice(key.lastIndexOf('/') + 1);
}

/** What a fact is called where the customer reads it and not the one who keeps it. */
export function customersLabel(item: FormItem, kind: CustomerKind, t: Translate): string {
  const own: Partial<Record<string, MessageKey>> = {
    name: kind !== 'person' && item.person === undefined ? 'selfUpdate.label.company' : 'selfUpdate.label.name',
    preferredChannel: 'selfUpdate.label.preferredChannel',
    preferredTime: 'selfUpdate.label.preferredTime',
  };
  const words = own[partOf(item)];
  return words === undefined ? item.label : t(words);
}

function rowOf(item: FormItem, kind: CustomerKind, heading: string, t: Translate): string {
  const { value, choices, isOfList, person } = item;
  const label = customersLabel(item, kind, t);
  const isLeft = person !== undefined && partOf(item) === 'name';
  const over = escape(t(isLeft ? 'selfUpdate.page.left' : 'selfUpdate.page.over'));
  // In the text that is sent back there is no heading.
  const told = person === undefined ? '' : ` data-told="${escape(t('selfUpdate.ofPerson', { person, what: label }))}"`;
  const hasWas = value !== '' && choices === undefined;
  return (
    `<div class="row"${isOfList ? ' data-list' : ''}${told}>` +
    // The heading above says it already.
    `<label><span class="label${label === heading ? ' said' : ''}">${escape(label)}</span>${boxOf(item, t)}</label>` +
    (hasWas ? `<small class="was" hidden>${escape(t('selfUpdate.page.was', { value }))}</small>` : '') +
    (isOfList && value !== '' ? `<label class="gone"><input type="checkbox">${over}</label>` : '') +
    `</div>`
  );
}

const modes: Partial<Record<string, string>> = { phones: 'tel', emails: 'email' };

function boxOf(item: FormItem, t: Translate): string {
  const { value, choices } = item;
  const was = escape(value);
  if (choices !== undefined) {
    // A word that is not offered any more stays what is chosen.
    const others = ['', value].filter(
      (id, at, ids) => ids.indexOf(id) === at && !choices.some((each) => each.id === id),
    );
    const options = [...others.map((id) => ({ id, label: id })), ...choices].map(
      ({ id, label }) => `<option value="${escape(id)}"${id === value ? ' selected' : ''}>${escape(label)}</option>`,
    );
    return `<select class="value" data-was="${was}">${options.join('')}</select>`;
  }
  if (value.length > longestLine || value.includes('\n')) {
    return `<textarea class="value" data-was="${was}" rows="4" maxlength="${String(longestAnswer)}">${was}</textarea>`;
  }
  const mode = modes[partOf(item)];
  const hint = item.key === 'birthday' ? ` placeholder="${escape(t('selfUpdate.page.birthdayHint'))}"` : '';
  return (
    `<input class="value" value="${was}" data-was="${was}" maxlength="${String(longestLine)}"` +
    `${mode === undefined ? '' : ` inputmode="${mode}"`}${hint} autocomplete="off">`
  );
}

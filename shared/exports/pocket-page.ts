import type { Address, Email, Phone } from '../domain/customer/customer.ts';
import type { LocalDate } from '../domain/record.ts';
import { escapeHtml as escape } from '../formats/html/escape-html.ts';
import { formatDay } from '../i18n/format.ts';
import type { Language } from '../i18n/catalogue.ts';
import type { Translate } from '../i18n/translate.ts';
import { formatAddress } from '../match/format-address.ts';
import { formatPhone, phoneMatchKey } from '../match/format-phone.ts';
import { searchKeys } from '../match/pinyin.ts';
import { isUsable } from '../reach/ways.ts';
import type { ExportedCustomer } from './exported-customer.ts';

export interface PocketWords {
  t: Translate;
  language: Language;
  /** When the page is made. */
  today: LocalDate;
}

/**
 * A page for the browser of a phone: name, company, numbers to dial, mails, addresses, the people of a company, what was promised next.
 * Notes, tags and money stay here. One file that asks the network for nothing, and is not allowed to.
 */
export interface PocketPage {
  start: string;
  entry: (exported: ExportedCustomer) => string;
  end: string;
}

/** What stands before and after the cards. It runs without a network: style and script are in it, and nothing else is asked for. */
export function pocketPage({ t, language, today }: PocketWords): PocketPage {
  const title = escape(t('exports.pocket.title', { date: formatDay(language, today, '0000-01-01') }));
  const find = escape(t('exports.pocket.find'));
  return {
    start: `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>${title}</title>
<style>${style}</style>
<header><h1>${title}</h1><input type="search" aria-label="${find}" placeholder="${find}"></header>
<p id="none" hidden>${escape(t('exports.pocket.none'))}</p>
<ul>
`,
    entry: (exported) => entryOf(exported, { t, language, today }),
    end: `</ul>\n<script>${script}</script>\n</html>\n`,
  };
}

function entryOf({ customer, contacts, row }: ExportedCustomer, { t, language, today }: PocketWords): string {
  const { name, organization = '', reading, kind } = customer;
  const people = contacts.filter(({ leftOn }) => leftOn === undefined);
  const { full, initials } = searchKeys(name, reading);
  const next = row.nextFollowUp;
  const isNew = firstTime();
  const parts = [
    `<b>${escape(name)}</b>`,
    ...(kind === 'person' && organization !== '' ? [` <span>${escape(organization)}</span>`] : []),
    waysOf(customer, isNew),
    ...people.map((person) => {
      const title = person.title ?? (person.role === undefined ? '' : t(`role.${person.role}`));
      return `<p>${escape(person.name)}${title === '' ? '' : ` <span>${escape(title)}</span>`}</p>${waysOf(person, isNew)}`;
    }),
    ...(next === null
      ? []
      : [`<p class="next">${escape(`${formatDay(language, next.due, today)} ${next.title}`.trim())}</p>`]),
  ];
  return `<li data-keys="${escape([...full, ...initials].join(' '))}">${parts.join('')}</li>\n`;
}

interface Reachable {
  phones: readonly Phone[];
  emails: readonly Email[];
  addresses?: readonly Address[] | undefined;
}

/** Says of each text whether it comes for the first time: a number that a company shares with its people stands there once. */
function firstTime(): (text: string) => boolean {
  const seen = new Set<string>();
  return (text) => {
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  };
}

function waysOf({ phones, emails, addresses = [] }: Reachable, isNew: (text: string) => boolean): string {
  return [
    ...phones
      .filter((phone) => isUsable(phone) && phone.kind !== 'fax' && isNew(keyOf(phone)))
      .map((phone) => dial(phone)),
    ...emails
      .filter((mail) => isUsable(mail) && isNew(mail.address.toLowerCase()))
      .map(({ address }) => link(`mailto:${address}`, address)),
    ...addresses
      .filter(isUsable)
      .map(formatAddress)
      .filter((line) => line !== '')
      .map((line) => `<p>${escape(line)}</p>`),
  ].join('');
}

function keyOf(phone: Phone): string {
  return `${phoneMatchKey(phone) || phone.raw}:${phone.extension ?? ''}`;
}

/** Letters between digits, as in `1.38E+10`, make no number that could be dialled; it is shown. */
function dial(phone: Phone): string {
  const text = formatPhone(phone);
  const number = phone.e164 ?? phone.raw;
  if (/\d.*\p{L}.*\d/u.test(number)) return `<p>${escape(text)}</p>`;
  // The comma is a pause before the extension.
  return link(`tel:${number.replace(/[^\d+*#]/g, '')}${phone.extension ? `,${phone.extension}` : ''}`, text);
}

function link(to: string, text: string): string {
  return `<a href="${escape(to)}">${escape(text)}</a>`;
}

const style =
  ':root{color-scheme:light dark;--paper:light-dark(#faf9f6,#16171a);--ink:light-dark(#1f1d1a,#ece9e3);--muted:light-dark(#645f57,#a9a49b);' +
  '--line:light-dark(#e4e0d8,#2f3237);--action:light-dark(#1d4e89,#8ab4f8);--warn:light-dark(#8a5a00,#e2b45c)}' +
  'body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,"PingFang SC","Noto Sans CJK SC",sans-serif}' +
  'header{position:sticky;top:0;padding:8px 16px;background:var(--paper);border-bottom:1px solid var(--line)}' +
  'h1{margin:0 0 4px;font-size:14px;font-weight:400;color:var(--muted)}' +
  'input{box-sizing:border-box;width:100%;padding:8px 12px;font:inherit;border:1px solid var(--line);border-radius:6px}' +
  'ul{margin:0;padding:0;list-style:none}li{padding:12px 16px;border-bottom:1px solid var(--line);content-visibility:auto;contain-intrinsic-size:auto 96px}' +
  'a{display:block;width:fit-content;padding:6px 0;color:var(--action);font-variant-numeric:tabular-nums;overflow-wrap:anywhere}' +
  'p{margin:4px 0;overflow-wrap:anywhere}span{color:var(--muted)}.next{color:var(--warn)}#none{padding:16px;color:var(--muted)}';

/**
 * Shows who has every word in name, company, number, address or the letters of the pinyin; numbers are found without their blanks,
 * names without their accents.
 */
const script = `(()=>{
const field=document.querySelector('input');
const none=document.getElementById('none');
const plain=(text)=>text.normalize('NFKD').replace(/\\p{M}/gu,'').toLowerCase();
const entries=[...document.querySelectorAll('li')].map((li)=>{
  const text=plain(li.textContent);
  return {li,text:text+' '+li.dataset.keys+' '+text.replace(/(\\d)[\\s-]+(?=\\d)/g,'$1')};
});
field.addEventListener('input',()=>{
  const words=plain(field.value).replace(/(\\d)[\\s-]+(?=\\d)/g,'$1').split(/\\s+/).filter(Boolean);
  let found=0;
  for(const {li,text} of entries){
    const isFound=words.every((word)=>text.includes(word));
    li.hidden=!isFound;
    if(isFound)found+=1;
  }
  none.hidden=found>0;
});
})()`;

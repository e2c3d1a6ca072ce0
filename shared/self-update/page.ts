import type { CustomerKind } from '../domain/customer/customer.ts';
import type { LocalDate } from '../domain/record.ts';
import { escapeHtml as escape } from '../formats/html/escape-html.ts';
import type { Language } from '../i18n/catalogue.ts';
import { formatDay } from '../i18n/format.ts';
import { translate } from '../i18n/translate.ts';
import type { Translate } from '../i18n/translate.ts';
import { formGroups, type FormGroup, type FormItem } from './items.ts';
import { pageScript, replyScript } from './page-script.ts';
import { pageStyle } from './page-style.ts';
import { sectionOf } from './page-rows.ts';
import { longestRemark } from './reply.ts';

export interface FormPage {
  language: Language;
  /** To whom it is addressed. */
  name: string;
  /** Who asks; empty where the archive does not say. */
  shop: string;
  expiresOn: LocalDate;
  items: readonly FormItem[];
  /** Which lists may grow, though nothing of them is known yet. */
  groups: readonly FormGroup[];
  kind: CustomerKind;
  code: string;
  /** Base64; what the reply is sealed with. */
  secret: string;
}

/** One page for one customer: what is known, to be corrected, and a button that makes the reply. It asks the network for nothing and may not. */
export function formPage(page: FormPage): string {
  const { language, name, shop, expiresOn } = page;
  const t: Translate = (key, values) => translate(language, key, values);
  const title = t('selfUpdate.page.title');
  const day = formatDay(language, expiresOn, '0000-01-01');
  const data = {
    code: page.code,
    secret: page.secret,
    fileName: `${t('selfUpdate.page.fileName', { name })}.txt`,
    say: {
      title: `${t('selfUpdate.page.replyTitle')} · ${name}`,
      colon: t('selfUpdate.colon'),
      over: t('selfUpdate.page.isOver'),
      empty: t('selfUpdate.page.isEmpty'),
      allRight: t('selfUpdate.page.allRight'),
      restRight: t('selfUpdate.page.restRight'),
      leave: t('selfUpdate.page.leave'),
      copied: t('selfUpdate.page.copied'),
      copyYourself: t('selfUpdate.page.copyYourself'),
    },
  };
  const groups = [...formGroups.filter((group) => page.groups.includes(group)), 'own' as const];
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>${escape(`${title} · ${name}`)}</title>
<style>${pageStyle}</style>
<header>${shop === '' ? '' : `<p>${escape(shop)}</p>`}<h1>${escape(title)}</h1></header>
<main>
<p id="still" class="warn">${escape(t('selfUpdate.page.noScript'))}</p>
<p>${escape(t('selfUpdate.page.hello', { name }))}</p>
<p class="muted">${escape(t('selfUpdate.page.until', { day }))}</p>
${groups.map((group) => sectionOf(group, page, t)).join('')}
<section><label class="remark"><span>${escape(t('selfUpdate.page.remark'))}</span><textarea id="remark" rows="3" maxlength="${longestRemark}"></textarea></label></section>
<button id="done" type="button" class="main">${escape(t('selfUpdate.page.done'))}</button>
<section id="result" hidden>
<h2>${escape(t('selfUpdate.page.send'))}</h2>
<p>${escape(t('selfUpdate.page.sendHow'))}</p>
<textarea id="reply" rows="8" readonly aria-label="${escape(t('selfUpdate.page.replyTitle'))}"></textarea>
<p><button id="copy" type="button" class="main">${escape(t('selfUpdate.page.copy'))}</button> <a id="save">${escape(t('selfUpdate.page.save'))}</a></p>
<p id="status" role="status"></p>
</section>
</main>
<script type="application/json" id="form">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
<script>${replyScript}${pageScript}</script>
</html>
`;
}

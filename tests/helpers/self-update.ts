import { runInNewContext } from 'node:vm';
import { asKey } from '#shared/crypto/keys.ts';
import type { Contact } from '#shared/domain/contact/contact.ts';
import type { Customer } from '#shared/domain/customer/customer.ts';
import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import { translate } from '#shared/i18n/translate.ts';
import { formGroups } from '#shared/self-update/items.ts';
import { makeForm, type FormOrder } from '#shared/self-update/make-form.ts';
import { replyScript } from '#shared/self-update/page-script.ts';
import type { ReplyWorld } from '#shared/self-update/proposals.ts';
import type { Answer } from '#shared/self-update/reply.ts';

export const replyKey = asKey(new Uint8Array(32).fill(9), 'replies');
export const otherKey = asKey(new Uint8Array(32).fill(8), 'replies');

type WriteReply = (
  code: string,
  secret: string,
  answers: readonly Answer[],
  added: readonly (readonly [string, string])[],
  remark: string,
  day: string,
) => string;

/** What the page itself runs, here without the page. */
export const { writeReply, sha256, hmac } = runInNewContext(`${replyScript}({writeReply,sha256,hmac})`, {
  TextEncoder,
  btoa,
  atob,
}) as {
  writeReply: WriteReply;
  sha256: (bytes: Uint8Array) => Uint8Array;
  hmac: (key: Uint8Array, bytes: Uint8Array) => Uint8Array;
};

export interface FormInPage {
  code: string;
  secret: string;
  /** What stands in each row, as a browser reads it. */
  rows: string[];
}

/** The form as it lies in a page. */
export function formIn(html: string): FormInPage {
  const data = JSON.parse(/id="form">(.*?)<\/script>/s.exec(html)![1]!) as { code: string; secret: string };
  const rows = [...html.matchAll(/ data-was="([^"]*)"/g)].map(([, was = '']) =>
    was
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&'),
  );
  return { code: data.code, secret: data.secret, rows };
}

export const everyGroup: FormOrder = { groups: formGroups, ownFields: [], language: 'zh-CN', expiresOn: '2026-03-31' };

export interface KnownHere {
  customer: Customer;
  contacts?: readonly Contact[];
}

export function aForm(
  { customer, contacts = [] }: KnownHere,
  order: Partial<FormOrder> = {},
  customFields: readonly CustomField[] = [],
) {
  const world = {
    key: replyKey,
    formId: 'form-1',
    shop: '永兴五金',
    customFields,
    words: [],
    currency: 'CNY',
  } as const;
  const made = makeForm({ customer, contacts }, { ...everyGroup, ...order }, world);
  return { ...made, ...formIn(made.html) };
}

let ids = 0;
export function aReplyWorld(part: Partial<ReplyWorld> = {}): ReplyWorld {
  return {
    key: replyKey,
    t: (key, values) => translate('zh-CN', key, values),
    today: '2026-03-05',
    at: '2026-03-05T08:00:00.000Z',
    newId: () => `new-${(ids += 1)}`,
    customFields: [],
    words: [],
    currency: 'CNY',
    ...part,
  };
}

/** A customer or contact person as it lies in the archive. */
export function stored<R extends object>(draft: R): R & { version: number; createdAt: string; updatedAt: string } {
  return { ...draft, version: 1, createdAt: '2026-03-01T08:00:00.000Z', updatedAt: '2026-03-01T08:00:00.000Z' };
}

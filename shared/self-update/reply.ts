import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import * as z from 'zod';
import { localDateSchema, type LocalDate } from '../domain/record.ts';
import { equalBytes } from '../lib/bytes.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { fromBase64 } from './base64.ts';
import { jsonOf, readCode, secretOf, type Form, type ReplyKey } from './form.ts';

/** Around a reply in whatever text it came in. */
export const replyStart = 'kebu1:';
export const replyEnd = ':kebu';
export const sealBytes = 16;
/** As much as a field of text holds. */
export const longestAnswer = 5000;
export const longestRemark = 1000;

/** `none`: nothing was known and nothing was filled in; `right`: as it is; `over`: not in use any more; else what it is now. */
export const none = 0;
export const right = 1;
export const over = 2;
export type Answer = typeof none | typeof right | typeof over | string;

const repliedSchema = z.tuple([
  z.array(z.union([z.literal(none), z.literal(right), z.literal(over), z.string().max(longestAnswer)])).max(400),
  z.array(z.tuple([z.string().max(40), z.string().min(1).max(longestAnswer)])).max(60),
  z.string().max(longestRemark),
  localDateSchema,
]);

export interface Reply {
  form: Form;
  /** One for each item of the form. */
  answers: Answer[];
  /** What is there besides: to which list it belongs, and what it is. */
  added: [list: string, text: string][];
  remark: string;
  /** The day on the customer's own clock. */
  on: LocalDate;
  /** The same for the same reply, whoever pastes it. */
  seal: string;
}

/**
 * Why a text is no reply that can be taken over. `none`: there is none in it. `incomplete`: only a part of one. `several`: more
 * than one. `damaged`: signs of it were changed. `foreign`: of a form that another archive made. `expired`: too late.
 */
export const refusals = ['none', 'incomplete', 'several', 'damaged', 'foreign', 'expired'] as const;
export type Refusal = { is: Exclude<(typeof refusals)[number], 'expired'> } | { is: 'expired'; on: LocalDate };

/** Line breaks, quotation marks of mails and what chats put between, none of which a reply consists of. */
const between = /[\s>\u00ad\u200b-\u200f\u2060-\u2064\ufeff]+/g;
/** Longer than any word or number that a person writes. */
const remnant = /[A-Za-z0-9+/.]{60}/;

/** Finds the reply in a text and makes sure that the form is one's own, that not one sign was changed, and that it is in time. */
export function readReply(key: ReplyKey, text: string, today: LocalDate): Result<Reply, Refusal> {
  const packed = text.replace(between, '');
  const found = new Set(
    packed
      .split(replyStart)
      .slice(1)
      .map((part) => part.split(replyEnd)),
  );
  const blocks = new Set(
    [...found].flatMap(([block, ...rest]) => (rest.length > 0 && block !== undefined ? [block] : [])),
  );
  const [block] = blocks;
  if (block === undefined) {
    const isPart = found.size > 0 || packed.includes(replyEnd) || remnant.test(packed);
    return err({ is: isPart ? 'incomplete' : 'none' });
  }
  if (blocks.size > 1) return err({ is: 'several' });
  const [code = '', answers = '', seal = '', ...more] = block.split('.');
  const form = readCode(key, code);
  if (typeof form === 'string') return err({ is: form });
  const [answerBytes, sealed] = [fromBase64(answers), fromBase64(seal)];
  if (more.length > 0 || !answerBytes || !sealed) return err({ is: 'damaged' });
  const expected = hmac(sha256, secretOf(key, code), answerBytes).slice(0, sealBytes);
  if (!equalBytes(sealed, expected)) return err({ is: 'damaged' });
  const parsed = repliedSchema.safeParse(jsonOf(answerBytes));
  if (!parsed.success || parsed.data[0].length !== form.items.length) return err({ is: 'damaged' });
  if (today > form.expiresOn) return err({ is: 'expired', on: form.expiresOn });
  const [said, added, remark, on] = parsed.data;
  return ok({ form, answers: said, added, remark, on, seal });
}

import { createHash, createHmac } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Customer } from '#shared/domain/customer/customer.ts';
import { fromBase64, toBase64 } from '#shared/self-update/base64.ts';
import { compareReply } from '#shared/self-update/compare-reply.ts';
import { readReply, right } from '#shared/self-update/reply.ts';
import { takeOver } from '#shared/self-update/take-over.ts';
import { generateDossiers } from '../../bench/generator.ts';
import { aCustomer } from '../../helpers/builders.ts';
import { aForm, aReplyWorld, hmac, otherKey, replyKey, sha256, stored, writeReply } from '../../helpers/self-update.ts';

const today = '2026-03-05';
const zhang = stored(
  aCustomer({ id: 'zhang', phones: [{ raw: '13800138000', e164: '+8613800138000', kind: 'mobile' }] }),
) as Customer;

const form = aForm({ customer: zhang });
const confirmed = () => form.rows.map((was) => (was === '' ? 0 : right));
const reply = writeReply(form.code, form.secret, confirmed(), [], '谢谢', today);

describe('what the page runs', () => {
  it('is SHA-256 and HMAC as everybody has them', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes, key) => {
        expect(Buffer.from(sha256(bytes)).equals(createHash('sha256').update(bytes).digest())).toBe(true);
        expect(Buffer.from(hmac(key, bytes)).equals(createHmac('sha256', key).update(bytes).digest())).toBe(true);
      }),
    );
  });

  it('writes base64 that reads back, and no other text reads', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
        expect(fromBase64(toBase64(bytes))).toEqual(bytes);
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64').replace(/=+$/, ''));
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        const bytes = fromBase64(text);
        if (bytes) expect(toBase64(bytes)).toBe(text);
      }),
    );
  });
});

describe('a reply', () => {
  it('is read out of whatever stands around it, however it was wrapped and quoted', () => {
    const wrapped = reply.replace(/.{40}/g, '$&\r\n> ');
    for (const text of [reply, `张三 12:30\n> ${reply}\n谢谢`, wrapped, `${reply}\n${reply}`, ` ​${reply}﻿`]) {
      const read = readReply(replyKey, text, today);
      expect(read).toMatchObject({ ok: true, value: { remark: '谢谢', on: today, form: { customerId: 'zhang' } } });
    }
  });

  it('is refused with any sign of it changed, taken away or put in', () => {
    for (let at = 0; at < reply.length; at += 1) {
      for (const sign of ['A', 'z', '+', '.', ':', '']) {
        if (reply[at] === sign) continue;
        expect(readReply(replyKey, reply.slice(0, at) + sign + reply.slice(at + 1), today).ok).toBe(false);
      }
    }
    const anySign = fc.constantFrom(...Array.from('ABCdef0189+/.:=-_中'));
    fc.assert(
      fc.property(fc.nat(reply.length), anySign, (at, sign) => {
        const changed = reply.slice(0, at) + sign + reply.slice(at);
        // At either end it only stands beside the reply.
        expect(readReply(replyKey, changed, today).ok).toBe(at === 0 || at === reply.length);
      }),
    );
  });

  it('says why it is none', () => {
    const is = (text: string, key = replyKey, on = today) => {
      const read = readReply(key, text, on);
      return read.ok ? 'taken' : read.error;
    };
    const second = aForm({ customer: { ...zhang, id: 'li' as Customer['id'] } });
    const other = writeReply(second.code, second.secret, confirmed(), [], '', today);
    expect(is('电话换成 13900139000 了')).toEqual({ is: 'none' });
    expect(is(reply.slice(0, -3))).toEqual({ is: 'incomplete' });
    expect(is(reply.slice(10))).toEqual({ is: 'incomplete' });
    expect(is(reply.slice(20, 200))).toEqual({ is: 'incomplete' });
    expect(is(`${reply}\n${other}`)).toEqual({ is: 'several' });
    expect(is(reply, otherKey)).toEqual({ is: 'foreign' });
    expect(is(reply, replyKey, '2026-03-31')).toBe('taken');
    expect(is(reply, replyKey, '2026-04-01')).toEqual({ is: 'expired', on: '2026-03-31' });
    // The seal of one form does not fit the code of another one.
    const [, answers, seal] = reply.split('.');
    expect(is(`kebu1:${second.code}.${answers}.${seal}`)).toEqual({ is: 'damaged' });
    // Nor do more answers than were asked, though the page sealed them.
    expect(is(writeReply(form.code, form.secret, [...confirmed(), 1], [], '', today))).toEqual({ is: 'damaged' });
    expect(is(writeReply(form.code, form.secret, confirmed(), [], 'x'.repeat(2000), today))).toEqual({ is: 'damaged' });
  });
});

describe('the customers of the generator', () => {
  it('confirm all that is known of them, and then everything holds as it is', () => {
    for (const { customer, contact } of generateDossiers(300, 'self-update')) {
      const known = { customer, contacts: contact };
      const made = aForm(known);
      const answers = made.rows.map((was) => (was === '' ? 0 : right));
      const read = readReply(replyKey, writeReply(made.code, made.secret, answers, [], '', today), today);
      if (!read.ok) throw new Error(read.error.is);
      const world = aReplyWorld();
      const { proposals, passed } = compareReply(read.value, known, world);
      expect(passed).toBe(0);
      expect(proposals.map(({ kind }) => kind)).toEqual(answers.flatMap((each) => (each === right ? 'confirmed' : [])));
      const taken = takeOver({ proposals, isThorough: true }, new Set(proposals.map(({ id }) => id)), known, world);
      const { verifiedOn, phones = [] } = taken.customer ?? {};
      expect(verifiedOn).toBe(today);
      for (const phone of phones.filter(({ status }) => status === undefined)) expect(phone.verifiedAt).toBe(world.at);
      expect(phones.map(({ raw }) => raw)).toEqual(customer.phones.map(({ raw }) => raw));
    }
  });
});

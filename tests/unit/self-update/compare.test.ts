import { describe, expect, it } from 'vitest';
import type { Contact } from '#shared/domain/contact/contact.ts';
import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import type { Customer } from '#shared/domain/customer/customer.ts';
import { compareReply } from '#shared/self-update/compare-reply.ts';
import { compareWords } from '#shared/self-update/compare-words.ts';
import type { Known } from '#shared/self-update/proposals.ts';
import { over, readReply, type Answer } from '#shared/self-update/reply.ts';
import { takeOver } from '#shared/self-update/take-over.ts';
import { aCustomer, putContact } from '../../helpers/builders.ts';
import { aForm, aReplyWorld, replyKey, stored, writeReply } from '../../helpers/self-update.ts';

const mobile = { raw: '13800138000', e164: '+8613800138000', kind: 'mobile' } as const;
const landline = { raw: '0571-88880000', e164: '+8657188880000', kind: 'landline', label: '公司' } as const;
const wang = stored(
  putContact({
    id: 'wang',
    customerId: 'yong',
    name: '王芳',
    title: '采购',
    phones: [{ ...mobile, raw: '13911112222', e164: '+8613911112222' }],
  }).after as object,
) as Contact;
const yong = stored(
  aCustomer({
    id: 'yong',
    kind: 'company',
    name: '永兴五金',
    phones: [mobile, landline],
    emails: [{ address: 'a@yongxing.cn' }],
    ims: [{ kind: 'qq', account: '12345678' }],
    addresses: [{ street: '文三路1号' }],
    note: '欠账 3000',
    creditLimitFen: 5_000_00,
    tagIds: ['vip'],
  }),
) as Customer;
const level = stored({
  id: 'level',
  label: '用途',
  type: 'choice',
  options: ['自用', '转卖'],
}) as unknown as CustomField;
const money = stored({ id: 'money', label: '返点', type: 'money', options: [] }) as unknown as CustomField;
const known: Known = { customer: yong, contacts: [wang] };

/** The reply that changes the rows which stand so in the form, as the archive reads it. */
function answered(
  changes: Record<string, Answer>,
  added: [string, string][] = [],
  { now = known, asked = known, fields = [level, money] } = {},
) {
  const form = aForm(asked, { ownFields: fields.map(({ id }) => id) }, fields);
  const answers = form.rows.map((was): Answer => changes[was] ?? (was === '' ? 0 : 1));
  const read = readReply(replyKey, writeReply(form.code, form.secret, answers, added, '', '2026-03-05'), '2026-03-05');
  if (!read.ok) throw new Error(read.error.is);
  const world = aReplyWorld({ customFields: fields });
  const compared = compareReply(read.value, now, world);
  const take = (...ids: string[]) =>
    takeOver(
      { proposals: compared.proposals, isThorough: true },
      new Set(ids.length > 0 ? ids : compared.proposals.map(({ id }) => id)),
      now,
      world,
    );
  return { ...compared, take, changed: compared.proposals.filter(({ kind }) => kind !== 'confirmed'), html: form.html };
}

describe('a form', () => {
  it('asks for what a customer may know, and never for notes, tags, classes or money', () => {
    const { html } = answered({});
    for (const text of [
      '永兴五金',
      '138 0013 8000',
      'a@yongxing.cn',
      '12345678',
      '文三路1号',
      '王芳',
      '采购',
      '用途',
    ]) {
      expect(html).toContain(text);
    }
    for (const text of ['欠账', '5000', 'vip', '返点']) expect(html).not.toContain(text);
  });

  it('takes what was entered for text, whatever it holds, and may not go online', () => {
    const nasty = '</script><script>alert(1)</script>"\'<img src=x onerror=alert(1)>';
    const { html, rows } = aForm({ customer: { ...yong, name: nasty } });
    expect(rows).toContain(nasty);
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(html).not.toContain('<img');
    expect(html).toContain(
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'",
    );
    expect(html).not.toMatch(/https?:|\bsrc=(?!x)/);
  });

  it('leaves a text of many lines and a word that is not offered any more as they are', () => {
    const lines = '第一行\n第二行 < 三';
    const text = stored({ id: 'text', label: '要求', type: 'text', options: [] }) as unknown as CustomField;
    const customer = { ...yong, customFields: { level: '出口', text: lines } };
    const { html, rows } = aForm({ customer }, { ownFields: ['level', 'text'] }, [level, text]);
    expect(rows).toEqual(expect.arrayContaining(['出口', lines]));
    expect(html).toContain('<option value="出口" selected>出口</option>');
    expect(html).toMatch(/<textarea class="value"[^>]*>第一行\n第二行 &lt; 三<\/textarea>/);
  });

  it('says the same in a message, with what is missing', () => {
    const { message } = aForm({ customer: { ...yong, kind: 'person', name: '张三' } }, { language: 'zh-CN' });
    expect(message).toContain('电话：138 0013 8000');
    expect(message).toContain('电话（公司）：0571 8888 0000');
    expect(message).toContain('还没有记下：生日、公司、部门、职位\n');
    expect(message).not.toContain('欠账');
  });
});

describe('a reply beside what is known', () => {
  it('changes a number in its place and knows it as verified', () => {
    const { changed, take } = answered({ '138 0013 8000': '13900139003' });
    expect(changed).toMatchObject([{ kind: 'changed', label: '电话', now: '138 0013 8000', says: '13900139003' }]);
    const { customer } = take(changed[0]!.id);
    expect(customer?.phones).toMatchObject([
      { e164: '+8613900139003', verifiedAt: '2026-03-05T08:00:00.000Z' },
      { raw: '0571-88880000', label: '公司' },
    ]);
    expect(customer?.phones[1]).not.toHaveProperty('verifiedAt');
    // Only part of the reply was taken over.
    expect(customer).not.toHaveProperty('verifiedOn');
  });

  it('keeps the kind of an account and the label of a number', () => {
    const { take } = answered({ 12345678: '87654321', '0571 8888 0000': '0571-88881111' });
    expect(take().customer).toMatchObject({
      ims: [{ kind: 'qq', account: '87654321' }],
      phones: [{}, { e164: '+8657188881111', label: '公司' }],
      verifiedOn: '2026-03-05',
    });
  });

  it('keeps what is not in use any more, and says so', () => {
    const { changed, take } = answered({ '0571 8888 0000': over, 文三路1号: over });
    expect(changed.map(({ kind }) => kind)).toEqual(['over', 'over']);
    expect(take().customer).toMatchObject({
      phones: [{}, { status: 'replaced' }],
      addresses: [{ street: '文三路1号', status: 'moved' }],
    });
  });

  it('adds to lists, and a contact person from one line', () => {
    const { changed, take } = answered({}, [
      ['phones', '13700137000'],
      ['people', '李强 会计 13600136000'],
      ['note', 'x'],
      ['tagIds', 'vip'],
    ]);
    expect(changed.map(({ label, says }) => [label, says])).toEqual([
      ['电话', '13700137000'],
      ['新联系人', '李强 会计 13600136000'],
    ]);
    const { customer, people } = take();
    expect(customer?.phones).toHaveLength(3);
    expect(people.find(({ name }) => name === '李强')).toMatchObject({
      title: '会计',
      phones: [{ e164: '+8613600136000' }],
    });
  });

  it('tells of contact persons, and of those who left', () => {
    const { changed, take } = answered({ 王芳: over, '139 1111 2222': '13911113333' });
    expect(changed.map(({ person, kind }) => [person, kind])).toEqual([
      ['王芳', 'over'],
      ['王芳', 'changed'],
    ]);
    expect(take().people).toMatchObject([{ id: 'wang', leftOn: '2026-03-05', phones: [{ e164: '+8613911113333' }] }]);
  });

  it('asks what a contact person does and how one reaches them, and takes the first number or mail and one more', () => {
    const li = { ...wang, id: 'li', name: '李四', phones: [], role: 'buyer', title: undefined } as unknown as Contact;
    const asked = { ...known, contacts: [wang, li] };
    const { html, rows, code, secret } = aForm(asked);
    expect(html).toContain('<option value="finance">财务</option>');
    expect(html).toContain('data-label="王芳的电话"');
    const mark = /data-add="(@[^"]+)\/phones" data-label="王芳的电话"/.exec(html)?.[1] ?? '';
    // Of each the name, the job, the role, then a number and a mail, known or not.
    const [wangAt, liAt] = [rows.indexOf('王芳'), rows.indexOf('李四')];
    expect(rows.slice(wangAt, wangAt + 5)).toEqual(['王芳', '采购', '', '139 1111 2222', '']);
    expect(rows.slice(liAt, liAt + 5)).toEqual(['李四', '', 'buyer', '', '']);
    const said: Record<number, string> = {
      [wangAt + 2]: 'finance',
      [wangAt + 4]: 'wang@yongxing.cn',
      [liAt + 2]: 'decider',
      [liAt + 3]: '13600136000',
    };
    const answers = rows.map((was, at): Answer => said[at] ?? (was === '' ? 0 : 1));
    const reply = writeReply(code, secret, answers, [[`${mark}/phones`, '13911113333']], '', '2026-03-05');
    const read = readReply(replyKey, reply, '2026-03-05');
    if (!read.ok) throw new Error(read.error.is);
    const world = aReplyWorld();
    const { proposals } = compareReply(read.value, asked, world);
    const changed = proposals.filter(({ kind }) => kind !== 'confirmed');
    expect(changed.map(({ person, label, kind, now, says }) => [person, label, kind, now, says])).toEqual([
      ['王芳', '角色', 'added', '', '财务'],
      ['王芳', '邮箱', 'added', '', 'wang@yongxing.cn'],
      ['李四', '角色', 'changed', '采购', '决策人'],
      ['李四', '电话', 'added', '', '13600136000'],
      ['王芳', '电话', 'added', '', '13911113333'],
    ]);
    const taken = takeOver({ proposals, isThorough: true }, new Set(proposals.map(({ id }) => id)), asked, world);
    expect(taken.people).toMatchObject([
      {
        id: 'wang',
        role: 'finance',
        phones: [{}, { e164: '+8613911113333' }],
        emails: [{ address: 'wang@yongxing.cn' }],
      },
      { id: 'li', role: 'decider', phones: [{ e164: '+8613600136000' }] },
    ]);
  });

  it('asks nobody who has influence, and takes nobody for gone whose number went meanwhile', () => {
    const asked = { ...known, contacts: [{ ...wang, role: 'influencer' as const }] };
    expect(aForm(asked).html).not.toMatch(/影响者|influencer/);
    const { changed, passed } = answered({ '139 1111 2222': over }, [], {
      now: { ...known, contacts: [{ ...wang, phones: [] }] },
    });
    expect(changed).toEqual([]);
    expect(passed).toBe(1);
    // No page says so of a row that is empty.
    expect(answered({ '': over }).changed).toEqual([]);
  });

  it('reads fields of the archive’s own and says what it cannot read', () => {
    const fits = answered({}, [], {
      now: known,
      asked: { ...known, customer: { ...yong, customFields: { level: '自用' } } },
    });
    expect(fits.changed).toEqual([]);
    const asked = { ...known, customer: { ...yong, customFields: { level: '自用' } } };
    const { changed, take } = answered({ 自用: '转卖', 'a@yongxing.cn': '没有了' }, [], { asked, now: asked });
    expect(changed).toMatchObject([
      { kind: 'unreadable', label: '邮箱', problem: 'reach.problem.emails' },
      { kind: 'changed', label: '用途', now: '自用', says: '转卖' },
    ]);
    const { customer } = take();
    expect(customer).toMatchObject({ customFields: { level: '转卖' }, emails: [{ address: 'a@yongxing.cn' }] });
    expect(customer).not.toHaveProperty('verifiedOn');
  });

  it('says what was changed here meanwhile, and does not confirm it', () => {
    const now: Known = { customer: { ...yong, name: '永兴五金有限公司', phones: [landline] }, contacts: [] };
    const { proposals, passed, changed } = answered({ 永兴五金: '永兴五金集团', '138 0013 8000': '13900139003' }, [], {
      now,
    });
    expect(changed).toMatchObject([
      { label: '客户名称', now: '永兴五金有限公司', says: '永兴五金集团', isStale: true },
      { label: '电话', kind: 'added', now: '', says: '13900139003' },
    ]);
    // What was known of the contact person.
    expect(passed).toBe(3);
    expect(proposals.filter(({ kind }) => kind === 'confirmed')).toHaveLength(4);
    // That the old name is right says nothing about the new one.
    const { proposals: said } = answered({}, [], { now });
    expect(said.map(({ label, kind }) => [label, kind])).not.toContainEqual(['客户名称', 'confirmed']);
    expect(said).toHaveLength(4);
  });
});

describe('a reply in words', () => {
  const points = (text: string, customer = yong) => compareWords(text, { customer, contacts: [] }, aReplyWorld());

  it('that all is right confirms how the customer is reached', () => {
    for (const text of ['都对', '没变化！', '没错。', 'all right', "that's all correct"]) {
      const { proposals, isThorough } = points(text);
      expect(isThorough).toBe(true);
      expect(proposals.map(({ kind }) => kind)).toEqual(Array<string>(5).fill('confirmed'));
    }
  });

  it('finds what is new and what is known', () => {
    const { proposals, isThorough } = points('电话 138 0013 8000 没变，邮箱多一个 b@yongxing.cn，税务 生日1985-08-15');
    expect(isThorough).toBe(false);
    expect(proposals.map(({ kind, label, says }) => [kind, label, says])).toEqual([
      ['confirmed', '电话', '138 0013 8000'],
      ['added', '邮箱', 'b@yongxing.cn'],
      ['added', '生日', '1985-08-15'],
    ]);
    expect(points('谢谢老板').proposals).toEqual([]);
  });

  it('takes what is said to be new for the only one there is', () => {
    const { proposals } = points('换手机了，新号 13900139003', { ...yong, phones: [mobile] });
    expect(proposals).toMatchObject([{ kind: 'changed', now: '138 0013 8000', says: '139 0013 9003' }]);
    expect(points('换手机了，新号 13900139003').proposals).toMatchObject([{ kind: 'added' }]);
  });
});

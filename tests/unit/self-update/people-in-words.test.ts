import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contact } from '#shared/domain/contact/contact.ts';
import type { Customer } from '#shared/domain/customer/customer.ts';
import { compareWords } from '#shared/self-update/compare-words.ts';
import type { Known } from '#shared/self-update/proposals.ts';
import { takeOver } from '#shared/self-update/take-over.ts';
import { aCustomer, putContact } from '../../helpers/builders.ts';
import { aForm, aReplyWorld, stored } from '../../helpers/self-update.ts';

const phone = (raw: string) => ({ raw, e164: `+86${raw}`, kind: 'mobile' as const });
const aPerson = (part: Partial<Contact> & { id: string }) =>
  stored(putContact({ customerId: 'yong', ...part }).after as object) as Contact;

const wang = aPerson({ id: 'wang', name: '王芳', title: '采购', phones: [phone('13911112222')] });
const ann = aPerson({ id: 'ann', name: 'Ann Lee', emails: [{ address: 'ann@yongxing.cn' }] });
const left = aPerson({ id: 'left', name: '赵六', leftOn: '2025-01-01', phones: [phone('13911110000')] });
const yong = stored(
  aCustomer({ id: 'yong', kind: 'company', name: '永兴五金', phones: [phone('13800138000')] }),
) as Customer;
const known: Known = { customer: yong, contacts: [wang, ann, left] };
const world = aReplyWorld();

/** Each point as `whom what kind now → says`. */
function points(text: string, of = known): string[] {
  return compareWords(text, of, world).proposals.map(({ person = '', label, kind, now, says }) =>
    `${person} ${label} ${kind} ${now} → ${says}`.trim(),
  );
}

function taken(text: string) {
  const { proposals, isThorough } = compareWords(text, known, world);
  return takeOver({ proposals, isThorough }, new Set(proposals.map(({ id }) => id)), known, world);
}

describe('words about contact persons', () => {
  it.each([
    ['王芳的手机换成13911113333', ['王芳 电话 changed 139 1111 2222 → 139 1111 3333']],
    [
      '王芳换号了。新号 13911113333，邮箱 wang@yongxing.cn',
      ['王芳 电话 changed 139 1111 2222 → 139 1111 3333', '王芳 邮箱 added  → wang@yongxing.cn'],
    ],
    ['王芳还有一个号 13911113333', ['王芳 电话 added  → 139 1111 3333']],
    ['王芳 没变', ['王芳 电话 confirmed 139 1111 2222 → 139 1111 2222']],
    ['139 1111 2222 没错', ['王芳 电话 confirmed 139 1111 2222 → 139 1111 2222']],
    ['王芳现在是采购经理', ['王芳 职位 changed 采购 → 采购经理']],
    ['王芳负责财务', ['王芳 角色 added  → 财务']],
    ['王芳离职了', ['王芳 姓名 over 王芳 → 已离开']],
    ['Ann Lee has a new mobile: 13700137000', ['Ann Lee 电话 added  → 137 0013 7000']],
    ['ann lee left', ['Ann Lee 姓名 over Ann Lee → 已离开']],
    ['Ann Lee handles payments', ['Ann Lee 角色 added  → 财务']],
    ['新联系人 李强 会计 13600136000', ['新联系人 added  → 李强 会计 13600136000']],
    ['采购换成李强了 13600136000', ['新联系人 added  → 李强 13600136000 采购']],
    [
      '王芳离职了，现在由李强负责，电话13600136000。公司电话 0571-88880000',
      ['王芳 姓名 over 王芳 → 已离开', '新联系人 added  → 李强 电话13600136000', '电话 added  → 0571 8888 0000'],
    ],
    [
      '王芳 13911113333，Ann Lee 13700137000',
      ['王芳 电话 added  → 139 1111 3333', 'Ann Lee 电话 added  → 137 0013 7000'],
    ],
    [
      '王芳 13911112222\n\n13800138001',
      ['王芳 电话 confirmed 139 1111 2222 → 139 1111 2222', '电话 added  → 138 0013 8001'],
    ],
    ['赵六 13911119999', ['电话 added  → 139 1111 9999']],
    ['王芳升采购总监了', ['王芳 职位 changed 采购 → 采购总监']],
    ['王芳是财务', ['王芳 角色 added  → 财务']],
    ['王芳手机 13911112222 作废', ['王芳 电话 over 139 1111 2222 →']],
    ['13800138000 不用了', ['电话 over 138 0013 8000 →']],
    ['现在由陈静负责采购，手机13512345678', ['新联系人 added  → 陈静 采购 手机13512345678']],
    ['多加一个联系人：周杰 13512340000', ['新联系人 added  → 周杰 13512340000']],
    ['地址搬到文三路2号，王芳不变', ['地址 added  → 文三路2号', '王芳 电话 confirmed 139 1111 2222 → 139 1111 2222']],
    ['我的手机换成13800138001', ['电话 changed 138 0013 8000 → 138 0013 8001']],
  ])('reads %s', (text, said) => {
    expect(points(text)).toEqual(said.map((each) => each.trim()));
  });

  it('confirms everybody’s numbers where all is right', () => {
    expect(points('都对')).toEqual([
      '电话 confirmed 138 0013 8000 → 138 0013 8000',
      '王芳 电话 confirmed 139 1111 2222 → 139 1111 2222',
      'Ann Lee 邮箱 confirmed ann@yongxing.cn → ann@yongxing.cn',
    ]);
  });

  it('finds nothing but confirmations in its own message, sent back as it was', () => {
    const { message } = aForm({ customer: yong, contacts: [wang, ann] });
    const lines = message.split('\n').filter((line) => /[：:]/.test(line) && !/您好|还没有|的话/.test(line));
    expect(lines.join('\n')).toContain('王芳');
    const said = points(message.slice(message.indexOf('公司名称'), message.indexOf('还没有记下')));
    expect(said.filter((each) => !each.includes('confirmed'))).toEqual([]);
    expect(said).toContain('王芳 电话 confirmed 139 1111 2222 → 139 1111 2222');
    expect(message).toContain('Ann Lee的电话');
  });

  it('writes what was chosen to the person alone, and a new person with number and job', () => {
    expect(taken('王芳的手机换成13911113333')).toMatchObject({
      customer: null,
      people: [{ id: 'wang', phones: [{ e164: '+8613911113333' }] }],
    });
    expect(taken('王芳离职了，新会计李强 13600136000').people).toMatchObject([
      { id: 'wang', leftOn: '2026-03-05' },
      { name: '李强', title: '会计', phones: [{ e164: '+8613600136000' }] },
    ]);
    expect(taken('王芳负责财务').people).toMatchObject([{ id: 'wang', role: 'finance' }]);
  });

  it('never speaks of anybody who is not known, whatever is written, and each point once', () => {
    const word = fc.constantFrom(
      '王芳',
      'Ann Lee',
      '公司',
      '13911112222',
      '13600136000',
      'a@b.cn',
      '离职了',
      '新联系人',
      '李强',
      '负责财务',
      '，',
      '。',
      '\n',
      '\n\n',
      '换成',
      '是经理',
      '都对',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 14 }), (words) => {
        const { proposals } = compareWords(words.join(''), known, world);
        expect(new Set(proposals.map(({ id }) => id)).size).toBe(proposals.length);
        for (const { person } of proposals) expect([undefined, '王芳', 'Ann Lee']).toContain(person);
        const { people } = takeOver(
          { proposals, isThorough: false },
          new Set(proposals.map(({ id }) => id)),
          known,
          world,
        );
        expect(people.every(({ id }) => id !== 'left')).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

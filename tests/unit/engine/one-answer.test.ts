import { describe, expect, it } from 'vitest';
import type { Customer } from '#shared/domain/customer/customer.ts';
import type { Verdict } from '#shared/linkage/judge-records.ts';
import { normalizePhone } from '#shared/match/phone.ts';
import type { EngineMethods } from '../../../renderer/engine/client-types.ts';
import { lookupIn } from '../../../renderer/features/imports/import-client.ts';
import { Machine } from '../../helpers/archive.ts';
import { putContact, putCustomer } from '../../helpers/builders.ts';
import { codesOf, importRows } from '../../helpers/import-run.ts';

interface Somebody {
  name: string;
  phone?: string;
  email?: string;
  wechat?: string;
  uscc?: string;
  code?: string;
  kind?: 'person' | 'company';
  /** Name of a contact person, who has the phone. */
  contact?: string;
}

const [mobile, other] = ['13800138000', '13900139000'];
const [usccA, usccB] = ['91330100799655058B', '9144030071526726XG'];
const company = { kind: 'company' as const };

const cases: { a: Somebody; b: Somebody; verdict: Verdict; why: string }[] = [
  {
    why: 'one name, one phone',
    a: { name: '张伟', phone: mobile },
    b: { name: '張偉', phone: mobile },
    verdict: 'same',
  },
  { why: 'homophones', a: { name: '张伟', phone: mobile }, b: { name: '章玮', phone: mobile }, verdict: 'same' },
  { why: 'Pinyin', a: { name: '张伟', phone: mobile }, b: { name: 'Zhang Wei', phone: mobile }, verdict: 'same' },
  { why: 'a form of address', a: { name: '张伟', phone: mobile }, b: { name: '张总', phone: mobile }, verdict: 'same' },
  { why: 'one mail', a: { name: '张伟', email: 'w@a.cn' }, b: { name: '张伟', email: 'W@a.cn' }, verdict: 'same' },
  { why: 'one account', a: { name: '张伟', wechat: 'zw_88' }, b: { name: '张伟', wechat: 'ZW_88' }, verdict: 'same' },
  { why: 'one code', a: { name: '张伟', code: 'K-7' }, b: { name: '张伟', code: 'k7' }, verdict: 'same' },
  { why: 'a couple', a: { name: '王建国', phone: mobile }, b: { name: '李秀英', phone: mobile }, verdict: 'household' },
  { why: 'brothers', a: { name: '王建国', phone: mobile }, b: { name: '王建军', phone: mobile }, verdict: 'household' },
  {
    why: 'one account of two',
    a: { name: '王建国', wechat: 'jia' },
    b: { name: '李秀英', wechat: 'jia' },
    verdict: 'household',
  },
  { why: 'namesakes', a: { name: '张伟', phone: mobile }, b: { name: '张伟', phone: other }, verdict: 'namesake' },
  { why: 'strangers', a: { name: '张伟', phone: mobile }, b: { name: '李娜', phone: other }, verdict: 'different' },
  {
    why: 'one code by mistake',
    a: { name: '张伟', code: 'K-7', phone: mobile },
    b: { name: '李娜', code: 'K-7', phone: other },
    verdict: 'different',
  },
  {
    why: 'one company, two ways',
    a: { ...company, name: '杭州创达装饰有限公司', phone: mobile },
    b: { ...company, name: '创达装饰（杭州）', phone: mobile },
    verdict: 'same',
  },
  {
    why: 'one credit code',
    a: { ...company, name: '杭州创达装饰有限公司', uscc: usccA },
    b: { ...company, name: '创达有限公司', uscc: usccA },
    verdict: 'same',
  },
  {
    why: 'two credit codes',
    a: { ...company, name: '杭州创达有限公司', phone: mobile, uscc: usccA },
    b: { ...company, name: '杭州创达有限公司', phone: mobile, uscc: usccB },
    verdict: 'different',
  },
  {
    why: 'a branch',
    a: { ...company, name: '杭州创达有限公司', phone: mobile },
    b: { ...company, name: '杭州创达有限公司上海分公司', phone: mobile },
    verdict: 'branch',
  },
  {
    why: 'a contact person',
    a: { ...company, name: '杭州创达有限公司', contact: '林晓', phone: mobile },
    b: { name: '林晓', phone: mobile },
    verdict: 'contact',
  },
];

const header = ['客户编号', '姓名', '手机', '邮箱', '微信', '统一社会信用代码', '类型', '联系人', '联系人手机'];

function rowOf({ name, phone = '', email = '', wechat = '', uscc = '', code = '', kind, contact = '' }: Somebody) {
  const type = kind === 'company' ? '企业' : '个人';
  const [own, contacts] = contact === '' ? [phone, ''] : ['', phone];
  return [code, name, own, email, wechat, uscc, type, contact, contacts];
}

type Facts = Pick<Customer, 'name' | 'kind' | 'code' | 'phones' | 'emails' | 'ims' | 'addresses'>;

function factsOf({ name, phone, email, wechat, uscc, code = '', kind = 'person', contact }: Somebody): Facts {
  const read = phone === undefined || contact !== undefined ? null : normalizePhone(phone);
  return {
    name,
    kind,
    code,
    phones: read ? [read] : [],
    emails: email === undefined ? [] : [{ address: email }],
    ims: wechat === undefined ? [] : [{ kind: 'wechat', account: wechat }],
    addresses: [],
    ...(uscc !== undefined && { uscc }),
  };
}

async function put(engine: EngineMethods, id: string, somebody: Somebody) {
  const { contact, phone } = somebody;
  const read = phone === undefined ? null : normalizePhone(phone);
  await engine.commit('customer/create', [
    putCustomer({ id, ...factsOf(somebody), code: somebody.code ?? id }),
    ...(contact === undefined
      ? []
      : [putContact({ id: `${id}-p`, customerId: id, name: contact, phones: read ? [read] : [] })]),
  ]);
}

/** What the import did with the second row: joined it, kept it apart with a word, or without one. */
const wordOf = {
  household: 'match/shared-phone',
  contact: 'match/shared-phone',
  namesake: 'match/namesake',
  branch: 'match/branch',
} as const;

describe.each(cases)('$why', ({ a, b, verdict }) => {
  const isOne = verdict === 'same';
  const word = verdict === 'same' || verdict === 'different' ? null : wordOf[verdict];

  it('is the same to an import, within its file', async () => {
    const { engine } = await new Machine().openEngine();
    const plan = await importRows({ ...lookupIn(engine), apply: () => undefined }, header, [rowOf(a), rowOf(b)]);
    expect(plan.newCustomers).toBe(isOne ? 1 : 2);
    expect(codesOf(plan, 1).filter((code) => code.startsWith('match/'))).toEqual(word === null ? [] : [word]);
  });

  it('is the same to an import, against the archive', async () => {
    const { engine } = await new Machine().openEngine();
    await put(engine, 'a', a);
    const plan = await importRows({ ...lookupIn(engine), apply: () => undefined }, header, [rowOf(b)]);
    expect(plan.newCustomers).toBe(isOne ? 0 : 1);
    expect(codesOf(plan, 0).filter((code) => code.startsWith('match/'))).toEqual(word === null ? [] : [word]);
  });

  it('is the same to whoever types a new customer', async () => {
    const { engine } = await new Machine().openEngine();
    await put(engine, 'a', a);
    const found = await engine.resembling(factsOf(b));
    expect(found.map(({ id, verdict: said }) => `${id} ${said}`)).toEqual(
      verdict === 'different' ? [] : [`a ${verdict}`],
    );
  });

  it('is the same to the search for duplicates', async () => {
    const { engine } = await new Machine().openEngine();
    await put(engine, 'a', a);
    await put(engine, 'b', b);
    const scan = await engine.findDuplicates();
    // Of namesakes nothing can be said, so they are not listed.
    expect(scan?.pairs.map((pair) => pair.verdict)).toEqual(
      ['different', 'namesake'].includes(verdict) ? [] : [verdict],
    );
    if (isOne) expect(scan?.pairs[0]?.probability).toBeGreaterThanOrEqual(0.99);
  });
});

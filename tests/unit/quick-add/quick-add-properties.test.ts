import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customerSchema, type CustomerId } from '../../../shared/domain/customer/customer.ts';
import { draftCustomer } from '../../../shared/quick-add/draft-customer.ts';
import type { Piece } from '../../../shared/quick-add/piece.ts';
import { readQuickAdd } from '../../../shared/quick-add/read-quick-add.ts';
import { anyText } from '../../helpers/any-text.ts';

const today = '2026-11-21';
const id = 'c1' as CustomerId;

const words = fc.constantFrom(
  '张三',
  'Jane Doe',
  '13800138000',
  '０５７１－８７６５４３２１',
  '+1 202 555 0143',
  '@永兴五金',
  '#展会',
  '农历八月十五',
  '下周二回访',
  'call next Tuesday',
  '杭州市西湖区文三路1号',
  '微信：abc_123',
  'a@b.cn',
  '5000元',
  '3号',
  '\n',
  '，',
  '：',
  '地址',
  '生日',
  '@',
  '#',
  '😀',
  '\u0000',
  '王总：',
  '2026-11-21 10:20',
);
const lines = fc.oneof(
  fc.array(words, { maxLength: 12 }).map((parts) => parts.join(' ')),
  anyText({ maxLength: 80 }),
);

/** The parts that a line is made of, each as people write it, and what has to be found of it. */
const parts = {
  phone: fc
    .tuple(fc.integer({ min: 3, max: 9 }), fc.stringMatching(/^\d{8}$/), fc.constantFrom('', ' ', '-', '　'))
    .map(([second, rest, sign]) => ({
      text: `1${second}${rest[0]}${sign}${rest.slice(1, 5)}${sign}${rest.slice(5)}9`.slice(0, 11 + 2 * sign.length),
      found: `1${second}${rest}9`.slice(0, 11),
    })),
  organization: fc.constantFrom('永兴五金', 'Acme', '青禾').map((name) => ({ text: `@${name}`, found: name })),
  tag: fc.constantFrom('展会', 'fair', '老客户').map((name) => ({ text: `#${name}`, found: name })),
  followUp: fc.constantFrom('下周二回访', '明天回访', '3天后回访').map((text) => ({ text, found: '回访' })),
};

function found(pieces: readonly Piece[], kind: Piece['kind']): string[] {
  return pieces.flatMap((piece) => {
    if (piece.kind !== kind) return [];
    if (piece.kind === 'phone') return [(piece.phone.e164 ?? piece.phone.raw).replace(/^\+86/, '').replace(/\D/g, '')];
    if (piece.kind === 'followUp') return [piece.title];
    return 'name' in piece ? [piece.name] : [];
  });
}

describe('readQuickAdd', () => {
  it('gives parts in order, without overlap, each as it stands in the text', () => {
    fc.assert(
      fc.property(lines, (text) => {
        let at = 0;
        for (const piece of readQuickAdd(text, today)) {
          expect(piece.from).toBeGreaterThanOrEqual(at);
          expect(text.slice(piece.from, piece.to)).toBe(piece.text);
          at = piece.to;
        }
      }),
      { numRuns: 150 },
    );
  });

  it('finds every part in whatever order it is written', () => {
    fc.assert(
      fc.property(
        fc.record(parts),
        fc.shuffledSubarray(['phone', 'organization', 'tag', 'followUp'] as const, { minLength: 1 }),
        (values, order) => {
          const line = ['张三', ...order.map((kind) => values[kind].text)].join(' ');
          const pieces = readQuickAdd(line, today);
          expect(found(pieces, 'name')).toEqual(['张三']);
          for (const kind of order) expect(found(pieces, kind), line).toEqual([values[kind].found]);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('always makes a record that the archive takes, as soon as there is a name', () => {
    fc.assert(
      fc.property(lines, (text) => {
        const { customer } = draftCustomer(id, readQuickAdd(text, today), { kind: 'person', source: null });
        if (customer.name === '') return;
        const stored = {
          ...customer,
          version: 1,
          createdAt: `${today}T00:00:00.000Z`,
          updatedAt: `${today}T00:00:00.000Z`,
        };
        expect(customerSchema.safeParse(stored).error?.issues ?? []).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('keeps a pasted page of text as a note without waiting', () => {
    const page = `张三 13800138000 ${'这是一段很长的话，'.repeat(20_000)}`;
    const before = process.threadCpuUsage();
    const pieces = readQuickAdd(page, today);
    // Of this thread alone: whatever else the machine does costs it nothing.
    expect(process.threadCpuUsage(before).user / 1000).toBeLessThan(1_500);
    expect(found(pieces, 'phone')).toEqual(['13800138000']);
    expect(
      pieces
        .filter(({ kind }) => kind === 'note')
        .map(({ text }) => text)
        .join('').length,
    ).toBeGreaterThan(100_000);
  });
});

describe('a part that was understood wrongly', () => {
  it.each([
    ['note', '下周二回访', 'followUp'],
    ['title', '小陈介绍', 'note'],
  ] as const)('is a %s when told so', (meaning, text, before) => {
    const line = `张三 13800138000 ${text}`;
    expect(readQuickAdd(line, today).find((piece) => piece.text === text)?.kind).toBe(before);
    expect(readQuickAdd(line, today, { [text]: meaning }).find((piece) => piece.text === text)?.kind).toBe(meaning);
  });

  it('leaves the name to another word when the first one is none', () => {
    const pieces = readQuickAdd('老客户 张三 13800138000', today, { 老客户: 'tag' });
    expect(found(pieces, 'name')).toEqual(['张三']);
    expect(found(pieces, 'tag')).toEqual(['老客户']);
  });
});

describe('draftCustomer', () => {
  it('keeps what comes twice and can only be there once as a note', () => {
    const pieces = readQuickAdd('张三 @甲公司 @乙公司 要三扇窗', today);
    const { customer } = draftCustomer(id, pieces, { kind: 'person', source: 'fair' });
    expect(customer).toMatchObject({
      name: '张三',
      familyName: '张',
      organization: '甲公司',
      note: '乙公司\n要三扇窗',
      source: 'fair',
    });
  });

  it('has one number once', () => {
    const pieces = readQuickAdd('张三 13800138000 +86 138 0013 8000', today);
    expect(draftCustomer(id, pieces, { kind: 'person', source: null }).customer.phones).toHaveLength(1);
  });
});

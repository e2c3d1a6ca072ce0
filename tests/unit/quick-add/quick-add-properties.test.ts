import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customerSchema, type CustomerId } from '../../../shared/domain/customer/customer.ts';
import type { Language } from '../../../shared/i18n/catalogue.ts';
import { describePiece } from '../../../shared/quick-add/describe-piece.ts';
import { draftCustomer } from '../../../shared/quick-add/draft-customer.ts';
import type { Piece } from '../../../shared/quick-add/piece.ts';
import { longestRead, readQuickAdd } from '../../../shared/quick-add/read-quick-add.ts';
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
  '结婚纪念日5月1号',
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

  it.each(['这是一段很长的话，', '@“', '电话', 'a@a.', '<b> '])(
    'reads no more of a pasted text of %s than any card holds, and keeps the rest as one note',
    (unit) => {
      const page = `张三 13800138000 ${unit.repeat(Math.ceil(100_000 / unit.length))}`;
      const pieces = readQuickAdd(page, today);
      expect(found(pieces, 'phone')).toEqual(['13800138000']);
      const rest = pieces.at(-1);
      expect(rest).toMatchObject({ kind: 'note', to: page.trimEnd().length });
      expect(rest!.from).toBeLessThanOrEqual(longestRead);
      expect(Math.max(...pieces.slice(0, -1).map(({ to }) => to))).toBeLessThanOrEqual(longestRead);
    },
  );

  it('ends reading at the end of a word, and never within a character', () => {
    const lead = '张三 '.padEnd(longestRead - 5, '话');
    const cut = readQuickAdd(`${lead} 13800138000 回访`, today);
    expect(cut.at(-1)).toMatchObject({ kind: 'note', text: '13800138000 回访' });
    const whole = readQuickAdd(`张三 ${'a'.repeat(longestRead - 4)}😀${'b'.repeat(50)}`, today);
    expect(whole.at(-1)?.text).toBe(`😀${'b'.repeat(50)}`);
  });

  it('takes the rest for something else when told so', () => {
    const rest = '结尾'.repeat(20);
    const line = `张三 ${'a '.repeat(longestRead / 2 - 4)}${rest}`;
    expect(readQuickAdd(line, today).at(-1)).toMatchObject({ kind: 'note', text: rest });
    expect(readQuickAdd(line, today, { [rest]: 'organization' }).at(-1)).toMatchObject({ kind: 'organization' });
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

  it('has every anniversary with what it is of, and says so', () => {
    const pieces = readQuickAdd('张三 结婚纪念日5月1号 店庆农历六月初六', today);
    expect(draftCustomer(id, pieces, { kind: 'person', source: null }).customer.anniversaries).toEqual([
      { label: '结婚纪念日', date: { calendar: 'solar', month: 5, day: 1 } },
      { label: '店庆', date: { calendar: 'lunar', month: 6, day: 6 } },
    ]);
    const said = (language: Language) => pieces.slice(1).map((piece) => describePiece(language, piece, today));
    expect(said('zh-CN')).toEqual(['结婚纪念日 05-01', '店庆 农历六月初六']);
    expect(said('en')).toEqual(['结婚纪念日 05-01', '店庆 lunar 6/6']);
  });

  it('has one number once', () => {
    const pieces = readQuickAdd('张三 13800138000 +86 138 0013 8000', today);
    expect(draftCustomer(id, pieces, { kind: 'person', source: null }).customer.phones).toHaveLength(1);
  });
});

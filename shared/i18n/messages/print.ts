import type { Sentences } from '../catalogue.ts';

/** Customers on paper. */
export const printMessages = {
  'print.title': ['打印 {count, number} 位客户', 'Print {count, plural, one {# customer} other {# customers}}'],
  'print.open': ['打印…', 'Print…'],
  'print.print': ['打印或存为 PDF', 'Print or save as PDF'],
  'print.layout': ['样式', 'Layout'],
  'print.layout.list': ['名单', 'List'],
  'print.layout.labels': ['地址标签', 'Labels'],
  'print.layout.envelopes': ['信封', 'Envelopes'],
  'print.layout.pocket': ['口袋名单', 'Pocket list'],
  'print.layout.route': ['拜访路线', 'Route'],
  'print.hint.list': ['A4 名单：电话、地址、下次跟进。', 'An A4 list with numbers, addresses and next follow-ups.'],
  'print.hint.labels': [
    'A4 标签纸，每张 3 × 8 枚（70 × 37 毫米），打印时边距选“无”、比例 100%。',
    'A4 label sheets of 3 × 8 (70 × 37 mm); print without margins at 100 %.',
  ],
  'print.hint.envelopes': ['5 号信封（220 × 110 毫米），一位一张。', 'DL envelopes (220 × 110 mm), one each.'],
  'print.hint.pocket': [
    'A4 四栏小字，折起来放口袋，只有姓名和电话。',
    'Four columns of small print on A4, names and numbers only, to fold into a pocket.',
  ],
  'print.hint.route': [
    '按地区和街道排好的一天路线，带打勾框和写字的地方。',
    'A day’s way, place by place and street by street, with boxes to tick and room to write.',
  ],
  'print.tooMany': ['一次最多打印前 {most, number} 位。', 'Only the first {most, number} are printed at once.'],
  'print.reading': ['正在读取', 'Reading'],
  'print.preview': ['打印预览，前 30 位', 'Preview of the first 30'],
  'print.list.title': ['客户名单（{count, number}）', 'Customers ({count, number})'],
  'print.addressee': ['{name} 收', '{name}'],
  'print.route.title': ['拜访路线 {date}', 'Route {date}'],
  'print.route.nowhere': ['没有地址', 'Without an address'],
} as const satisfies Sentences;

import { describe, expect, it } from 'vitest';
import { formatAddress } from '../../../shared/match/format-address.ts';
import type { Piece } from '../../../shared/quick-add/piece.ts';
import { readQuickAdd } from '../../../shared/quick-add/read-quick-add.ts';

/** A Saturday. */
const today = '2026-11-21';
const say = (text: string) => readQuickAdd(text, today).map((piece) => `${piece.kind} ${told(piece)}`.trim());

function told(piece: Piece): string {
  if (piece.kind === 'phone') return (piece.phone.e164 ?? piece.phone.raw) + (piece.phone.kind === 'fax' ? ' fax' : '');
  if (piece.kind === 'im') return `${piece.im.kind} ${piece.im.account}`;
  if (piece.kind === 'address') {
    const { regionCode, street } = piece.address;
    return regionCode === undefined ? formatAddress(piece.address) : [regionCode, street].filter(Boolean).join(' ');
  }
  if (piece.kind === 'followUp') return `${piece.due} ${piece.title}`;
  if (piece.kind === 'gender') return piece.gender;
  if (piece.kind === 'department' || piece.kind === 'industry') return piece.name;
  if (piece.kind !== 'birthday' && piece.kind !== 'anniversary') return piece.text;
  const { calendar, year, month, day, leap } = piece.date;
  const date = `${calendar} ${year ? `${year}-` : ''}${month}-${day}${leap ? ' leap' : ''}`;
  return piece.kind === 'birthday' ? date : `${piece.label} ${date}`;
}

describe('readQuickAdd', () => {
  it.each([
    [
      '张三 13800138000 @永兴五金 #展会 农历八月十五 下周二回访',
      [
        'name 张三',
        'phone +8613800138000',
        'organization @永兴五金',
        'tag #展会',
        'birthday lunar 8-15',
        'followUp 2026-11-24 回访',
      ],
    ],
    [
      'Jane Doe +1 202 555 0143 @Acme #fair birthday 3 May call next Tuesday',
      [
        'name Jane Doe',
        'phone +12025550143',
        'organization @Acme',
        'tag #fair',
        'birthday solar 5-3',
        'followUp 2026-11-24 call',
      ],
    ],
    [
      '王总 138-0013-8000 / 0571-8765 4321转8 微信同号',
      ['name 王总', 'phone +8613800138000', 'phone +8657187654321', 'im wechat 13800138000'],
    ],
    [
      '李四，１３９　１２３４　５６７８，杭州市西湖区文三路 1 号',
      ['name 李四', 'phone +8613912345678', 'address 330106 文三路 1 号'],
    ],
    [
      '陈小姐 明天下午3点上门量尺寸 要三扇窗 5000元',
      ['name 陈小姐', 'followUp 2026-11-22T15:00 上门量尺寸', 'note 要三扇窗', 'note 5000元'],
    ],
    ['下周二 张三 13800138000', ['followUp 2026-11-24', 'name 张三', 'phone +8613800138000']],
    ['下周二 回访 张三 13800138000', ['followUp 2026-11-24 回访', 'name 张三', 'phone +8613800138000']],
    ['李四 17012345678转1234', ['name 李四', 'phone +8617012345678']],
    ['李四 138-0013-8000 转 802 明天回访', ['name 李四', 'phone +8613800138000', 'followUp 2026-11-22 回访']],
    ['下周二 送货 张三', ['followUp 2026-11-24 送货', 'name 张三']],
    ['tomorrow call Bob Smith', ['followUp 2026-11-22 call', 'name Bob Smith']],
    ['next Tuesday to follow up with Ann Lee', ['followUp 2026-11-24 follow up with', 'name Ann Lee']],
    ['永兴五金有限公司 0571-87654321', ['name 永兴五金有限公司', 'phone +8657187654321']],
    ['高平 13800138000 1985-03-02 生日', ['name 高平', 'phone +8613800138000', 'birthday solar 1985-3-2']],
    ['周丽 腊月廿三 3天后寄样品', ['name 周丽', 'birthday lunar 12-23', 'followUp 2026-11-24 寄样品']],
    ['赵敏 报价 12月3日', ['name 赵敏', 'followUp 2026-12-03 报价']],
    [
      'Tom Lee tom.lee@acme.co.uk in two weeks send the quote, prefers mornings',
      ['name Tom Lee', 'email tom.lee@acme.co.uk', 'followUp 2026-12-05 send the quote', 'note prefers mornings'],
    ],
    ['张三 要大号 >', ['name 张三', 'note 要大号', 'note >']],
    ['张三 3 > 2', ['name 张三', 'note 3', 'note >', 'note 2']],
    ['张三 13800138000 >', ['name 张三', 'phone +8613800138000', 'note >']],
    ['张三 13800138000>', ['name 张三', 'phone +8613800138000', 'note >']],
    ['张三<a@b.cn> 要 >50件', ['name 张三', 'email a@b.cn', 'note 要', 'note >50件']],
    ['赵 敏 139 1234 5678 男 朋友', ['name 赵 敏', 'phone +8613912345678', 'gender male', 'note 朋友']],
    [
      'Michael Chen 广州市天河区华腾贸易有限公司 13800138001',
      ['name Michael Chen', 'organization 广州市天河区华腾贸易有限公司', 'phone +8613800138001'],
    ],
    [
      '张三 13800138000 结婚纪念日：5月1号 生日农历八月十五',
      ['name 张三', 'phone +8613800138000', 'anniversary 结婚纪念日 solar 5-1', 'birthday lunar 8-15'],
    ],
    ['李四 店庆 2010-06-18 下周二回访', ['name 李四', 'anniversary 店庆 solar 2010-6-18', 'followUp 2026-11-24 回访']],
    ['王五 农历十月初一是结婚纪念日', ['name 王五', 'anniversary 结婚纪念日 lunar 10-1']],
    ['张三 纪念日2月30日', ['name 张三', 'note 纪念日2月30日']],
    [
      'Ola Nordmann wedding anniversary on 3 May, shop anniversary 8 March, call Friday',
      [
        'name Ola Nordmann',
        'anniversary Wedding anniversary solar 5-3',
        'anniversary Shop anniversary solar 3-8',
        'followUp 2026-11-27 call',
      ],
    ],
    ['孙丽 农历闰四月初三生日', ['name 孙丽', 'birthday lunar 4-3 leap']],
    [
      'Sun Li lunar 1990 leap 5/16 13800138002 call on Fri',
      ['name Sun Li', 'birthday lunar 1990-5-16 leap', 'phone +8613800138002', 'followUp 2026-11-27 call'],
    ],
    [
      'Sun Li birthday lunar leap 4/3 138 0013 8002',
      ['name Sun Li', 'birthday lunar 4-3 leap', 'phone +8613800138002'],
    ],
    ['Tom Lee call Sun', ['name Tom Lee', 'followUp 2026-11-22 call']],
    ['客户 陈大文 Tel:852-2345 6789 公司:文記行', ['name 陈大文', 'phone 852-2345 6789', 'organization 公司:文記行']],
    [
      'John Smith, Acme Inc., 350 Fifth Avenue, New York, NY 10118, (212) 555-0187',
      [
        'name John Smith',
        'organization Acme Inc.',
        'address 350 Fifth Avenue, New York, NY 10118',
        'phone +12125550187',
      ],
    ],
    [
      'Maria Garcia | Calle Mayor 12, 28013 Madrid, Spain | +34 91 123 4567',
      ['name Maria Garcia', 'address Calle Mayor 12, 28013 Madrid, Spain', 'phone +34911234567'],
    ],
    ['Anna Becker, Hauptstraße 5, 10115 Berlin', ['name Anna Becker', 'address Hauptstraße 5, 10115 Berlin']],
    ['陈先生 北京市朝阳区望京SOHO T1 1203', ['name 陈先生', 'address 110105 望京SOHO T1 1203']],
    ['王姐：他电话 13988887777，我的是 13588886666', ['name 王姐', 'phone +8613988887777', 'phone +8613588886666']],
    ['小满😀 13800138000', ['name 小满😀', 'phone +8613800138000']],
    ['<张三> <a@b.cn>', ['name <张三>', 'email a@b.cn']],
    ['- 张三 | 老客户，', ['name 张三', 'note 老客户']],
    ['孙丽 2026年3月5日 买过门', ['name 孙丽', 'note 2026年3月5日', 'note 买过门']],
    [
      '单国强，电话13800138003，地址杭州市余杭区良渚街道玉鸟路7号',
      ['name 单国强', 'phone +8613800138003', 'address 330110 良渚街道玉鸟路7号'],
    ],
    ['张三 13800138000\t永兴五金', ['name 张三', 'phone +8613800138000', 'organization 永兴五金']],
    ['刘备 女 1990-1-1', ['name 刘备', 'gender female', 'birthday solar 1990-1-1']],
    [
      '王五 介绍人:张三 行业：餐饮 性别:男 部门:采购部',
      ['name 王五', 'note 介绍人:张三', 'industry 餐饮', 'gender male', 'department 采购部'],
    ],
    ['【微信】老王: 在忙 13900139111', ['name 老王', 'note 在忙', 'phone +8613900139111']],
    [
      'Robert Smith, 12 High St, London W1A 1AA, bob@acme.com',
      ['name Robert Smith', 'address 12 High St, London, W1A 1AA', 'email bob@acme.com'],
    ],
    ['😀🎉 13700137000', ['name 😀🎉', 'phone +8613700137000']],
    ['张三 在忙 👍', ['name 张三', 'note 在忙', 'note 👍']],
  ])('%s', (text, expected) => {
    expect(say(text)).toEqual(expected);
  });

  it.each([
    '张三 13800138000 浙江省杭州市西湖区文三路1号 310012',
    '张三 13800138000 浙江省杭州市西湖区文三路1号 3幢 邮编310012',
    '张三 310012 浙江省杭州市西湖区文三路1号',
  ])('reads the postcode beside an address: %s', (text) => {
    expect(readQuickAdd(text, today).map(({ kind }) => kind)).not.toContain('note');
    const address = readQuickAdd(text, today).find(({ kind }) => kind === 'address');
    expect(address).toMatchObject({ address: { postcode: '310012', street: expect.stringMatching(/^文三路1号/) } });
  });

  it('takes an amount behind an address for no postcode', () => {
    expect(say('张三 浙江省杭州市西湖区文三路1号 200000元')).toContain('note 200000元');
  });

  it('splits a Chinese signature into its fields', () => {
    expect(
      say(
        '张伟 | 销售经理\n杭州永兴五金有限公司\n手机：138 0013 8000\n传真：0571-87654322\n邮箱：zw@yongxing.cn\n地址：浙江省杭州市西湖区文三路1号 3楼\n微信：zhangwei_88',
      ),
    ).toEqual([
      'name 张伟',
      'title 销售经理',
      'organization 杭州永兴五金有限公司',
      'phone +8613800138000',
      'phone +8657187654322 fax',
      'email 邮箱：zw@yongxing.cn',
      'address 330106 文三路1号 3楼',
      'im wechat zhangwei_88',
    ]);
  });

  it('reads what a chat says of somebody, and a form filled in on one line', () => {
    expect(
      say('微信名：王老板🔧\n微信号：wlb_88\n地区：浙江 义乌\n个性签名：专业批发五金水暖 电话13566778899'),
    ).toEqual([
      'name 微信名：王老板🔧',
      'im wechat wlb_88',
      'address 330782',
      'note 专业批发五金水暖',
      'phone +8613566778899',
    ]);
    const form = '收件人：陈小明 手机：137 6655 4433 地址：佛山市南海区桂城街道海八路 21 号 1 座 1203 邮编 528200';
    expect(say(form)).toEqual([
      'name 收件人：陈小明',
      'phone +8613766554433',
      'address 440605 桂城街道海八路 21 号 1 座 1203',
    ]);
    expect(readQuickAdd(form, today)[2]).toMatchObject({ address: { postcode: '528200' } });
  });

  it('writes a name together that was written apart', () => {
    expect(readQuickAdd('赵 敏', today)).toMatchObject([{ kind: 'name', name: '赵敏' }]);
  });

  it('keeps a British address together, and a room with its house', () => {
    expect(say('Jim Hall\nBrightwell Foods Ltd\nUnit 4, Kingsway Park, Rochdale OL16 4NW, United Kingdom')).toEqual([
      'name Jim Hall',
      'organization Brightwell Foods Ltd',
      'address Unit 4, Kingsway Park, Rochdale, OL16 4NW, United Kingdom',
    ]);
    expect(say('李娜\n上海市浦东新区张江路 88 号 3 号楼 502\nM 139 1700 2233')).toEqual([
      'name 李娜',
      'address 310115 张江路 88 号 3 号楼 502',
      'phone +8613917002233',
    ]);
  });

  it('splits an English signature into its fields', () => {
    expect(
      say('Jane Doe\nSales Manager\nAcme Tools Ltd\nM: +44 7911 123456\n12 High Street, Oxford\nwww.acme.example'),
    ).toEqual([
      'name Jane Doe',
      'title Sales Manager',
      'organization Acme Tools Ltd',
      'phone +447911123456',
      'address 12 High Street, Oxford',
      'website www.acme.example',
    ]);
  });

  it('reads a message that somebody sent', () => {
    expect(say('王总：我电话13800138000，地址在杭州市西湖区文三路1号，周五送过来')).toEqual([
      'name 王总',
      'phone +8613800138000',
      'address 330106 文三路1号',
      'followUp 2026-11-27 送过来',
    ]);
  });

  it('puts region and street of a delivery form together, and leaves the word for sending out', () => {
    expect(
      say('收货人: 王小芳\n手机号码: 13912345678\n所在地区: 广东省 深圳市 南山区\n详细地址: 科技园南路12号A座1801'),
    ).toEqual(['name 收货人: 王小芳', 'phone +8613912345678', 'address 440305 科技园南路12号A座1801']);
    expect(say('张三 13800138001 送到杭州市西湖区文三路1号')).toEqual([
      'name 张三',
      'phone +8613800138001',
      'address 330106 文三路1号',
    ]);
  });
});

describe('where people write English', () => {
  const at = (home: 'GB' | 'CA' | 'US', text: string) =>
    readQuickAdd(text, today, {}, home).map((piece) => `${piece.kind} ${told(piece)}`.trim());

  it.each([
    [
      'GB',
      "Mrs Siobhán O'Brien 07700 900123 @McDonald & Sons Ltd Flat 2, 9 Briggate, Leeds LS1 6HD call next Tuesday",
      [
        "name Mrs Siobhán O'Brien",
        'phone +447700900123',
        'organization @McDonald & Sons Ltd',
        'address Flat 2, 9 Briggate, Leeds, LS1 6HD',
        'followUp 2026-11-24 call',
      ],
    ],
    [
      'CA',
      "Jean-Luc d'Arcy 416-555-0187 290 Bremner Blvd, Toronto, ON M5V 3L9",
      ["name Jean-Luc d'Arcy", 'phone +14165550187', 'address 290 Bremner Blvd, Toronto, ON M5V 3L9'],
    ],
    [
      'GB',
      'Zoë Smith-Jones @Smith Jones Interiors Ltd',
      ['name Zoë Smith-Jones', 'organization @Smith Jones Interiors Ltd'],
    ],
    [
      'GB',
      'Bob Smith 07700 900123 birthday 3/4/1980 call 5/12/2026',
      ['name Bob Smith', 'phone +447700900123', 'birthday solar 1980-4-3', 'followUp 2026-12-05 call'],
    ],
    [
      'US',
      'Bob Smith 202-555-0143 12/31/1980 call 12/5/2026 about the order',
      [
        'name Bob Smith',
        'phone +12025550143',
        'birthday solar 1980-12-31',
        'followUp 2026-12-05 call',
        'note about the order',
      ],
    ],
  ] as const)('in %s: %s', (home, text, pieces) => {
    expect(at(home, text)).toEqual(pieces);
  });
});

it('keeps a name in quotes together, and the extension of a number that a shop hides', () => {
  expect(readQuickAdd('"张 三丰" 17012345678转1234', today)).toMatchObject([
    { kind: 'name', name: '张 三丰' },
    { kind: 'phone', phone: { e164: '+8617012345678', extension: '1234' } },
  ]);
  const long = 'The Honourable Alexandrina Featherstonehaugh-Cholmondeley III';
  expect(readQuickAdd(`"${long}" 07700900123`, today, {}, 'GB')).toMatchObject([{ name: long }, { kind: 'phone' }]);
});

it('takes the quotes off a part that is said to be the name', () => {
  const text = '"No. 7 Bakery"';
  expect(readQuickAdd(text, today, { [text]: 'name' })).toMatchObject([{ kind: 'name', name: 'No. 7 Bakery' }]);
});

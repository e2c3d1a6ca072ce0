import { describe, expect, it } from 'vitest';
import type { Piece } from '../../../shared/quick-add/piece.ts';
import { readQuickAdd } from '../../../shared/quick-add/read-quick-add.ts';

/** A Saturday. */
const today = '2026-11-21';

function told(piece: Piece): string {
  switch (piece.kind) {
    case 'phone': {
      const { e164, raw, extension, kind } = piece.phone;
      return (e164 ?? raw) + (extension ? `-${extension}` : '') + (kind === 'fax' ? ' fax' : '');
    }
    case 'im':
      return `${piece.im.kind} ${piece.im.account}`;
    case 'address':
      return [piece.address.regionCode, piece.address.street].filter(Boolean).join(' ');
    case 'followUp':
      return `${piece.due} ${piece.title}`;
    case 'birthday': {
      const { calendar, year, month, day } = piece.date;
      return `${calendar} ${year ? `${year}-` : ''}${month}-${day}`;
    }
    case 'gender':
      return piece.gender;
    case 'email':
      return piece.address;
    case 'website':
      return piece.url;
    case 'title':
      return piece.title;
    case 'uscc':
      return piece.code;
    case 'note':
      return piece.text;
    case 'name':
    case 'organization':
    case 'department':
    case 'industry':
    case 'tag':
      return piece.name;
  }
}

/** As people paste them: signatures, delivery addresses, chats and mails, forms, contact lists, also ugly ones. */
const pasted: [text: string, understood: string[]][] = [
  [
    '王建国\n副总经理\n苏州恒泰精密机械有限公司\nTel: 0512-6688 1234 ext 801\nMob: +86 138 6210 4455\nEmail: wangjg@hengtai-sz.com\n地址：江苏省苏州市工业园区星湖街328号创意产业园5-A',
    [
      'name 王建国',
      'title 副总经理',
      'organization 苏州恒泰精密机械有限公司',
      'phone +8651266881234-801',
      'phone +8613862104455',
      'email wangjg@hengtai-sz.com',
      'address 320590 星湖街328号创意产业园5-A',
    ],
  ],
  [
    '林晓彤 Lin Xiaotong\n市场总监 | Marketing Director\n深圳市前海云图科技有限公司\n手机/微信：13512345678\n座机：0755-2688 9900\n地址：深圳市南山区粤海街道科技园高新南一道8号 518057',
    [
      'name 林晓彤',
      'note Lin Xiaotong',
      'title 市场总监',
      'note Marketing Director',
      'organization 深圳市前海云图科技有限公司',
      'im wechat 13512345678',
      'phone +8613512345678',
      'phone +8675526889900',
      'address 440305 粤海街道科技园高新南一道8号',
    ],
  ],
  [
    '此致\n敬礼\n\n赵磊\n采购部经理\n青岛海丰食品有限公司\nT：0532-8123 4567  F：0532-8123 4568\nM：15066668888\nE：zhaolei@haifengfood.cn\nW：www.haifengfood.cn',
    [
      'name 赵磊',
      'title 采购部经理',
      'organization 青岛海丰食品有限公司',
      'phone +8653281234567',
      'phone +8653281234568 fax',
      'phone +8615066668888',
      'email zhaolei@haifengfood.cn',
      'website www.haifengfood.cn',
    ],
  ],
  [
    '——————————\n李敏 | 客户经理\n招商银行杭州分行\n电话 0571-8888 1234\n手机 159 8888 1234',
    ['name 李敏', 'title 客户经理', 'organization 招商银行杭州分行', 'phone +8657188881234', 'phone +8615988881234'],
  ],
  [
    '陈工\n华东区技术支持\n13776543210（同微信）',
    ['name 陈工', 'note 华东区技术支持', 'phone +8613776543210', 'im wechat 13776543210'],
  ],
  [
    '张三丰 总经理 13900001111 武当实业集团',
    ['name 张三丰', 'title 总经理', 'phone +8613900001111', 'organization 武当实业集团'],
  ],
  [
    '老板你好，我是小李，电话138 1234 5678，麻烦送到朝阳区建国路88号SOHO现代城A座1203，谢谢',
    ['name 小李', 'phone +8613812345678', 'address 朝阳区建国路88号SOHO现代城A座1203'],
  ],
  [
    '王姐 13612345678 要两箱苹果，地址还是老地方，周六前送到',
    ['name 王姐', 'phone +8613612345678', 'note 要两箱苹果', 'note 地址还是老地方', 'followUp 2026-11-21 送到'],
  ],
  [
    '[图片]\n刘老板 3月15日 14:22\n我电话13755556666，公司叫鑫源建材，在长沙芙蓉区五一大道',
    ['name 刘老板', 'note 3月15日 14:22', 'phone +8613755556666', 'organization 鑫源建材', 'address 430102 五一大道'],
  ],
  [
    '张总 2026/11/20 09:15\n明天下午两点到你公司看样品 13800138000',
    ['name 张总', 'note 2026/11/20 09:15', 'followUp 2026-11-22T14:00 到你公司看样品', 'phone +8613800138000'],
  ],
  [
    '李先生\n13912345678\n湖北省武汉市洪山区珞喻路1037号华中科技大学西一区12栋301室\n（放门卫）',
    [
      'name 李先生',
      'phone +8613912345678',
      'address 420111 珞喻路1037号华中科技大学西一区12栋301室',
      'note （放门卫）',
    ],
  ],
  [
    '收件人：周杰\n电话：18812345678\n地址：四川省成都市武侯区天府大道北段1700号环球中心E2-1-1205',
    ['name 周杰', 'phone +8618812345678', 'address 510107 天府大道北段1700号环球中心E2-1-1205'],
  ],
  [
    '收货人:吴小姐,手机:13711112222,地址:广东省广州市番禺区大石街道105国道大石段218号',
    ['name 吴小姐', 'phone +8613711112222', 'address 440113 大石街道105国道大石段218号'],
  ],
  [
    '陈静，18655554444，安徽省合肥市蜀山区黄山路602号，230031',
    ['name 陈静', 'phone +8618655554444', 'address 340104 黄山路602号'],
  ],
  [
    '阿里木·买买提 13999991234 新疆乌鲁木齐市天山区解放南路123号',
    ['name 阿里木·买买提', 'phone +8613999991234', 'address 650102 解放南路123号'],
  ],
  ['13800138000 张三', ['phone +8613800138000', 'name 张三']],
  [
    '张三，男，1985年5月3日出生，身份证号330106198505031234，手机13800138000',
    ['name 张三', 'gender male', 'birthday solar 1985-5-3', 'note 身份证号330106198505031234', 'phone +8613800138000'],
  ],
  ['张三 330106198505031234 13800138000', ['name 张三', 'note 330106198505031234', 'phone +8613800138000']],
  ['昵称：西湖醋鱼 微信号：xihu_cuyu 来自：浙江 杭州', ['name 西湖醋鱼', 'im wechat xihu_cuyu', 'address 3301']],
  ['李总（永兴五金）13800138000', ['name 李总', 'organization 永兴五金', 'phone +8613800138000']],
  ['永兴五金 李总 13800138000', ['organization 永兴五金', 'name 李总', 'phone +8613800138000']],
  [
    '永兴五金店 老板娘 王翠花 13800138000 0579-85551234',
    ['organization 永兴五金店', 'title 老板娘', 'name 王翠花', 'phone +8613800138000', 'phone +8657985551234'],
  ],
  [
    '【顺丰速运】收件人张三 13800138000 浙江省义乌市稠城街道宾王路158号',
    ['note 顺丰速运', 'name 张三', 'phone +8613800138000', 'address 330782 稠城街道宾王路158号'],
  ],
  [
    '客户姓名：王丽\n联系电话：13512341234\n意向产品：定制衣柜\n预算：3万\n跟进时间：下周三',
    ['name 王丽', 'phone +8613512341234', 'note 意向产品：定制衣柜', 'note 预算：3万', 'followUp 2026-11-25 跟进'],
  ],
  [
    '王五 VIP客户 老客户介绍 138-1234-5678 下月1号续费',
    ['name 王五', 'note VIP客户', 'note 老客户介绍', 'phone +8613812345678', 'followUp 2026-12-01 续费'],
  ],
  ['孙悟空（花果山） +86(138)0013-8000', ['name 孙悟空', 'note 花果山', 'phone +8613800138000']],
  [
    '朱先生 手机号是13800138000微信同号 住在滨江区江南大道228号',
    ['name 朱先生', 'phone +8613800138000', 'im wechat 13800138000', 'address 330108 江南大道228号'],
  ],
  ['张伟 电话：010-62345678-8012', ['name 张伟', 'phone +861062345678-8012']],
  ['何小姐 02087654321 广州天河体育西路', ['name 何小姐', 'phone +862087654321', 'address 440106 体育西路']],
  ['徐医生 浙大二院 骨科 13857112345', ['name 徐医生', 'organization 浙大二院', 'note 骨科', 'phone +8613857112345']],
  [
    '马老师 杭州学军中学 高一数学 13588112233',
    ['name 马老师', 'organization 杭州学军中学', 'note 高一数学', 'phone +8613588112233'],
  ],
  [
    '陈姐 美容院老板 朋友介绍 皮肤敏感 13800138000 农历腊月初八生日',
    ['name 陈姐', 'title 美容院老板', 'note 朋友介绍', 'note 皮肤敏感', 'phone +8613800138000', 'birthday lunar 12-8'],
  ],
  [
    '王大锤 维修 空调不制冷 明天上午9点上门 余杭区良渚文化村白鹭郡东12幢2单元501',
    [
      'name 王大锤',
      'note 维修',
      'note 空调不制冷',
      'followUp 2026-11-22T09:00 上门',
      'address 330110 良渚文化村白鹭郡东12幢2单元501',
    ],
  ],
  [
    '郑爽 13800138000/13900139000 两个号都行',
    ['name 郑爽', 'phone +8613800138000', 'phone +8613900139000', 'note 两个号都行'],
  ],
  [
    '王小明 家长 孩子：王大明 三年级2班 13800138000',
    ['name 王小明', 'note 家长', 'note 孩子：王大明', 'note 三年级2班', 'phone +8613800138000'],
  ],
  ['台湾 林先生 +886 912 345 678 新北市板桥区', ['address 71', 'name 林先生', 'phone +886912345678', 'address 711132']],
  [
    '香港 陈生 9123 4567 九龙尖沙咀弥敦道100号',
    ['address 81', 'name 陈生', 'phone +85291234567', 'address 8102 尖沙咀弥敦道100号'],
  ],
  ['澳门 何小姐 +853 6612 3456', ['address 82', 'name 何小姐', 'phone +85366123456']],
  [
    'Kevin 王 13800138000 kevin.wang@abc.com.cn 上海浦东张江',
    ['name Kevin 王', 'phone +8613800138000', 'email kevin.wang@abc.com.cn', 'note 上海浦东张江'],
  ],
  [
    '张三 zhangsan@163.com；李四 lisi@163.com',
    ['name 张三', 'email zhangsan@163.com', 'note 李四', 'email lisi@163.com'],
  ],
  ['07700 900456 王先生', ['phone 07700 900456', 'name 王先生']],
  ['王先生 07700 900456 London', ['name 王先生', 'phone +447700900456', 'note London']],
  ['李华 01632 960123', ['name 李华', 'phone 01632 960123']],
  [
    '张三\t13800138000\t永兴五金有限公司\t采购经理\t杭州市西湖区文三路1号',
    [
      'name 张三',
      'phone +8613800138000',
      'organization 永兴五金有限公司',
      'title 采购经理',
      'address 330106 文三路1号',
    ],
  ],
  ['1. 张三 13800138000', ['name 张三', 'phone +8613800138000']],
  [
    '姓名\t张三\n电话\t13800138000\n公司\t永兴五金有限公司',
    ['name 张三', 'phone +8613800138000', 'organization 永兴五金有限公司'],
  ],
  [
    'Kind regards,\n\nEmily Carter\nHead of Procurement\nNorthwind Traders Ltd\nT +44 20 7946 0958 | M +44 7700 900123\nemily.carter@northwind.co.uk\n10 Downing Street, London SW1A 2AA\nwww.northwind.co.uk',
    [
      'name Emily Carter',
      'title Head of Procurement',
      'organization Northwind Traders Ltd',
      'phone +442079460958',
      'phone +447700900123',
      'email emily.carter@northwind.co.uk',
      'address 10 Downing Street, London SW1A 2AA',
      'website www.northwind.co.uk',
    ],
  ],
  [
    "Best,\nMike\n--\nMichael O'Brien, PhD\nSenior Account Executive | Contoso Inc.\n(415) 555-0132 x204 | mobile (415) 555-0199\nmobrien@contoso.com\n1 Market St, Suite 300, San Francisco, CA 94105",
    [
      'note Mike',
      "name Michael O'Brien",
      'note PhD',
      'title Senior Account Executive',
      'organization Contoso Inc',
      'phone +14155550132-204',
      'phone +14155550199',
      'email mobrien@contoso.com',
      'address 1 Market St, Suite 300, San Francisco, CA 94105',
    ],
  ],
  [
    'From: Sarah Connor <sarah.connor@cyberdyne.com>\nSent: Tuesday, 12 May 2026 09:14\nTo: Sales\nSubject: Quote for 200 units',
    [
      'name Sarah Connor',
      'email sarah.connor@cyberdyne.com',
      'note Sent: Tuesday, 12 May 2026 09:14',
      'note To: Sales',
      'note Subject: Quote for 200 units',
    ],
  ],
  [
    'Dr. Hannah Müller, Müller & Söhne GmbH, Hauptstr. 12, 80331 München, Tel. +49 89 12345678',
    [
      'name Dr. Hannah Müller',
      'organization Müller & Söhne GmbH',
      'address Hauptstr. 12, 80331 München',
      'phone +498912345678',
    ],
  ],
  [
    'Hi, this is Tom from Brightwell, my number is 07700 900456, can you call me back tomorrow at 3pm? Thanks',
    ['name Tom', 'organization Brightwell', 'phone 07700 900456', 'followUp 2026-11-22T15:00 call me back'],
  ],
  ['Tom Hardy 07700 900456', ['name Tom Hardy', 'phone 07700 900456']],
  [
    'Jane Smith, 07911 123456, 4 Privet Drive, Little Whinging, Surrey RH1 1AA',
    ['name Jane Smith', 'phone +447911123456', 'address 4 Privet Drive, Little Whinging, Surrey RH1 1AA'],
  ],
  ['Sent from my iPhone\nPete Best\n+1 (212) 555-0187', ['name Pete Best', 'phone +12125550187']],
  [
    'Acme Corp - John Doe - CEO - john@acme.com - 555-123-4567',
    ['organization Acme Corp', 'name John Doe', 'title CEO', 'email john@acme.com', 'phone +15551234567'],
  ],
  [
    'John Doe\nCEO, Acme Corp\n123 Main St\nSpringfield, IL 62704\nUSA\n(217) 555-0123',
    [
      'name John Doe',
      'title CEO',
      'organization Acme Corp',
      'address 123 Main St, Springfield, IL 62704, USA',
      'phone +12175550123',
    ],
  ],
  [
    'Name: Priya Patel\nPhone: +91 98765 43210\nCompany: Patel Textiles Pvt Ltd\nCity: Mumbai',
    ['name Priya Patel', 'phone +919876543210', 'organization Patel Textiles Pvt Ltd', 'address Mumbai'],
  ],
  [
    '[12:03, 5/3/2026] Maria Lopez: Hola, soy Maria, mi numero es +34 612 345 678',
    [
      'note [12:03, 5/3/2026]',
      'name Maria Lopez',
      'note Hola',
      'note soy Maria',
      'note mi numero es',
      'phone +34612345678',
    ],
  ],
  [
    'Maria Lopez, +34 612 345 678, birthday 14 Feb, met at fair, likes email',
    ['name Maria Lopez', 'phone +34612345678', 'birthday solar 2-14', 'note met at fair', 'note likes email'],
  ],
  [
    'BILL GATES\nMICROSOFT CORPORATION\n+1 425 882 8080',
    ['name BILL GATES', 'organization MICROSOFT CORPORATION', 'phone +14258828080'],
  ],
  [
    "O'Connor, Sean; sean@oconnor.ie; +353 1 234 5678",
    ["name O'Connor", 'note Sean', 'email sean@oconnor.ie', 'phone +35312345678'],
  ],
  [
    'Jean-Pierre Dupont, 15 rue de la Paix, 75002 Paris, France, +33 1 42 68 53 00',
    ['name Jean-Pierre Dupont', 'address 15 rue de la Paix, 75002 Paris, France', 'phone +33142685300'],
  ],
  [
    'Li Wei (Kevin), Sales Manager, Ningbo Sunrise Import & Export Co., Ltd., +86-574-8765-4321, WeChat: liwei_nb',
    [
      'name Li Wei',
      'note (Kevin)',
      'title Sales Manager',
      'organization Ningbo Sunrise Import & Export Co., Ltd.',
      'phone +8657487654321',
      'im wechat liwei_nb',
    ],
  ],
  [
    'mum of Ben, year 3, 07700 900789, wants Tuesday lessons',
    ['name mum of Ben', 'note year 3', 'phone 07700 900789', 'note wants', 'followUp 2026-11-24 lessons'],
  ],
  [
    'Bob, plumber, bob@pipes.com, call back on Friday re boiler',
    ['name Bob', 'note plumber', 'email bob@pipes.com', 'followUp 2026-11-27 call back', 'note re boiler'],
  ],
  [
    'Lisa Wong | linkedin.com/in/lisawong | Skype: lisa.wong | +65 9123 4567',
    ['name Lisa Wong', 'website linkedin.com/in/lisawong', 'note Skype: lisa.wong', 'phone +6591234567'],
  ],
  ['WhatsApp +60 12-345 6789 Ahmad bin Ismail', ['phone +60123456789', 'name Ahmad bin Ismail']],
  ['Emma Brown 020 7946 0018', ['name Emma Brown', 'phone +862079460018']],
  [
    'Mr. James Bond\nUniversal Exports\nVauxhall Cross, 85 Albert Embankment, London SE1 7TP\ntel: 020 7946 0007\nfax: 020 7946 0008',
    [
      'name Mr. James Bond',
      'organization Universal Exports',
      'address Vauxhall Cross, 85 Albert Embankment, London SE1 7TP',
      'phone +442079460007',
      'phone +442079460008 fax',
    ],
  ],
  ['常客 王女士 13800138000', ['note 常客', 'name 王女士', 'phone +8613800138000']],
  ['金牌会员 张丽 13800138000', ['note 金牌会员', 'name 张丽', 'phone +8613800138000']],
  ['万科地产 王总 13800138000', ['organization 万科地产', 'name 王总', 'phone +8613800138000']],
  ['张三（男）13800138000', ['name 张三', 'gender male', 'phone +8613800138000']],
  ['永兴（杭州）五金有限公司 13800138000', ['name 永兴(杭州)五金有限公司', 'phone +8613800138000']],
  ['我是老客户介绍来的 王丽 13800138000', ['note 我是老客户介绍来的', 'name 王丽', 'phone +8613800138000']],
  [
    'Hi Tom,\nPlease call me on 07911 123456.\nRegards,\nAnna Bell\nBell & Co',
    ['note Hi Tom,', 'phone 07911 123456', 'name Anna Bell', 'organization Bell & Co'],
  ],
  ['Best Western Hotel, +1 212 555 0143', ['name Best Western Hotel', 'phone +12125550143']],
  ['Anna Lee\n25 Market Street\nSydney NSW 2000', ['name Anna Lee', 'address 25 Market Street, Sydney NSW 2000']],
  ['小区：阳光花园 3栋 王先生 13800138000', ['note 小区：阳光花园', 'note 3栋', 'name 王先生', 'phone +8613800138000']],
  ['张三 13800138000 生日3月15日', ['name 张三', 'phone +8613800138000', 'birthday solar 3-15']],
  ['王五  订单号：20231101001 电话13800138000', ['name 王五', 'note 订单号：20231101001', 'phone +8613800138000']],
  ['王五 加微信 abc123', ['name 王五', 'im wechat abc123']],
  ['王五 V：abc123', ['name 王五', 'im wechat abc123']],
  ['王五 电话/微信 13800138000', ['name 王五', 'im wechat 13800138000', 'phone +8613800138000']],
  ['王五 手机（微信同号）：13800138000', ['name 王五', 'im wechat 13800138000', 'phone +8613800138000']],
  ['Wang Wu Tel/WeChat: 13800138000', ['name Wang Wu', 'im wechat 13800138000', 'phone +8613800138000']],
  ['e: emma@x.com Emma', ['email emma@x.com', 'name Emma']],
  ['Emma Email emma@x.com', ['name Emma', 'email emma@x.com']],
  ['Mail Shop mail@acme.com', ['name Mail Shop', 'email mail@acme.com']],
  ['王五 邮箱emma@x.com', ['name 王五', 'email emma@x.com']],
  ['王五 TEL13800138000', ['name 王五', 'phone +8613800138000']],
  ['联系人 王经理 电话 0571-88881234 转 601', ['name 王经理', 'phone +8657188881234-601']],
  ['王经理 0571-88881234/88885678', ['name 王经理', 'phone +8657188881234', 'phone 88885678']],
  ['老王 138 1234 5678 隔壁老李介绍', ['name 老王', 'phone +8613812345678', 'note 隔壁老李介绍']],
  ['王小二 卖红薯的 13800138000', ['name 王小二', 'note 卖红薯的', 'phone +8613800138000']],
  ['刘老板 下午 3:20\n在吗 我要两箱苹果', ['name 刘老板', 'note 下午 3:20', 'note 我要两箱苹果']],
  [
    '张先生，13800138000，看房时间：周六下午',
    ['name 张先生', 'phone +8613800138000', 'followUp 2026-11-21 看房', 'note 下午'],
  ],
  [
    '江苏 南京 鼓楼区 中山北路1号 张三 13800138000',
    ['address 320106 中山北路1号', 'name 张三', 'phone +8613800138000'],
  ],
  ['浙江省-杭州市-西湖区-文三路1号 张三', ['address 330106 文三路1号', 'name 张三']],
  ['0086-13800138000 Zhang San', ['phone +8613800138000', 'name Zhang San']],
  ['Zhang San 张三 13800138000', ['name Zhang San', 'note 张三', 'phone +8613800138000']],
  ['jane doe 07911123456', ['name jane doe', 'phone 07911123456']],
  ['JOHN SMITH 555.123.4567 john@x.org', ['name JOHN SMITH', 'phone +15551234567', 'email john@x.org']],
  ['Jim Mobile: 0412 345 678 (Sydney)', ['name Jim', 'phone +61412345678', 'note (Sydney)']],
  ['Ravi, 98765 43210, Mumbai', ['name Ravi', 'phone +919876543210', 'note Mumbai']],
  ['Sean, 085 123 4567, Dublin', ['name Sean', 'phone +353851234567', 'note Dublin']],
  [
    'Meeting with Alice Brown next Monday 10am re: contract, alice@b.com',
    ['name Alice Brown', 'followUp 2026-11-23T10:00 re: contract', 'email alice@b.com'],
  ],
  ['张三 13800138000 35岁', ['name 张三', 'phone +8613800138000', 'note 35岁']],
  ['张三 13800138000 2件', ['name 张三', 'phone +8613800138000', 'note 2件']],
  [
    '张三\n工商银行 6222021234567890123\n13800138000',
    ['name 张三', 'organization 工商银行', 'note 6222021234567890123', 'phone +8613800138000'],
  ],
  ['钱塘江畔的老渔夫 13800138000', ['name 钱塘江畔的老渔夫', 'phone +8613800138000']],
  ['赵先生 车牌浙A12345 13800138000', ['name 赵先生', 'note 车牌浙A12345', 'phone +8613800138000']],
  [
    '客户王女士，想做全屋定制，电话13800138000，下周六量房',
    ['name 王女士', 'note 想做全屋定制', 'phone +8613800138000', 'followUp 2026-11-28 量房'],
  ],
  ['请加我微信：zhang_88，电话138 0013 8000 张经理', ['im wechat zhang_88', 'phone +8613800138000', 'name 张经理']],
  [
    '我叫王丽，做美容的，在杭州，电话13800138000',
    ['name 王丽', 'note 做美容的', 'note 在杭州', 'phone +8613800138000'],
  ],
  ['你好 我是杭州永兴五金的张伟 手机13800138000', ['organization 杭州永兴五金', 'name 张伟', 'phone +8613800138000']],
  [
    '李姐 13800138000（微信同号）老公姓张',
    ['name 李姐', 'phone +8613800138000', 'im wechat 13800138000', 'note 老公姓张'],
  ],
  ['13800138000张三丰', ['phone +8613800138000', 'name 张三丰']],
  ['张三 13800138000 生日 农历 八月十五', ['name 张三', 'phone +8613800138000', 'birthday lunar 8-15']],
];

describe('what is pasted', () => {
  it.each(pasted)('%j', (text, understood) => {
    expect(readQuickAdd(text, today).map((piece) => `${piece.kind} ${told(piece)}`.trim())).toEqual(understood);
  });
});

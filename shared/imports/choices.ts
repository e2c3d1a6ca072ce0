import type { contactRoles } from '../domain/contact/contact.ts';
import {
  channels,
  type Channel,
  type CustomerKind,
  type FixedSource,
  type lossReasons,
} from '../domain/customer/customer.ts';
import type { directions, Outcome, purposes } from '../domain/interaction/interaction.ts';
import type { OrderType } from '../domain/order/order.ts';
import { compactText } from '../match/text.ts';

type Words<T extends string> = Readonly<Record<T, string>>;

function invert<T extends string>(words: Words<T>): ReadonlyMap<string, T> {
  return new Map(
    (Object.entries(words) as [T, string][]).flatMap(([choice, text]) =>
      [choice, ...text.split(' ')].map((word) => [word, choice]),
    ),
  );
}

const kinds = invert<CustomerKind>({
  person: '个人 个人客户 散户 自然人 零售 零售客户 消费者 c端 individual personal b2c contact',
  company:
    '企业 企业客户 单位 公司 公司客户 机构 团体 b端 business organization organisation enterprise corporate b2b account',
  partner:
    '渠道 渠道伙伴 渠道客户 同行 经销商 代理 代理商 分销商 批发商 合作伙伴 供应商 dealer reseller distributor trade wholesaler supplier vendor',
});

const genders = invert<'male' | 'female'>({
  male: '男 男性 先生 m man mr',
  female: '女 女性 女士 小姐 f woman ms mrs',
});

const channelWords = invert<Channel>({
  phone: '电话 致电 来电 去电 手机 座机 打电话 通话 call phonecall tel telephone mobile',
  wechat: '微信 企业微信 企微 朋友圈 weixin wecom',
  sms: '短信 短消息 信息 text textmessage message',
  email: '邮件 邮箱 电子邮件 电邮 mail',
  visit: '面访 拜访 上门 到店 面谈 见面 来访 走访 进店 门店 现场 meeting inperson facetoface visited',
  douyin: '抖音 小红书 快手 视频号 直播 tiktok',
  other: '其他 其它 qq 钉钉 whatsapp 传真 others',
});

const directionWords = invert<(typeof directions)[number]>({
  outbound: '呼出 去电 主动 拨出 外呼 我方 去访 出 out outgoing',
  inbound: '呼入 来电 被动 拨入 客户来访 客户 来访 入 in incoming',
});

const purposeWords = invert<(typeof purposes)[number]>({
  sales: '销售 推销 报价 促成 新品 促销 sale selling quote',
  'follow-up': '回访 跟进 复访 followup checkin',
  service: '售后 服务 维修 安装 support aftersales',
  collection: '催款 收款 对账 payment',
  care: '关怀 问候 祝福 生日 节日 greeting',
  survey: '调查 问卷 满意度 feedback',
  rights: '权利请求 个人信息 privacy',
  other: '其他 其它 others',
});

const outcomeWords = invert<Outcome>({
  reached: '接通 已接 已联系 已沟通 已回复 正常 完成 成功 已完成 connected answered spoke done completed replied',
  missed: '未接 未接通 无人接听 没人接 占线 关机 忙线 无应答 未回复 noanswer busy voicemail leftvoicemail notreached',
  interested: '有意向 意向 感兴趣 考虑中 待定 positive warm',
  refused: '拒绝 无意向 不需要 没兴趣 不感兴趣 notinterested declined rejected',
  won: '成交 已成交 下单 已下单 签约 购买 sold order ordered closed',
  complaint: '投诉 抱怨 不满 complained',
  invalid: '无效 空号 错号 停机 号码错误 wrongnumber',
});

const sourceWords = invert<FixedSource>({
  referral:
    '转介绍 介绍 老客户介绍 朋友介绍 熟人介绍 老客户 推荐 口碑 客户介绍 wordofmouth referred friend recommendation',
  store: '门店 到店 自然到店 进店 路过 上门 店内 实体店 shop walkin walkedin counter instore showroom',
  fair: '展会 展销会 交易会 博览会 活动 地推 exhibition tradeshow tradefair event show',
  website: '网站 官网 网站注册 网店 淘宝 天猫 京东 拼多多 网络 网上 线上 web online onlineshop webshop google search',
  phone: '电话 来电 电话营销 电销 电话咨询 call coldcall phonecall telephone',
  douyin: '抖音 小红书 抖音小红书 快手 视频号 直播 tiktok red xiaohongshu douyinred',
  wechat: '微信 朋友圈 公众号 微信群 社群 企业微信 小程序 weixin',
  advertising: '广告 传单 宣传单 百度 百度推广 推广 网络广告 报纸 ad ads advert advertisement flyer leaflet newspaper',
  other: '其他 其它 others',
});

const orderTypeWords = invert<OrderType>({
  sale: '销售 销售单 销货 出库 正常 购买 消费 成交 零售 批发 sold order purchase',
  refund: '退货 退款 退单 销售退货 退货单 退换 退 return returned refunded creditnote',
  adjust: '调整 补差 差价 冲账 抹账 adjustment correction',
  gift: '赠品 赠送 样品 送 试用 礼品 free sample giveaway',
  void: '作废 取消 已取消 无效 关闭 交易关闭 已作废 cancelled canceled cancel voided closed',
});

const roleWords = invert<(typeof contactRoles)[number]>({
  decider: '决策人 决策者 老板 负责人 总经理 法人 decisionmaker owner boss',
  user: '使用人 使用者 技术 enduser',
  buyer: '采购 采购人 采购员 purchasing procurement purchaser',
  finance: '财务 会计 出纳 accounts accounting accountant',
  influencer: '影响者 介绍人 推荐人 advisor',
});

const leadWords = invert<'new' | 'working' | 'parked' | 'invalid'>({
  new: '新 新线索 新建 未跟进 待跟进 未联系 open',
  working: '跟进中 联系中 已联系 洽谈中 contacted inprogress qualified',
  parked: '搁置 暂缓 以后再说 onhold nurturing',
  invalid: '无效 关闭 放弃 disqualified lost closed',
});

const lossWords = invert<(typeof lossReasons)[number]>({
  price: '价格 太贵 嫌贵 价格高 价格贵 expensive tooexpensive cost pricing',
  quality: '质量 品质 质量问题 product',
  service: '服务 服务差 售后 support',
  competitor: '竞品 竞争对手 同行 被抢 换供应商 competition rival',
  'no-need': '需求消失 没有需求 不需要了 不再需要 停业 转行 noneed noneedanymore notneeded closed',
  moved: '搬迁 搬走 搬家 movedaway relocated',
  unreachable: 'outofreach 联系不上 失联 找不到人 notreachable nocontact lostcontact',
  other: '其他 其它 others',
});

const yesOrNo = invert<'yes' | 'no'>({
  yes: '是 对 有 主 主联系人 y true 1 primary main',
  no: '否 不 不是 无 没有 n false 0',
});

const chosen =
  <T extends string>(words: ReadonlyMap<string, T>) =>
  (text: string): T | undefined =>
    words.get(compactText(text));

/** Each reads the text of a cell as one of the choices of a field, in Chinese or English; `undefined` for other words. */
export const readCustomerKind = chosen(kinds);
export const readGender = chosen(genders);
export const readChannel = chosen(channelWords);
export const readDirection = chosen(directionWords);
export const readPurpose = chosen(purposeWords);
export const readOutcome = chosen(outcomeWords);
export const readSource = chosen(sourceWords);
export const readOrderType = chosen(orderTypeWords);
export const readRole = chosen(roleWords);
export const readLeadStatus = chosen(leadWords);
export const readLossReason = chosen(lossWords);

/** `是`, `yes`, `√` and the like; `undefined` for other words. */
export function readYesOrNo(text: string): boolean | undefined {
  if (/^[√✓✔☑]$/u.test(text)) return true;
  if (/^[×✗✘☐]$/u.test(text)) return false;
  const word = chosen(yesOrNo)(text);
  return word === undefined ? undefined : word === 'yes';
}

/** Channels not to be used: a list of them, or 是 / 全部 / yes for all, 否 / no for none. `undefined` for other words. */
export function readDoNotContact(text: string): Channel[] | undefined {
  const whole = compactText(text);
  if (/^(?:是|y|yes|true|1|勿扰|全部|所有|拒绝|都不要|all)$/.test(whole)) return [...channels];
  if (/^(?:否|n|no|false|0|无|不限|none)$/.test(whole)) return [];
  const found = text
    .split(/[;；,，、/|\s]+/)
    .filter((word) => word !== '')
    .map(readChannel);
  return found.length > 0 && found.every((channel) => channel !== undefined) ? [...new Set(found)] : undefined;
}

/** Which calendar a cell names; `undefined` for none. */
export function readCalendar(text: string): 'solar' | 'lunar' | undefined {
  if (/农|阴|旧|lunar/i.test(text)) return 'lunar';
  return /公|阳|新|国|solar|gregorian/i.test(text) ? 'solar' : undefined;
}

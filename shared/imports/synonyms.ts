import type {
  ContactField,
  CustomerField,
  Field,
  ImportKind,
  InteractionField,
  OrderField,
  RelationField,
} from './fields.ts';

/**
 * Column headers by the field they mean, best first: Chinese ledgers, our own template (domain.md §5.2), and the exports of
 * Google Contacts, Outlook and iCloud. Written as `headerKey` gives them; numbers in headers are left out.
 */
const customers: Readonly<Record<Exclude<CustomerField, 'label' | 'customValue'>, string>> = {
  code: '客户编号 客户编码 客户代码 客户id 编号 会员号 会员编号 会员卡号 customerid customercode customerno code id',
  name: '客户名称 客户姓名 客户全称 客户 姓名 名称 名字 会员姓名 会员名称 收件人 收货人 customername customer fullname displayname contactname name',
  familyName: '姓 姓氏 lastname familyname surname',
  givenName: '名 firstname givenname forename',
  middleName: '中间名 middlename additionalname',
  nameSuffix: '后缀 suffix namesuffix',
  reading: '拼音 姓名拼音 pinyin',
  aliases: '别名 昵称 曾用名 绰号 微信昵称 简称 客户简称 nickname nicknames alias aliases',
  kind: '客户类型 类型 客户性质 性质 客户类别 type customertype typeofcustomer kind',
  gender: '性别 gender sex',
  salutation: '称呼 称谓 尊称 nameprefix prefix salutation',
  phone:
    '手机 手机号 手机号码 电话 电话号码 联系电话 联系方式 联系号码 移动电话 座机 固话 固定电话 办公电话 公司电话 单位电话 家庭电话 住宅电话 传真 备用电话 其他电话 ' +
    '客户电话 客户手机 收件人电话 tel telephone mobile mobilephone cell cellphone phone phonenumber contactnumber telno telephoneno phoneno mobileno contactno landline hometel worktel phonevalue businessphone homephone ' +
    'workphone otherphone primaryphone carphone companymainphone businessfax homefax otherfax fax pager',
  email: '邮箱 电子邮箱 电子邮件 邮件 邮箱地址 email emailaddress emailvalue mail',
  wechat: '微信 微信号 微信id 微信账号 wechat wechatid weixin',
  qq: 'qq qq号 qq号码',
  wecom: '企业微信 企微 wecom',
  douyin: '抖音 抖音号 douyin',
  otherAccount: '其他账号 其他帐号 otheraccounts otheraccount whatsapp line telegram',
  organization:
    '公司 公司名称 单位 单位名称 工作单位 企业名称 所在公司 所属公司 organizationname organization company companyname organisation org',
  department: '部门 所在部门 department organizationdepartment dept',
  title: '职位 职务 头衔 岗位 jobtitle organizationtitle position title',
  contactName: '联系人 联系人姓名 主联系人 负责联系人 对接人 contactperson contact primarycontact',
  contactRole: '角色 联系人角色 role contactrole roleofthecontactperson',
  contactTitle: '联系人职位 联系人职务 联系人岗位 contacttitle titleofthecontactperson',
  contactPhone: '联系人手机 联系人电话 联系人手机号 联系人联系方式 contactphone contactmobile phoneofthecontactperson',
  contactEmail: '联系人邮箱 联系人邮件 联系人电子邮箱 contactemail contactmail emailofthecontactperson',
  contactWechat: '联系人微信 联系人微信号 contactwechat wechatofthecontactperson',
  uscc: '统一社会信用代码 社会信用代码 信用代码 税号 纳税人识别号 统一信用代码 uscc unifiedsocialcreditcode taxid',
  legalRepresentative: '法人 法定代表人 法人代表 legalrepresentative',
  industry: '行业 所属行业 industry',
  size: '规模 公司规模 企业规模 人数 size companysize employees',
  website: '网址 网站 官网 主页 website webpage websitevalue url homepage',
  province:
    '省 省份 所在省 省市 province state provinceorstate region addressregion businessstate homestate otherstate',
  city: '市 城市 所在城市 地市 city town addresscity businesscity homecity othercity',
  district: '区 区县 县区 县 所在区 地区 区域 district county',
  address:
    '详细地址 地址 联系地址 通讯地址 家庭地址 公司地址 单位地址 收货地址 收件地址 住址 办公地址 送货地址 address street streetaddress addressstreet addressline streetname addressextendedaddress businessstreet homestreet otherstreet',
  formattedAddress: '完整地址 addressformatted fulladdress businessaddress homeaddress otheraddress',
  postcode:
    '邮编 邮政编码 postcode postalcode zip zipcode addresspostalcode businesspostalcode homepostalcode otherpostalcode',
  country:
    '国家 国家地区 country addresscountry businesscountry homecountry othercountry businesscountryregion homecountryregion othercountryregion',
  birthday: '生日 出生日期 出生年月 生辰 出生年月日 birthday dateofbirth dob birthdate',
  birthdayCalendar: '生日类型 历法 公历农历 阴历阳历 birthdaytype birthdaycalendar',
  anniversary: '纪念日 结婚纪念日 anniversary eventvalue weddinganniversary',
  source: '来源 客户来源 来源渠道 获客渠道 渠道来源 线索来源 渠道 source leadsource channel',
  sourceDetail: '来源说明 来源备注 sourcedetail',
  campaign: '活动 活动名称 市场活动 campaign campaignname',
  referrer: '介绍人 推荐人 引荐人 转介绍人 referredby referrer introducedby',
  related: '关系人 家人 relatedperson relationvalue',
  owner: '负责人 跟进人 业务员 销售 销售员 销售人员 客户经理 归属人 所属人 owner salesperson assignedto accountmanager',
  leadStatus: '线索状态 跟进状态 客户状态 leadstatus',
  preferredChannel: '偏好渠道 偏好联系方式 首选联系方式 preferredchannel preferredcontactmethod',
  preferredTime: '偏好时段 方便时间 联系时段 preferredtime besttime',
  doNotContact: '勿扰 禁止联系 拒绝联系 免打扰 不要联系 donotcontact donotcall optout',
  tags: '标签 客户标签 分组 标记 tags tag labels label categories category groups groupmembership',
  creditLimit: '信用额度 授信额度 creditlimit',
  paymentTerms: '账期 付款期限 paymentterms',
  acquiredOn:
    '建档日期 建档时间 创建日期 创建时间 录入日期 录入时间 登记日期 登记时间 注册日期 注册时间 入会日期 created createdat datecreated createddate acquired acquiredon customersince datejoined',
  verifiedOn: '核实日期 核对日期 verified verifiedon',
  lostOn: '流失日期 流失时间 loston lostsince lostdate churndate',
  lostReason: '流失原因 流失理由 lostbecause lostreason lossreason reasonlost churnreason',
  lastContact:
    '最近联系 最后联系 最近联系时间 最后跟进时间 最近跟进 最近跟进时间 最后联系时间 上次联系 lastcontact lastcontacted lastactivity',
  nextFollowUp:
    '下次跟进 下次联系 下次跟进时间 下次联系时间 下次回访 跟进日期 nextfollowup nextcontact followup followupdate',
  lastPurchase:
    '最后交易日期 最近交易日期 最后消费日期 最近消费日期 最后购买日期 最近购买日期 最后交易时间 最近交易时间 最后消费时间 最近消费时间 最后购买时间 最近购买时间 上次消费 上次购买 最近消费 最近购买 ' +
    'lastpurchase lastpurchasedate lastorder lastorderdate lastpurchasedon',
  totalSpent:
    '累计金额 累计消费 累计消费金额 消费总额 总消费 消费金额 累计购买金额 totalspent totalspend totalamountspent lifetimevalue',
  purchaseCount:
    '购买次数 消费次数 累计次数 交易次数 订单数 订单数量 累计购买次数 累计消费次数 purchases numberofpurchases orders ordercount numberoforders totalorders',
  answers: '没有或不愿透露 noneornottold',
  note: '备注 说明 备注信息 客户备注 描述 附注 notes note remark remarks comment comments description memo',
};

const contacts: Readonly<Record<Exclude<ContactField, 'label'>, string>> = {
  customerCode: '客户编号 客户编码 客户代码 客户id 公司编号 customercode customerid customerno companyid accountid',
  customerName:
    '客户名称 客户 客户全称 公司名称 公司 单位 单位名称 工作单位 企业名称 企业 所属客户 所在公司 所属公司 门店 customername customer companyname company organizationname organization organisation account accountname',
  customerPhone: '客户电话 公司电话 单位电话 总机 customerphone companyphone companymainphone',
  contactName:
    '联系人 联系人姓名 姓名 名字 联系人名称 对接人 contactperson contactname contact fullname name displayname',
  reading: customers.reading,
  contactRole: '角色 联系人角色 决策角色 role contactrole roleofthecontactperson buyingrole',
  contactTitle: `联系人职位 联系人职务 ${customers.title} contacttitle titleofthecontactperson`,
  primary: '主联系人 是否主联系人 首要联系人 主要联系人 默认联系人 primary isprimary primarycontact maincontact',
  leftOn: '离职日期 离职时间 离开日期 离职 lefton leftdate left',
  phone: `联系人手机 联系人电话 ${customers.phone} contactphone contactmobile phoneofthecontactperson`,
  email: `联系人邮箱 ${customers.email} contactemail emailofthecontactperson`,
  wechat: `联系人微信 ${customers.wechat} contactwechat wechatofthecontactperson`,
  qq: customers.qq,
  wecom: customers.wecom,
  douyin: customers.douyin,
  otherAccount: customers.otherAccount,
  province: customers.province,
  city: customers.city,
  district: customers.district,
  address: customers.address,
  formattedAddress: customers.formattedAddress,
  postcode: customers.postcode,
  country: customers.country,
  birthday: customers.birthday,
  birthdayCalendar: customers.birthdayCalendar,
  note: `联系人备注 ${customers.note}`,
};

const orders: Readonly<Record<OrderField, string>> = {
  no: '订单号 订单编号 单号 订单id 销售单号 单据编号 流水号 小票号 orderno orderid ordernumber order invoice invoiceno',
  customerCode: '客户编号 客户编码 客户代码 客户id 会员号 会员编号 customercode customerid customerno',
  customerName:
    '客户 客户名称 客户姓名 买家 买家姓名 购买人 购货单位 顾客 会员 收件人 收货人 姓名 购买者 customer customername buyer client name billingname',
  customerPhone:
    '手机 电话 手机号 手机号码 联系电话 联系方式 客户电话 客户手机 买家电话 收件人电话 phone mobile tel customerphone billingphone',
  date: '日期 下单时间 购买日期 成交日期 订单日期 销售日期 下单日期 付款时间 交易时间 成交时间 支付时间 开单日期 时间 date orderdate orderedat createdat purchasedate paidat',
  type: '类型 订单类型 单据类型 业务类型 交易类型 type ordertype',
  refNo: '原订单号 原单号 关联订单 退货原单 源单号 originalorder originalorderno reforder',
  sku: '产品编码 商品编码 货号 编码 sku 商品代码 物料编码 产品编号 商品编号 lineitemsku itemcode productcode',
  product:
    '产品名称 商品名称 产品 商品 品名 货品 货品名称 项目 服务项目 宝贝标题 product productname item itemname lineitemname description',
  unit: '单位 计量单位 unit uom',
  qty: '数量 件数 购买数量 销售数量 qty quantity lineitemquantity count',
  unitPrice: '单价 价格 售价 销售单价 unitprice price lineitemprice',
  amount:
    '金额 小计 成交金额 销售额 销售金额 总额 总价 总金额 合计金额 合计 订单金额 应收 应收金额 amount total subtotal linetotal revenue',
  netAmount: '实付 实付金额 实收 实收金额 折后金额 优惠后金额 netamount net nettotal paidamount',
  discount: '折扣 优惠 优惠金额 折扣金额 减免 抹零 discount discountamount',
  paid: '已付 已付金额 已收 已收金额 付款金额 paid amountpaid',
  orderChannel: '渠道 销售渠道 订单来源 平台 店铺 门店 channel store source saleschannel',
  note: '备注 订单备注 说明 买家留言 note notes remark memo comment',
};

const interactions: Readonly<Record<InteractionField, string>> = {
  customerCode: '客户编号 客户编码 客户代码 客户id 会员号 customercode customerid',
  customerName: '客户 客户名称 客户姓名 姓名 公司 联系对象 customer customername name client company',
  customerPhone: '联系电话 电话 手机 手机号 手机号码 客户电话 联系方式 phone mobile tel customerphone',
  at: '时间 日期 沟通时间 跟进时间 联系时间 联系日期 沟通日期 跟进日期 拜访时间 拜访日期 通话时间 记录时间 date time datetime at contactedat calldate',
  channel: '方式 沟通方式 跟进方式 联系方式 渠道 沟通渠道 类型 channel method type contactmethod via',
  direction: '方向 呼叫方向 呼入呼出 direction',
  purpose: '目的 沟通目的 联系目的 事由 purpose reason',
  text: '内容 沟通内容 跟进内容 跟进记录 沟通记录 联系内容 记录 通话内容 情况 摘要 备注 说明 summary text content notes note description comments subject',
  outcome: '结果 沟通结果 跟进结果 联系结果 状态 outcome result status',
  durationMin: '时长 通话时长 时长分钟 duration durationmin minutes',
  contactName: '联系人 对接人 接听人 contact contactperson contactname',
  nextFollowUp:
    '下次跟进 下次联系 下次跟进时间 下次联系时间 下次跟进日期 下次回访 计划跟进 nextfollowup nextcontact followupdate followup',
  nextTitle: '下一步 下步计划 待办 下次内容 下次跟进内容 nextstep nextaction todo',
};

const relations: Readonly<Record<RelationField, string>> = {
  customerCode: '客户编号 客户编码 客户代码 customercode customerid',
  customerName: '客户 客户名称 客户姓名 姓名 名称 customer customername name',
  customerPhone: '客户电话 客户手机 电话 手机 手机号 customerphone phone mobile',
  contactName: '联系人 本方联系人 contact contactperson contactname',
  role: '关系 关系类型 与客户关系 对方是 relation relationship role kind',
  otherCode: '对方编号 对方客户编号 关联客户编号 othercode othercustomercode relatedcode',
  otherName: '对方 对方名称 对方姓名 对方客户 关联客户 关联人 关系人 other othername relatedto relatedcustomer',
  otherPhone: '对方电话 对方手机 关联客户电话 otherphone relatedphone',
  otherContact: '对方联系人 othercontact othercontactperson',
  from: '起 开始 起始 起始日期 开始日期 自 from since start startdate',
  until: '止 结束 终止 结束日期 终止日期 至 until to end enddate',
  note: '备注 说明 note notes remark comment',
};

type Meanings = ReadonlyMap<string, { field: Field; rank: number }>;

function invert<F extends Field>(synonyms: Readonly<Partial<Record<F, string>>>): Meanings {
  const found = new Map<string, { field: Field; rank: number }>();
  for (const [field, words] of Object.entries(synonyms) as [F, string][]) {
    words.split(' ').forEach((word, rank) => {
      if (!found.has(word)) found.set(word, { field, rank });
    });
  }
  return found;
}

/** For each kind of import, what a header key means and how good a word it is for that field (0 is best). */
export const synonymsOf: Readonly<Record<ImportKind, Meanings>> = {
  customers: invert(customers),
  contacts: invert(contacts),
  orders: invert(orders),
  interactions: invert(interactions),
  relations: invert(relations),
};

/** Known columns that the records have no field for: kept as custom text unless the user says otherwise. */
export const customByDefault: ReadonlySet<string> = new Set(
  [
    '客户等级 等级 级别 会员等级 星级 客户级别 爱好 兴趣 兴趣爱好 同意用途 同意日期 同意方式 开票信息 开户行 银行账号',
    '欠款 欠款金额 应收款 应收账款 余额 账户余额 预存余额 储值余额 积分 会员积分',
    'customervalue tier level interests interest hobbies hobby occupation',
    'balance balancedue accountbalance outstanding outstandingbalance amountdue amountowed points loyaltypoints',
  ].flatMap((words) => words.split(' ')),
);

/** Columns of our own exports that are for people to read, whatever stands in them. */
export const toldOnly: ReadonlySet<string> = new Set('全部联系人 contactpeople'.split(' '));

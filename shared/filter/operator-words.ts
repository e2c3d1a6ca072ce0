import type { Language } from '../i18n/catalogue.ts';
import type { CustomField } from '../domain/custom-field/custom-field.ts';
import { foldText } from '../match/text.ts';
import { customKey, fixedKindOf, type FieldKind, type FilterField } from './fields.ts';

export interface OperatorWord {
  field: FilterField;
  /** The first one of a language is the one that is offered. Hyphens may be left out. */
  zh: readonly string[];
  en: readonly string[];
  /** `none`: nothing happened for so many days, as in `未联系>90天`. */
  counts?: 'none';
  /** Of a field of the archive's own; every archive knows of the others. */
  kind?: FieldKind;
}

const ownKinds: Readonly<Record<CustomField['type'], FieldKind>> = {
  text: 'text',
  reference: 'text',
  attachment: 'text',
  choice: 'choice',
  choices: 'set',
  date: 'day',
  number: 'number',
  formula: 'number',
  money: 'money',
  boolean: 'flag',
};

/** Fields of the archive's own go by their names. */
export function ownOperators(
  customFields: readonly Pick<CustomField, 'id' | 'label' | 'type' | 'archived'>[],
): OperatorWord[] {
  return customFields
    .filter(({ archived }) => archived !== true)
    .map(({ id, label, type }) => ({ field: customKey(id), zh: [label], en: [label], kind: ownKinds[type] }));
}

export function kindOf({ field, kind }: OperatorWord): FieldKind | null {
  return kind ?? fixedKindOf(field);
}

/** What may stand before a colon or a sign in a search, in plain words. */
export const operatorWords: readonly OperatorWord[] = [
  { field: 'region', zh: ['地区', '城市', '区域'], en: ['region', 'city'] },
  { field: 'tagIds', zh: ['标签'], en: ['tag', 'tags'] },
  { field: 'source', zh: ['来源', '来源渠道', '渠道'], en: ['source'] },
  { field: 'value', zh: ['价值', '客户价值'], en: ['value'] },
  { field: 'lifecycle', zh: ['阶段', '生命周期'], en: ['stage', 'lifecycle'] },
  { field: 'type', zh: ['类型', '客户类型'], en: ['type'] },
  { field: 'name', zh: ['姓名', '名称', '客户名称'], en: ['name'] },
  { field: 'organization', zh: ['公司', '单位'], en: ['company'] },
  { field: 'phone', zh: ['电话', '手机'], en: ['phone', 'tel'] },
  { field: 'address', zh: ['地址'], en: ['address'] },
  { field: 'email', zh: ['邮箱'], en: ['email', 'mail'] },
  { field: 'industry', zh: ['行业'], en: ['industry'] },
  { field: 'words', zh: ['备注', '记录'], en: ['note', 'notes'] },
  { field: 'lastContact', zh: ['未联系', '没联系'], en: ['not-contacted'], counts: 'none' },
  { field: 'lastContact', zh: ['联系', '最近联系'], en: ['contacted'] },
  { field: 'lastPurchase', zh: ['未购买', '没买'], en: ['not-bought'], counts: 'none' },
  { field: 'lastPurchase', zh: ['购买', '最近购买'], en: ['bought'] },
  { field: 'followUp', zh: ['跟进'], en: ['follow-up', 'due'] },
  { field: 'birthday', zh: ['生日'], en: ['birthday'] },
  { field: 'anniversary', zh: ['纪念日'], en: ['anniversary'] },
  { field: 'bought', zh: ['买过', '商品'], en: ['goods', 'item', 'product'] },
  { field: 'revenue', zh: ['消费', '金额', '近一年'], en: ['revenue', 'amount', 'spent'] },
  { field: 'purchases', zh: ['次数', '购买次数', '订单', '订单数', '单数'], en: ['purchases', 'orders'] },
  { field: 'referrer', zh: ['介绍人'], en: ['introduced-by', 'referrer'] },
  { field: 'relations', zh: ['关系'], en: ['relation', 'relations'] },
  { field: 'code', zh: ['编号', '客户编号'], en: ['code'] },
  { field: 'owner', zh: ['负责人'], en: ['owner'] },
  { field: 'title', zh: ['职位'], en: ['title', 'job'] },
  { field: 'size', zh: ['规模'], en: ['size'] },
  { field: 'sourceDetail', zh: ['来源说明'], en: ['source-detail'] },
  { field: 'im', zh: ['微信', 'qq'], en: ['wechat', 'chat'] },
  { field: 'gender', zh: ['性别'], en: ['gender'] },
  { field: 'behaviour', zh: ['行为', '行为活跃', '活跃'], en: ['behaviour', 'behavior'] },
  { field: 'frequency', zh: ['频次', '购买频次'], en: ['frequency'] },
  { field: 'risk', zh: ['风险', '流失风险'], en: ['risk'] },
  { field: 'leadStatus', zh: ['线索', '线索状态'], en: ['lead', 'lead-status'] },
  { field: 'preferredChannel', zh: ['偏好', '偏好渠道'], en: ['prefers', 'channel'] },
  { field: 'doNotContact', zh: ['勿扰'], en: ['do-not-contact'] },
  { field: 'phoneState', zh: ['电话状态', '号码状态'], en: ['phone-state'] },
  { field: 'imState', zh: ['微信状态'], en: ['chat-state'] },
  { field: 'emailState', zh: ['邮箱状态'], en: ['email-state', 'mail-state'] },
  { field: 'addressState', zh: ['地址状态'], en: ['address-state'] },
  { field: 'verifiedOn', zh: ['未核实', '没核实'], en: ['not-verified'], counts: 'none' },
  { field: 'verifiedOn', zh: ['核实'], en: ['verified'] },
  { field: 'checkDue', zh: ['待核实'], en: ['check-due'] },
  { field: 'campaign', zh: ['活动'], en: ['campaign'] },
  { field: 'lostReason', zh: ['流失原因'], en: ['lost-because', 'loss-reason'] },
  { field: 'lostOn', zh: ['流失'], en: ['lost'] },
  { field: 'knownSince', zh: ['认识'], en: ['known'] },
  { field: 'acquiredOn', zh: ['建档'], en: ['acquired'] },
  { field: 'lastInbound', zh: ['来访'], en: ['heard'] },
  { field: 'contacts', zh: ['联系次数'], en: ['contacts'] },
  { field: 'introduced', zh: ['介绍人数'], en: ['introduced'] },
  { field: 'brought', zh: ['介绍带来'], en: ['brought'] },
  { field: 'householdSize', zh: ['家庭人数'], en: ['household'] },
  { field: 'creditLimitFen', zh: ['信用额度', '额度'], en: ['credit'] },
  { field: 'paymentTermsDays', zh: ['账期'], en: ['terms'] },
  { field: 'gaps', zh: ['缺失', '资料缺失'], en: ['missing', 'gaps'] },
  { field: 'completeness', zh: ['完整率', '完整'], en: ['complete'] },
];

/** The word that is offered for a field. */
export function offeredWord({ zh, en }: OperatorWord, language: Language): string {
  return (language === 'en' ? en[0] : zh[0]) ?? '';
}

/** The operator that goes by this name. */
export function operatorOf(name: string, own: readonly OperatorWord[]): OperatorWord | undefined {
  const wanted = foldName(name);
  return [...operatorWords, ...own].find(({ zh, en }) => [...zh, ...en].some((word) => foldName(word) === wanted));
}

/** As names of operators are compared: hyphens and blanks may be left out. */
export function foldName(name: string): string {
  return foldText(name).replace(/[-\s]/gu, '');
}

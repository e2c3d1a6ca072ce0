import type { Language } from '../i18n/catalogue.ts';
import type { FilterField } from './fields.ts';

export interface OperatorWord {
  field: FilterField;
  /** The first one of a language is the one that is offered. Hyphens may be left out. */
  zh: readonly string[];
  en: readonly string[];
  /** `none`: nothing happened for so many days, as in `未联系>90天`. */
  counts?: 'none';
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
  { field: 'revenue', zh: ['消费', '金额', '近一年'], en: ['revenue', 'amount', 'spent'] },
  { field: 'purchases', zh: ['次数', '购买次数'], en: ['purchases'] },
  { field: 'referrer', zh: ['介绍人'], en: ['introduced-by', 'referrer'] },
  { field: 'relations', zh: ['关系'], en: ['relation', 'relations'] },
  { field: 'completeness', zh: ['完整率', '完整'], en: ['complete'] },
];

/** The word that is offered for a field. */
export function offeredWord({ zh, en }: OperatorWord, language: Language): string {
  return (language === 'en' ? en[0] : zh[0]) ?? '';
}

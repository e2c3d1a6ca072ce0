import { foldText } from './text.ts';

const legalForm = /(?:有限责任公司|股份有限公司|集团有限公司|有限公司|有限合伙|股份公司|总公司|集团公司|集团|公司)/g;
const organisation =
  /(?:公司|集团|商行|商店|商场|超市|饭店|酒店|宾馆|餐厅|门店|分店|专卖店|旗舰店|药店|书店|花店|厂|银行|学校|中学|小学|大学|学院|医院|诊所|协会|学会|商会|委员会|管理局|研究院|研究所|事务所|工作室|合作社|经营部|服务部|门市部|办事处|俱乐部|幼儿园|基金会|合伙企业|个体户|中心)$/;
/** No person is written with so many ideographs in a row, nor with four of which the last is a shop. */
const longHanName = /^\p{Script=Han}{6,}$|^\p{Script=Han}{3,}[店厂馆]$/u;
const latinForm =
  /\b(?:co\.?,? ?ltd|company|limited|ltd|inc|incorporated|corp|corporation|llc|llp|gmbh|s\.?a\.?|plc|pty|b\.?v\.?)\.?$/i;
const branchMark = /(?:第[一二三四五六七八九十\d]+)?(?:分公司|门店|分店|旗舰店|专卖店|办事处|分部|分行|支行)$/;

export interface CompanyName {
  /** The name without legal form, place brackets moved to the front: equal for the ways one company is written. */
  core: string;
  /** `上海分公司`, `西湖门店`; `''` for the company itself. */
  branch: string;
}

/** Whether a name is that of an organisation rather than of a person. */
export function looksLikeCompany(name: string): boolean {
  const text = foldText(name)
    .replace(/\([^()]*\)$/, '')
    .trim();
  return organisation.test(text) || latinForm.test(text) || /有限(?:责任)?公司/.test(text) || longHanName.test(text);
}

/**
 * The comparable core of a company name: folded, without legal form; a place in brackets stands in front
 * (`博亿文化传媒有限公司（西安）` = `西安博亿文化传媒`). A branch is no legal form: it is kept apart.
 */
export function companyOf(name: string): CompanyName {
  const folded = foldText(name);
  let places = '';
  const unbracketed = folded.replace(/\(([^()]*)\)/g, (_, inner: string) => {
    if (/^\p{Script=Han}{2,4}$/u.test(inner) && !legalFormOnly(inner) && !branchMark.test(inner)) {
      places += inner;
      return '';
    }
    return legalFormOnly(inner) ? '' : inner;
  });
  const joined = unbracketed.replace(/[^\p{L}\p{N}]/gu, '');
  const legal = [...joined.matchAll(legalForm)];
  const end = legal[0];
  const tail = end ? joined.slice(end.index + end[0].length) : '';
  const hasBranch = branchMark.test(joined);
  const branch = hasBranch && end && tail !== '' ? tail : '';
  const head = branch && end ? joined.slice(0, end.index) : joined;
  const core = head.replace(legalForm, '').replace(/(?:coltd|companylimited|limited|ltd|inc|corp|llc|gmbh)$/, '');
  return { core: places + core, branch };
}

function legalFormOnly(text: string): boolean {
  return text.replace(legalForm, '') === '' || text === '个体工商户' || text === '个体';
}

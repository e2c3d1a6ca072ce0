import { normalizeText } from '../match/text.ts';

/** What the header of a column says of the values below it. */
export interface ColumnName {
  /** What it says beyond 电话 or Phone, where that tells one number from another: 公司, 传真, home; else `''`. */
  label: string;
  isFax: boolean;
  /** Columns of one address belong together by the number or the place in their headers: `Address 2 - City`, `Home City`. */
  addressGroup: string;
}

const general =
  /手机|号码|号|电话|联系|移动|方式|联系人|客户|收件人|\([^()]*\)|\b(?:tel|telephone|phone|mobile|cell|number|value|contact|primary|main|e-?mail|address)\b|[\d\s*:-]+/gi;
const telling = /^(?:公司|办公|单位|家庭|住宅|座机|固话|固定|传真|备用|其他|business|home|work|other|office)/i;
const place = /^\s*(business|home|other|work|公司|单位|家庭|收货|收件|办公|送货)/i;

/** The lines of one address, `Address Line 2`, are no second address. */
const addressLine = /\bline\s*\d+/i;

export function readColumnName(header: string): ColumnName {
  const rest = normalizeText(header).replace(general, '');
  return {
    label: telling.test(rest) ? rest.slice(0, 40) : '',
    isFax: /传真|fax/i.test(header),
    addressGroup: /\d+/.exec(header.replace(addressLine, ''))?.[0] ?? place.exec(header)?.[1]?.toLowerCase() ?? '',
  };
}

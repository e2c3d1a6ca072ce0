import { toSimplified } from '../text.ts';
import { regionLines } from './region-lines.ts';

/** One administrative division. Codes are as long as their level: province 2, prefecture 4, county 6 digits. */
export interface Region {
  code: string;
  name: string;
  /** How addresses write it, in simplified characters, longest first: with its rank, 恩施州, and without (杭州). */
  spellings: readonly string[];
  parent: Region | undefined;
  children: Region[];
  /** A rank that only groups (市辖区, 省直辖县) and is not written in addresses. */
  isGrouping: boolean;
}

const nation =
  '蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|' +
  '布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|鄂温克|保安|鄂伦春|独龙|裕固|各';
const rank = new RegExp(
  `(?:(?:(?:${nation})族)*(?:自治区|自治州|自治县|自治旗)|维吾尔自治区|(?:${nation})自治[州县]|特别行政区|特区|地区|林区|新区|矿区|省|市|盟|县|区|旗)$`,
);

const customary: Readonly<Record<string, string>> = {
  内蒙古自治区: '内蒙',
  香港特别行政区: '香港',
  澳门特别行政区: '澳门',
};

function spellingsOf(name: string): string[] {
  const short = name.replace(rank, '');
  const spellings = [name];
  if (short.length >= 2 && short !== name) {
    if (name.endsWith('自治州')) spellings.push(`${short}州`);
    spellings.push(short);
  }
  const custom = customary[name];
  if (custom) spellings.push(custom);
  return spellings.map(toSimplified);
}

export interface RegionIndex {
  provinces: readonly Region[];
  byCode: ReadonlyMap<string, Region>;
  /** Prefectures by any spelling and counties by full name, for texts that leave out what is above them. */
  citiesByName: ReadonlyMap<string, readonly Region[]>;
  districtsByName: ReadonlyMap<string, readonly Region[]>;
}

let index: RegionIndex | undefined;

/** All divisions. Built at the first call, some 4,000 small objects; meant for workers. */
export function regionIndex(): RegionIndex {
  index ??= buildIndex();
  return index;
}

function buildIndex(): RegionIndex {
  const provinces: Region[] = [];
  const byCode = new Map<string, Region>();
  const citiesByName = new Map<string, Region[]>();
  const districtsByName = new Map<string, Region[]>();
  const add = (code: string, name: string, parent: Region | undefined): Region => {
    const isGrouping = /^(?:县|省直辖县|自治区直辖县级行政区划)$/.test(name);
    const region: Region = { code, name, spellings: spellingsOf(name), parent, children: [], isGrouping };
    byCode.set(code, region);
    (parent ? parent.children : provinces).push(region);
    return region;
  };
  for (const line of regionLines) {
    const [own = '', below = ''] = line.split(':');
    const digits = /^\d+/.exec(own)?.[0] ?? '';
    const region = add(
      digits,
      own.slice(digits.length),
      digits.length === 4 ? byCode.get(digits.slice(0, 2)) : undefined,
    );
    if (digits.length === 4 && !region.isGrouping) addNames(citiesByName, region, region.spellings);
    for (const entry of below === '' ? [] : below.split(',')) {
      const district = add(digits + entry.slice(0, 2), entry.slice(2), region);
      addNames(districtsByName, district, district.spellings.slice(0, 1));
    }
  }
  return { provinces, byCode, citiesByName, districtsByName };
}

function addNames(names: Map<string, Region[]>, region: Region, spellings: readonly string[]): void {
  for (const name of spellings) {
    const same = names.get(name);
    if (same) same.push(region);
    else names.set(name, [region]);
  }
}

/** Names from province down to the division of a code; `undefined` for an unknown code. */
export function regionPath(code: string): { province: string; city?: string; district?: string } | undefined {
  const region = regionIndex().byCode.get(code);
  if (!region) return undefined;
  const chain: Region[] = [];
  for (let at: Region | undefined = region; at; at = at.parent) chain.unshift(at);
  const [province, city, district] = chain;
  return {
    province: province?.name ?? '',
    ...(city && !city.isGrouping && { city: city.name }),
    ...(district && { district: district.name }),
  };
}

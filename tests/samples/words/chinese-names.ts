import type { Random } from '../random.ts';

export type Gender = 'male' | 'female';

export interface ChineseName {
  family: string;
  given: string;
  gender: Gender;
}

/** The commonest surnames, each as often as it stands here (roughly their shares, with Zhejiang's own more frequent). */
const commonSurnames =
  '王王王王王李李李李李张张张张张陈陈陈陈陈刘刘刘杨杨杨黄黄赵赵吴吴吴周周周徐徐徐孙孙马马朱朱朱胡胡郭何林林高罗郑郑梁谢宋唐许' +
  '韩冯邓曹彭肖田董潘袁蔡蒋余余于杜叶叶程魏苏吕丁卢姚沈沈沈钟姜崔谭陆范汪廖石金金金韦贾夏方方邹熊白孟秦邱侯江尹薛闫段雷钱钱黎史陶贺毛' +
  '顾龚邵万严赖洪武莫孔俞俞楼骆章章裘屠诸施柴来戚童凌姜傅应竺茅费倪';

/** Surnames that are read otherwise than the character usually is, and compound ones (domain.md §1.9). */
export const trickySurnames = [
  '单',
  '曾',
  '仇',
  '解',
  '区',
  '查',
  '盖',
  '任',
  '朴',
  '翟',
  '缪',
  '覃',
  '乐',
  '华',
  '尉迟',
  '万俟',
  '欧阳',
  '长孙',
  '诸葛',
  '上官',
  '司徒',
  '夏侯',
] as const;

const given: Record<Gender, Record<'elder' | 'middle' | 'young', { single: string; first: string; second: string }>> = {
  male: {
    elder: { single: '根法荣富兴祥', first: '阿水金土关国建福正永志长宝炳', second: '根法林荣富祥生康坤泉松木元庆' },
    middle: {
      single: '军勇强伟斌峰波辉杰刚磊',
      first: '建国志文卫晓海永立小俊宏光少',
      second: '军明华伟平东峰良忠江民斌锋强',
    },
    young: { single: '浩涛鑫凯晨博哲超翔毅', first: '子浩宇俊嘉一思梓天家泽承', second: '轩杰豪涵宇阳辰翔然晟航铭' },
  },
  female: {
    elder: { single: '英珍芬娥琴', first: '秀桂玉凤彩美阿水菊月', second: '英珍兰娟芬娥琴仙花妹' },
    middle: { single: '芳丽燕萍娟霞敏', first: '晓丽海雪春建小美红慧', second: '红芳萍燕君丽琴英霞敏娟' },
    young: { single: '婷怡欣雪倩静悦蕾', first: '思雨佳梦欣诗子语可若', second: '怡婷琪涵萱彤妍颖佳雯' },
  },
};

export type Generation = 'elder' | 'middle' | 'young';

export function generationOf(birthYear: number): Generation {
  if (birthYear < 1966) return 'elder';
  return birthYear < 1988 ? 'middle' : 'young';
}

/** A name composed of a surname and given-name characters of a generation; nobody in particular. */
export function inventName(random: Random, generation: Generation, surname?: string): ChineseName {
  const gender = random.chance(56) ? 'male' : 'female';
  const family = surname ?? random.character(commonSurnames);
  const characters = given[gender][generation];
  if (random.chance(generation === 'elder' ? 8 : 22))
    return { family, given: random.character(characters.single), gender };
  const first = random.character(characters.first);
  let second = random.character(characters.second);
  while (second === first) second = random.character(characters.second);
  return { family, given: first + second, gender };
}

export function fullName(name: ChineseName): string {
  return name.family + name.given;
}

/** Characters that sound alike, as a second clerk writes them down by ear. */
const homophones: Record<string, string> = {
  伟: '玮',
  玮: '伟',
  章: '张',
  张: '章',
  军: '君',
  君: '军',
  峰: '锋',
  锋: '峰',
  娟: '涓',
  敏: '闽',
  萍: '平',
  平: '萍',
  燕: '艳',
  芳: '方',
  芬: '纷',
  江: '姜',
  姜: '江',
  强: '蔷',
  杰: '洁',
  辉: '晖',
  波: '博',
  明: '铭',
  铭: '明',
  华: '骅',
  婷: '庭',
  怡: '宜',
  霞: '遐',
  琴: '芹',
  珍: '真',
  英: '瑛',
  浩: '皓',
  林: '霖',
  荣: '蓉',
  根: '艮',
  余: '于',
  于: '余',
  俞: '余',
  许: '徐',
  程: '陈',
  良: '梁',
  生: '升',
  祥: '翔',
  翔: '祥',
  佳: '嘉',
  嘉: '佳',
  涵: '含',
  宇: '雨',
  雨: '宇',
  阳: '洋',
  丽: '莉',
  红: '虹',
};

/** The same name written with another character of the same sound; `undefined` when none is known. */
export function misheard(name: string): string | undefined {
  const characters = Array.from(name);
  for (let i = characters.length - 1; i >= 0; i--) {
    const other = homophones[characters[i] ?? ''];
    if (other !== undefined) return characters.with(i, other).join('');
  }
  return undefined;
}

const traditional: Record<string, string> = {
  张: '張',
  陈: '陳',
  刘: '劉',
  杨: '楊',
  黄: '黃',
  赵: '趙',
  吴: '吳',
  孙: '孫',
  马: '馬',
  郑: '鄭',
  谢: '謝',
  许: '許',
  韩: '韓',
  冯: '馮',
  邓: '鄧',
  萧: '蕭',
  叶: '葉',
  苏: '蘇',
  吕: '呂',
  卢: '盧',
  钟: '鐘',
  谭: '譚',
  陆: '陸',
  范: '範',
  贾: '賈',
  邹: '鄒',
  闫: '閆',
  钱: '錢',
  顾: '顧',
  龚: '龔',
  万: '萬',
  严: '嚴',
  赖: '賴',
  欧: '歐',
  诸: '諸',
  单: '單',
  国: '國',
  建: '建',
  华: '華',
  军: '軍',
  伟: '偉',
  强: '強',
  辉: '輝',
  刚: '剛',
  兰: '蘭',
  凤: '鳳',
  丽: '麗',
  红: '紅',
  芬: '芬',
  荣: '榮',
  宝: '寶',
  长: '長',
  东: '東',
  卫: '衛',
  晓: '曉',
  宁: '寧',
  鑫: '鑫',
  凯: '凱',
  杰: '傑',
  涛: '濤',
  锋: '鋒',
};

/** The name in traditional characters; `undefined` when no character differs. */
export function inTraditional(name: string): string | undefined {
  const written = Array.from(name)
    .map((character) => traditional[character] ?? character)
    .join('');
  return written === name ? undefined : written;
}

import type { Random } from '../random.ts';
import type { Place } from './places.ts';

const cores = [
  '禾瑞',
  '塘诚',
  '锦岳',
  '云栈',
  '拓澜',
  '恒祺',
  '铭筑',
  '筑安',
  '佳境',
  '朴居',
  '万隅',
  '顺禾',
  '青垣',
  '河图里',
  '大木作',
  '泓屿',
  '绿岸',
  '安砌',
  '工巧',
  '筑梦匠',
  '荷塘月',
  '竹里',
  '三石',
  '丰塘',
  '德沐',
  '新垦',
  '瓦舍',
  '南埠',
  '稻香源',
  '众砼',
  '巨榫',
  '简砖',
  '立本',
  '同舟桥',
  '启砺',
  '溪岸',
];

interface Trade {
  /** What follows the core of the name. */
  ending: string;
  title: string[];
  industry: string;
}

const trades: readonly Trade[] = [
  { ending: '装饰工程有限公司', title: ['项目经理', '采购', '老板'], industry: '装修' },
  { ending: '建筑装饰有限公司', title: ['工长', '采购主管', '总经理'], industry: '装修' },
  { ending: '物业服务有限公司', title: ['工程主管', '仓管', '项目经理'], industry: '物业' },
  { ending: '水电安装工程队', title: ['队长', '老板'], industry: '装修' },
  { ending: '机械制造有限公司', title: ['设备科', '采购'], industry: '工厂' },
  { ending: '纺织有限公司', title: ['机修主管', '后勤'], industry: '工厂' },
  { ending: '快捷酒店', title: ['店长', '工程部'], industry: '酒店' },
  { ending: '民宿', title: ['老板娘', '管家'], industry: '民宿' },
  { ending: '餐饮管理有限公司', title: ['店长', '后勤'], industry: '餐饮' },
  { ending: '幼儿园', title: ['总务', '园长'], industry: '学校' },
  { ending: '园林景观有限公司', title: ['项目部', '采购'], industry: '工程' },
  { ending: '农庄', title: ['老板'], industry: '餐饮' },
];

export interface Company {
  name: string;
  industry: string;
  titles: readonly string[];
}

/** A company name put together from invented parts, with the town in front or in brackets, as registries do. */
export function inventCompany(random: Random, place: Place, used: ReadonlySet<string>): Company {
  for (;;) {
    const trade = random.pick(trades);
    const core = random.pick(cores);
    const town = place.city.replace(/市$/, '');
    const registered = trade.ending.endsWith('有限公司');
    const name = registered
      ? random.weighted({ [town + core + trade.ending]: 80, [`${core}（${town}）${trade.ending}`]: 20 })
      : core + trade.ending;
    if (!used.has(name)) return { name, industry: trade.industry, titles: trade.title };
  }
}

/** What the shop's people call a company among themselves: without town and legal form. */
export function shortCompanyName(name: string, place: Place): string {
  return name
    .replace(place.city.replace(/市$/, ''), '')
    .replace(/[（）]/g, '')
    .replace(/工程有限公司|服务有限公司|管理有限公司|制造有限公司|有限公司/, '');
}

export function inventDealer(random: Random, place: Place): Company {
  const town = place.district.replace(/[区市县]$/, '');
  return {
    name: `${town}${random.pick(cores)}${random.pick(['五金店', '建材批发部', '水暖器材商行'])}`,
    industry: '同行',
    titles: ['老板'],
  };
}

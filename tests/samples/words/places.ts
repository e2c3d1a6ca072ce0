import type { Random } from '../random.ts';

export interface Place {
  province: string;
  city: string;
  district: string;
  /** GB/T 2260 code of the district. */
  code: string;
  areaCode: string;
}

function places(province: string, city: string, areaCode: string, districts: Record<string, string>): Place[] {
  return Object.entries(districts).map(([code, district]) => ({ province, city, district, code, areaCode }));
}

export const nearPlaces = places('浙江省', '杭州市', '0571', {
  330110: '余杭区',
  330113: '临平区',
  330105: '拱墅区',
  330106: '西湖区',
  330111: '富阳区',
  330112: '临安区',
  330109: '萧山区',
  330114: '钱塘区',
  330102: '上城区',
});

/** The two districts between which the shop lies. */
export const homePlaces = nearPlaces.filter(({ district }) => district === '余杭区' || district === '临平区');

export const zhejiangPlaces = [
  ...places('浙江省', '湖州市', '0572', { 330521: '德清县', 330502: '吴兴区', 330523: '安吉县' }),
  ...places('浙江省', '嘉兴市', '0573', { 330483: '桐乡市', 330481: '海宁市', 330402: '南湖区' }),
  ...places('浙江省', '宁波市', '0574', { 330203: '海曙区', 330212: '鄞州区', 330281: '余姚市', 330282: '慈溪市' }),
  ...places('浙江省', '绍兴市', '0575', { 330602: '越城区', 330603: '柯桥区', 330681: '诸暨市' }),
  ...places('浙江省', '温州市', '0577', { 330302: '鹿城区', 330381: '瑞安市', 330382: '乐清市' }),
  ...places('浙江省', '金华市', '0579', { 330702: '婺城区', 330782: '义乌市', 330783: '东阳市', 330784: '永康市' }),
  ...places('浙江省', '台州市', '0576', { 331002: '椒江区', 331081: '温岭市' }),
  ...places('浙江省', '衢州市', '0570', { 330802: '柯城区', 330824: '开化县' }),
  ...places('浙江省', '丽水市', '0578', { 331102: '莲都区', 331121: '青田县' }),
  ...places('浙江省', '舟山市', '0580', { 330902: '定海区' }),
];

export const farPlaces = [
  ...places('上海市', '上海市', '021', { 310117: '松江区', 310112: '闵行区', 310115: '浦东新区' }),
  ...places('江苏省', '苏州市', '0512', { 320509: '吴江区', 320583: '昆山市' }),
  ...places('江苏省', '南京市', '025', { 320115: '江宁区' }),
  ...places('安徽省', '宣城市', '0563', { 341802: '宣州区', 341882: '广德市' }),
  ...places('安徽省', '合肥市', '0551', { 340104: '蜀山区' }),
  ...places('江西省', '上饶市', '0793', { 361102: '信州区', 361121: '玉山县' }),
  ...places('福建省', '泉州市', '0595', { 350582: '晋江市' }),
  ...places('广东省', '佛山市', '0757', { 440606: '顺德区' }),
  ...places('四川省', '达州市', '0818', { 511702: '通川区' }),
  ...places('河南省', '周口市', '0394', { 411602: '川汇区' }),
  ...places('贵州省', '毕节市', '0857', { 520502: '七星关区' }),
  ...places('北京市', '北京市', '010', { 110105: '朝阳区' }),
  ...places('重庆市', '重庆市', '023', { 500112: '渝北区' }),
];

const streets = [
  '青禾路',
  '塘桥街',
  '临河路',
  '新丰路',
  '育才路',
  '振兴路',
  '文昌街',
  '东港路',
  '河滨路',
  '朝阳路',
  '桂花路',
  '望湖街',
  '荷花塘路',
  '兴隆街',
  '迎宾大道',
  '科创大道',
  '老街',
  '石桥路',
  '环城西路',
  '凤栖路',
  '运溪路',
  '五里牌路',
  '南大街',
  '丝厂弄',
  '米市巷',
  '星光路',
  '向阳路',
];

const communities = [
  '金桂花苑',
  '翠堤湾',
  '东港嘉园',
  '荷塘人家',
  '青禾新村',
  '梧桐雅苑',
  '云溪里',
  '滨河名邸',
  '望塘公寓',
  '星河佳苑',
  '桃源小区',
  '锦绣江南苑',
  '香樟里',
  '竹径云庭',
  '禾苑二区',
  '朗月府',
  '风荷苑',
  '溪畔花园',
  '临塘新苑',
  '春晓苑',
];

const villages = [
  '塘下村',
  '石前村',
  '禾丰村',
  '上溪村',
  '东塘村',
  '五里牌村',
  '荷花村',
  '桥头村',
  '牛头坝村',
  '杨树湾村',
];

/** Street, house and flat, without the region. The streets are common names put together at random. */
export function inventStreet(random: Random): string {
  if (random.chance(14)) return `${random.pick(villages)}${random.int(1, 18)}组${random.int(1, 90)}号`;
  const flat = `${random.int(1, 26)}幢${random.chance(60) ? `${random.int(1, 4)}单元` : ''}${random.int(1, 18)}0${random.int(1, 4)}室`;
  if (random.chance(55)) return `${random.pick(communities)}${flat}`;
  return `${random.pick(streets)}${random.int(1, 680)}号${random.chance(50) ? random.pick(communities) + flat : ''}`;
}

/** Address of a workplace: a street number, sometimes a building. */
export function inventWorkplace(random: Random): string {
  const building = random.weighted({ '': 50, 号楼: 30, 园区: 20 });
  const tail =
    building === ''
      ? ''
      : building === '号楼'
        ? `${random.int(1, 9)}号楼${random.int(2, 16)}楼`
        : `禾创产业园${random.int(1, 12)}幢`;
  return `${random.pick(streets)}${random.int(1, 900)}号${tail}`;
}

/** The region as people write it: in full, without the province, without “市”, or not at all. */
export function writeRegion(random: Random, place: Place): string {
  const direct = place.province === place.city;
  switch (random.weighted({ full: 42, noProvince: 22, short: 18, district: 10, none: 8 })) {
    case 'full':
      return direct ? place.city + place.district : place.province + place.city + place.district;
    case 'noProvince':
      return place.city + place.district;
    case 'short':
      return place.city.replace(/市$/, '') + place.district.replace(/(.{2,})[区市县]$/, '$1');
    case 'district':
      return place.district;
    case 'none':
      return '';
  }
}

export interface Good {
  sku: string;
  name: string;
  category: string;
  unit: string;
  priceFen: number;
  /** Months of the year in which it is mostly bought; absent: all year. */
  season?: 'summer' | 'winter' | 'newYear';
  /** Bought by people who build for a living, by households, or by both. */
  buyer: 'trade' | 'home' | 'both';
  /** Usual days until it is used up, for goods that are. */
  cycleDays?: number;
}

type Line = [name: string, unit: string, yuan: number, buyer: Good['buyer'], extra?: Good['season'] | number];

const catalogue: Record<string, [prefix: string, lines: Line[]]> = {
  水暖管件: [
    'SN',
    [
      ['PPR热水管 20×2.8 四米', '根', 18.5, 'trade'],
      ['PPR弯头 20', '只', 1.8, 'trade'],
      ['PPR三通 20', '只', 2.5, 'trade'],
      ['铜球阀 4分', '只', 22, 'both'],
      ['不锈钢波纹管 60cm', '根', 12, 'both'],
      ['角阀 全铜', '只', 26, 'both'],
      ['生料带', '卷', 1.5, 'both', 60],
      ['地漏 防臭', '只', 38, 'both'],
      ['下水管 防臭套装', '套', 29.8, 'home'],
      ['PVC排水管 110', '根', 46, 'trade'],
      ['水表 4分', '只', 65, 'both'],
    ],
  ],
  电工电料: [
    'DG',
    [
      ['铜芯电线 BV2.5 百米', '卷', 198, 'trade', 30],
      ['铜芯电线 BV4 百米', '卷', 312, 'trade', 45],
      ['五孔插座', '只', 9.8, 'both'],
      ['双开双控开关', '只', 16.5, 'both'],
      ['空气开关 2P 32A', '只', 36, 'trade'],
      ['漏电保护器', '只', 58, 'both'],
      ['PVC线管 20', '根', 4.2, 'trade', 21],
      ['86底盒', '只', 1.2, 'trade', 21],
      ['插线板 六位三米', '个', 45, 'home'],
      ['绝缘胶布', '卷', 3, 'both', 45],
      ['配电箱 12回路', '只', 88, 'trade'],
    ],
  ],
  五金工具: [
    'GJ',
    [
      ['充电手电钻 12V', '台', 268, 'both'],
      ['冲击钻头 6mm', '支', 6.5, 'trade', 30],
      ['膨胀螺丝 M8', '盒', 24, 'trade', 30],
      ['自攻螺丝 4×40', '盒', 18, 'trade', 25],
      ['活动扳手 10寸', '把', 39, 'both'],
      ['卷尺 五米', '把', 15, 'both'],
      ['美工刀', '把', 8.5, 'both'],
      ['水平尺 60cm', '把', 32, 'trade'],
      ['人字梯 五步', '架', 168, 'both'],
      ['热熔器', '台', 135, 'trade'],
      ['切割片 105', '片', 4.5, 'trade', 20],
      ['螺丝刀套装', '套', 49, 'home'],
    ],
  ],
  锁具门控: [
    'SJ',
    [
      ['智能指纹锁', '套', 899, 'home'],
      ['防盗门锁芯 C级', '只', 128, 'both'],
      ['室内门锁 静音', '把', 86, 'both'],
      ['合页 不锈钢4寸', '副', 14, 'trade'],
      ['抽屉滑轨 45cm', '副', 22, 'trade'],
      ['挂锁 50mm', '把', 19, 'both'],
      ['闭门器', '只', 75, 'both'],
      ['门吸', '只', 12, 'both'],
    ],
  ],
  灯具照明: [
    'DJ',
    [
      ['LED球泡 12W', '只', 9.9, 'both', 120],
      ['LED吸顶灯 24W', '盏', 89, 'both'],
      ['筒灯 7W', '只', 12.8, 'trade'],
      ['灯带 五米装', '卷', 59, 'trade'],
      ['应急灯', '只', 48, 'both'],
      ['台灯 护眼', '盏', 129, 'home'],
      ['厨卫平板灯 300×300', '盏', 42, 'both'],
    ],
  ],
  厨卫洁具: [
    'CW',
    [
      ['面盆龙头 冷热', '只', 168, 'home'],
      ['厨房抽拉龙头', '只', 239, 'home'],
      ['淋浴花洒套装', '套', 329, 'home'],
      ['马桶盖板 缓降', '个', 98, 'home'],
      ['不锈钢水槽 双槽', '套', 460, 'home'],
      ['毛巾架 太空铝', '个', 68, 'home'],
      ['净水滤芯 PP棉', '支', 35, 'home', 90],
      ['净水器 厨下式', '台', 1380, 'home'],
      ['马桶水箱配件', '套', 42, 'both'],
    ],
  ],
  涂料胶粘: [
    'TL',
    [
      ['内墙乳胶漆 18L', '桶', 328, 'trade', 30],
      ['腻子粉 20kg', '袋', 26, 'trade', 14],
      ['玻璃胶 中性透明', '支', 15, 'both', 21],
      ['美缝剂 双管', '支', 38, 'both'],
      ['免钉胶', '支', 18, 'both'],
      ['滚筒刷 9寸', '把', 12, 'trade', 21],
      ['防水涂料 5kg', '桶', 96, 'both'],
      ['瓷砖胶 20kg', '袋', 32, 'trade', 14],
      ['发泡胶', '瓶', 16, 'trade', 21],
      ['砂纸 240目', '张', 1, 'trade', 14],
    ],
  ],
  收纳家居: [
    'JJ',
    [
      ['手摇晾衣架', '套', 298, 'home'],
      ['电动晾衣机', '台', 960, 'home'],
      ['塑料收纳箱 60L', '个', 45, 'home'],
      ['衣架 十只装', '组', 19.9, 'home'],
      ['置物架 四层', '个', 119, 'home'],
      ['窗帘杆 2.4米', '根', 78, 'home'],
      ['防滑垫', '块', 25, 'home'],
      ['折叠桌', '张', 139, 'both'],
      ['垃圾桶 脚踏', '个', 39, 'home'],
    ],
  ],
  清洁日用: [
    'QJ',
    [
      ['管道疏通剂', '瓶', 12.8, 'both', 90],
      ['拖把 免手洗', '把', 59, 'home', 180],
      ['垃圾袋 百只装', '包', 9.9, 'both', 45],
      ['洁厕剂', '瓶', 8.5, 'both', 45],
      ['钢丝球 十只装', '包', 6, 'both', 60],
      ['抹布 五条装', '包', 12, 'both', 60],
      ['扫把套装', '套', 28, 'both', 240],
    ],
  ],
  劳保用品: [
    'LB',
    [
      ['线手套 十二双装', '打', 18, 'trade', 30],
      ['防尘口罩 N95', '盒', 45, 'trade', 30],
      ['安全帽', '顶', 22, 'trade'],
      ['雨衣 加厚', '件', 48, 'both'],
      ['反光背心', '件', 12, 'trade'],
      ['高帮雨靴', '双', 55, 'both'],
    ],
  ],
  季节用品: [
    'JP',
    [
      ['落地电风扇', '台', 159, 'home', 'summer'],
      ['凉席 1.8米', '床', 128, 'home', 'summer'],
      ['蚊帐 1.8米', '顶', 89, 'home', 'summer'],
      ['电蚊拍', '只', 29.9, 'home', 'summer'],
      ['空调清洗剂', '瓶', 18, 'both', 'summer'],
      ['取暖器 油汀', '台', 329, 'home', 'winter'],
      ['电热毯 双人', '床', 118, 'home', 'winter'],
      ['水管保温棉', '米', 4.5, 'both', 'winter'],
      ['浴霸 风暖', '台', 468, 'home', 'winter'],
      ['门窗密封条', '米', 3.5, 'home', 'winter'],
      ['春联福字套装', '套', 15, 'home', 'newYear'],
      ['大红灯笼', '对', 58, 'both', 'newYear'],
      ['彩灯串 十米', '串', 25, 'home', 'newYear'],
    ],
  ],
};

export const goods: readonly Good[] = Object.entries(catalogue).flatMap(([category, [prefix, lines]]) =>
  lines.map(
    ([name, unit, yuan, buyer, extra], index): Good => ({
      sku: `${prefix}${String(index + 1).padStart(3, '0')}`,
      name,
      category,
      unit,
      priceFen: Math.round(yuan * 100),
      buyer,
      ...(typeof extra === 'string' ? { season: extra } : {}),
      ...(typeof extra === 'number' ? { cycleDays: extra } : {}),
    }),
  ),
);

const seasonMonths = { summer: [5, 6, 7, 8], winter: [10, 11, 12, 1], newYear: [1, 2, 12] } as const;

/** Whether people buy it in this month (1–12). */
export function isInSeason(good: Good, month: number): boolean {
  return good.season === undefined || (seasonMonths[good.season] as readonly number[]).includes(month);
}

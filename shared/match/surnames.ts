/** Surnames of two characters that are still borne (百家姓 and the 2020 census report). */
const compound = new Set(
  (
    '欧阳 司马 上官 诸葛 令狐 东方 尉迟 皇甫 夏侯 司徒 慕容 宇文 长孙 公孙 端木 南宫 独孤 轩辕 万俟 单于 澹台 亓官 ' +
    '闻人 公冶 宗政 濮阳 淳于 太叔 申屠 仲孙 钟离 鲜于 闾丘 司空 司寇 司城 子车 颛孙 巫马 公西 漆雕 乐正 壤驷 公良 ' +
    '拓跋 夹谷 宰父 谷梁 段干 百里 东郭 南门 呼延 羊舌 微生 梁丘 左丘 东门 西门 第五 赫连 纳兰 叶赫 贺兰 完颜 耶律 ' +
    '哥舒 阿史那 爱新觉罗 叶赫那拉 欧侯 公羊 公仪 公户 公玉 公孟 即墨 达奚 褚师 有琴 相里 归海 岳帅 缑亢 况后 郈亢'
  ).split(' '),
);

/**
 * Readings of characters as surnames where the dictionary's surname mode has another or none.
 * Several readings: all are borne by families; the first one sorts. Syllables of compound surnames stand apart.
 */
export const surnameReadings: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    种: ['chong', 'zhong'],
    黑: ['he', 'hei'],
    秘: ['bi', 'mi'],
    郇: ['xun', 'huan'],
    祭: ['zhai', 'ji'],
    洗: ['xian', 'xi'],
    牟: ['mou', 'mu'],
    宁: ['ning'],
    费: ['fei', 'bi'],
    谌: ['chen', 'shen'],
    隗: ['kui', 'wei'],
    宓: ['mi', 'fu'],
    佴: ['nai', 'er'],
    晟: ['cheng', 'sheng'],
    适: ['kuo', 'shi'],
    扎: ['za', 'zha'],
    藏: ['zang', 'cang'],
    重: ['chong', 'zhong'],
    单于: ['chan yu'],
  }),
);

/** The two-character surname (or longer) a Chinese name begins with, `''` when there is none. */
export function compoundSurnameOf(name: string): string {
  for (const length of [4, 3, 2]) {
    const head = name.slice(0, length);
    if (name.length > length && compound.has(head)) return head;
  }
  return '';
}

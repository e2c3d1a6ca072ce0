/**
 * Readings that a dictionary gives for characters of names, and by which nobody is called: old, rare, or of one word only.
 * Whoever seeks `jiang` means no 强.
 */
export const readingsOfNoName: ReadonlyMap<string, readonly string[]> = new Map(
  (
    '强jiang 红gong 泽shi 思sai 若re 信shen 和hu,huo 鹄gu 景ying 家jie 乐lao,yao 行heng 会kuai 石dan 见xian 南na 内na 女ru 亲qing 弟ti,tui ' +
    '伯bai 孙xun 朱shu 许hu 冯ping 彭bang 丁zheng 沈chen 陆liu 陶yao 莫mu 汤shang 齐ji,zi,zhai 艾yi 六lu 厂an,han 食si,yi 合ge 广an 育yo ' +
    '大dai 地de 殷yan 俞shu 羊xiang 隋duo 揭qi 摩ma 那nei 宿xiu 阿e 朴po 卜bo 盖he 谷yu 褚zhu 瞿ju 车ju 缪liao'
  )
    .split(' ')
    .map((entry) => [entry.charAt(0), entry.slice(1).split(',')]),
);

import { expect, it } from 'vitest';
import { Machine } from '../../helpers/archive.ts';
import { putCustomer } from '../../helpers/builders.ts';

async function anEngineWith(...names: string[]) {
  const { engine } = await new Machine().openEngine();
  await engine.commit(
    'import/customers',
    names.map((name, at) => putCustomer({ id: `c${String(at)}`, name })),
  );
  return async (text: string) => (await engine.search(text, 50)).map(({ name }) => name);
}

it('finds ü as keyboards write it', async () => {
  const find = await anEngineWith('吕布', '吕志华', '鲁肃', '张绿水', 'Alvin Slater');
  for (const text of ['lvbu', 'lubu', 'lü布', 'lv布']) expect(await find(text), text).toEqual(['吕布']);
  for (const text of ['lvzhihua', 'lvzhh', 'lvzhi']) expect(await find(text), text).toEqual(['吕志华']);
  expect(await find('zhanglvshui')).toEqual(['张绿水']);
  expect((await find('lv')).toSorted()).toEqual(['Alvin Slater', '吕布', '吕志华', '张绿水'].toSorted());
  expect(await find('alvin')).toEqual(['Alvin Slater']);
});

it('takes an apostrophe for the end of a syllable', async () => {
  const find = await anEngineWith('先进五金', '西安大雁塔商贸', '新西安饭店', '先安', '常安', 'Siân O’Connor');
  for (const text of ["xi'an", 'xi’an', "xi'anda", "xi'a"]) expect((await find(text))[0], text).toBe('西安大雁塔商贸');
  expect(await find("xi'andayanta")).toEqual(['西安大雁塔商贸']);
  expect((await find("xi'an")).slice(0, 2)).toEqual(['西安大雁塔商贸', '新西安饭店']);
  expect(await find("chang'an")).toEqual(['常安']);
  expect(await find("xin西'an")).toEqual(['新西安饭店']);
  for (const text of ["o'connor", 'o’connor', 'oconnor', "sian o'c"])
    expect(await find(text)).toEqual(['Siân O’Connor']);
});

it('finds Lü as passports write it', async () => {
  const find = await anEngineWith('吕方', '林雨', '鲁方');
  for (const text of ['lüfang', 'lyufang', 'lyu fang']) expect((await find(text))[0], text).toBe('吕方');
  expect(await find('linyu')).toEqual(['林雨']);
});

it('puts the own reading of a surname before others of the same character', async () => {
  const find = await anEngineWith('单国强', '昌平', '查良镛', '常青');
  expect((await find('chang'))[0]).toBe('昌平');
  expect((await find('cha')).slice(0, 2).toSorted()).toEqual(['常青', '昌平'].toSorted());
  for (const text of ['shan', 'dan', 'shanguoqiang', 'danguoqiang', 'dgq'])
    expect(await find(text)).toEqual(['单国强']);
});

it('seeks nobody by a reading that no name has', async () => {
  const find = await anEngineWith('蒋文', '王国强', '孙丽', '荀彧');
  expect(await find('jiang')).toEqual(['蒋文']);
  expect(await find('xun')).toEqual(['荀彧']);
});

it('marks the characters that a reading spells, whichever it is and whatever signs stand between them', async () => {
  const { engine } = await new Machine().openEngine();
  await engine.commit('import/customers', [
    putCustomer({ id: 'c1', name: '单国强' }),
    putCustomer({ id: 'c2', name: '张三', organization: '佳境（杭州）园林 CQ 重庆店' }),
  ]);
  const marked = async (text: string) => {
    const match = (await engine.search(text, 1))[0]?.match;
    return match?.ranges.map(([from, to]) => match.text.slice(from, to));
  };
  expect(await marked('shangq')).toEqual(['单国强']);
  expect(await marked('shan')).toEqual(['单']);
  expect(await marked('dan')).toEqual(['单']);
  expect(await marked('danguo')).toEqual(['单国']);
  expect(await marked('hangzhou')).toEqual(['杭州']);
  expect(await marked('yuanlin')).toEqual(['园林']);
});

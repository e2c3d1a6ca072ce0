import { messages, type MessageKey } from '#shared/i18n/messages.ts';
import type { SheetLayout } from '#shared/print/sheet-layouts.ts';
import { reportFailure } from '../../display/report-failure.ts';
import type { Engine } from '../../engine/client-types.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import { useListState } from '../../features/customers/list-state.ts';
import { openHistory } from '../../state/history-panel.ts';
import {
  navigate,
  screenIds,
  useNavigation,
  type RailId,
  type SettingsPart,
  type Target,
} from '../../state/navigation.ts';
import { changePreferences, usePreferences } from '../../state/preferences.ts';
import { toggleCurtain } from '../curtain.tsx';
import { lockNow } from '../session/session.ts';
import { redoNewest, undoNewest } from '../shell/use-shell-shortcuts.ts';
import type { Findable } from './match-command.ts';

export interface Command extends Findable {
  id: string;
  group: 'go' | 'do' | 'lists';
  /** As it is shown. */
  label: string;
  keys?: string | undefined;
  run: () => void;
}

/** Pinyin and initials of the screens' Chinese names. */
const screenPinyin: Record<RailId, string> = {
  today: 'jinri jr',
  customers: 'kehu kh',
  calendar: 'rili rl',
  classes: 'fenlei fl',
  data: 'shuju sj',
  safety: 'anquan aq',
  settings: 'shezhi sz',
};

/** Pinyin and initials of the parts of the settings; the one for trades is an action. */
const partPinyin: Record<Exclude<SettingsPart, 'general' | 'starters'>, string> = {
  fields: 'ziduan zd zidingyiziduan',
  tags: 'biaoqian bq',
  words: 'cibiao cb zidian',
  card: 'kapian kp buju',
};

/** Pinyin and initials of what customers are printed as. */
const paperPinyin: Record<SheetLayout, string> = {
  list: 'dayin dy dayinkehu dykh mingdan md 打印 打印名单 print printlist',
  labels: 'dizhibiaoqian dzbq biaoqian 标签 打印标签 打印地址标签 dybq printlabels',
  envelopes: 'xinfeng xf 打印信封 dyxf printenvelopes',
  pocket: 'koudaimingdan kdmd 打印口袋名单 printpocketlist',
  route: 'baifangluxian bflx luxian 路线 打印路线 打印拜访路线 dylx printroute',
};

function wordsOf(label: MessageKey, pinyin: string): string[] {
  return [...messages[label], ...pinyin.split(' ')];
}

function goTo(target: Target): () => void {
  return () => {
    navigate(target);
  };
}

/** For the customer whose card is open, otherwise for somebody to be named. */
function sell(): void {
  const { openId } = useListState.getState();
  const isShown = useNavigation.getState().target.screen === 'customers';
  navigate({ screen: 'customers', intent: 'sale', ...(isShown && openId !== null && { customerId: openId }) });
}

function prefer(patch: Parameters<typeof changePreferences>[0]): () => void {
  return () => {
    changePreferences(patch).catch(reportFailure);
  };
}

/** Everything that can be done from anywhere. */
export function listCommands(engine: Engine, t: Translate, showShortcuts: () => void): Command[] {
  const action = (label: MessageKey, pinyin: string, run: () => void, keys?: string): Command => ({
    id: label,
    group: 'do',
    label: t(label),
    names: messages[label],
    words: wordsOf(label, pinyin),
    run,
    keys,
  });
  const { language } = usePreferences.getState();
  const screens = screenIds.flatMap((id, index): Command[] => {
    const label = `nav.${id}` as const;
    const keys = `Alt+${String(index + 1)}`;
    return [
      {
        id: label,
        group: 'go',
        label: t(label),
        names: messages[label],
        words: wordsOf(label, screenPinyin[id]),
        keys,
        run: goTo({ screen: id }),
      },
    ];
  });
  return [
    action('palette.newCustomer', 'xinkehu xkh xinjian new', goTo({ screen: 'customers', intent: 'new' }), 'N'),
    action('palette.log', 'jilulianxi jllx log', goTo({ screen: 'today', intent: 'log' })),
    action('order.new', 'jixiaoshou jxs xiaoshou xs jiyibi 销售 记一笔销售 开单 kaidan kd 卖货 order sell', sell, 'S'),
    action('palette.import', 'daoruwenjian daoru dr drwj', goTo({ screen: 'data', intent: 'import' })),
    action('palette.backup', 'lijibeifen beifen bf ljbf', goTo({ screen: 'safety', intent: 'backup' })),
    action('shortcuts.lock', 'lijisuoding suoding sd ljsd', () => void lockNow(), 'Mod+Shift+L'),
    action(
      'palette.introductions',
      'jieshaoguanxi jsgx jieshaoren introductions referrals',
      goTo({ screen: 'customers', intent: 'introductions' }),
    ),
    action('palette.merge', 'hebingkehu hb hbkh merge duplicates', goTo({ screen: 'customers', intent: 'merge' })),
    action('palette.export', 'daochukehu daochu dc dckh export', goTo({ screen: 'customers', intent: 'export' })),
    ...(Object.keys(paperPinyin) as (keyof typeof paperPinyin)[]).map((printAs): Command => {
      const label = `print.layout.${printAs}` as const;
      return {
        id: label,
        group: 'do',
        label: t('palette.printAs', { layout: t(label) }),
        names: messages[label],
        words: wordsOf(label, paperPinyin[printAs]),
        run: goTo({ screen: 'customers', intent: 'print', printAs }),
      };
    }),
    action(
      'filters.edit',
      'bianjitiaojian bjtj shaixuan sx 筛选 filter',
      goTo({ screen: 'customers', intent: 'filter' }),
      'F',
    ),
    action(
      'palette.ask',
      'qingkehuhedui qkhhd hedui hd ziliaohedui check details',
      goTo({ screen: 'customers', intent: 'ask' }),
    ),
    action('palette.reply', 'duqukehuhuifu dqkhhf huifu hf reply', goTo({ screen: 'customers', intent: 'reply' })),
    action(
      'starters.title',
      'hangyeqibubao hyqbb hangye hy trade starter',
      goTo({ screen: 'settings', part: 'starters' }),
    ),
    action(
      'palette.duplicates',
      'chazhaochongfu czcf chongfukehu duplicates',
      goTo({ screen: 'data', intent: 'duplicates' }),
    ),
    action(
      'checkUp.start',
      'kaishiheshi kshs ziliaoheshi zlhs jidutijian jdtj 季度体检 check-up sweep',
      goTo({ screen: 'check-up' }),
    ),
    action('gaps.title', 'tianbuqueshi tbqs buziliao bzl quziliao missing gaps', goTo({ screen: 'gaps' })),
    ...screens,
    ...(Object.keys(partPinyin) as (keyof typeof partPinyin)[]).map((part): Command => {
      const label = `settings.part.${part}` as const;
      return {
        id: label,
        group: 'go',
        label: t('palette.setting', { part: t(label) }),
        names: messages[label],
        words: wordsOf(label, partPinyin[part]),
        run: goTo({ screen: 'settings', part }),
      };
    }),
    action(
      'trust.bin',
      'huishouzhan hsz 已删除 yishanchu bin trash deleted',
      goTo({ screen: 'safety', intent: 'bin' }),
    ),
    action('palette.restore', 'congbeifenhuifu huifu hf', goTo({ screen: 'safety', intent: 'restore' })),
    action('palette.paperKey', 'zhizhimiyao zzmy', goTo({ screen: 'safety', intent: 'paper-key' })),
    action('shortcuts.undo', 'chexiao cx', () => void undoNewest(engine), 'Mod+Z'),
    action('shortcuts.redo', 'chongzuo cz', () => void redoNewest(engine), 'Mod+Shift+Z'),
    action('history.all', 'quanbugaidong gaidong lishi ls gd jilu history', openHistory, 'Mod+Shift+H'),
    action('shortcuts.curtain', 'zhezhupingmu zz zzpm', toggleCurtain, 'F9'),
    action('shortcuts.help', 'kuaijiejian kjj', showShortcuts, '?'),
    action('palette.theme.light', 'qianse qs', prefer({ theme: 'light' })),
    action('palette.theme.dark', 'shense ss', prefer({ theme: 'dark' })),
    action('palette.theme.system', 'gensuixitong gsxt', prefer({ theme: 'system' })),
    action(
      'palette.language',
      'english yingwen yw zhongwen zw yuyan yy language 中文',
      prefer({ language: language === 'en' ? 'zh-CN' : 'en' }),
    ),
  ];
}

import type { Language, Sentences } from '#shared/i18n/catalogue.ts';

/** What `npm start` says on the terminal. */
const sentences = {
  building: ['正在构建客簿……', 'Building Kebu…'],
  'build-failed': ['客簿没有构建成功：', 'Kebu could not be built:'],
  'fetching-electron': ['正在获取 Electron……', 'Fetching Electron…'],
  'installing-browser': ['正在安装 Debian 的 chromium……', 'Installing Debian’s chromium…'],
  'stand-in': [
    '这台电脑上没有 Electron，客簿改在浏览器窗口（{browser}）里打开：同样的界面和数据，不联网，不开端口。',
    'Electron is not on this machine, so Kebu opens in a window of {browser}: the same screens and data, no network, no port.',
  ],
  'no-display': [
    '这里没有屏幕（DISPLAY 和 WAYLAND_DISPLAY 都没有设置），窗口打不开；不需要屏幕的演示请运行 npm run demo。',
    'There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open; npm run demo shows Kebu without one.',
  ],
  'no-browser': [
    '这台电脑上没有 Electron，也没有 Chrome、Edge 或 Chromium；装一个再试，或用 KEBU_BROWSER 指出它在哪里。',
    'Neither Electron nor Chrome, Edge or Chromium is on this machine; install one and try again, or name it in KEBU_BROWSER.',
  ],
  'old-browser': [
    '{browser} 太旧了（第 {found} 版），客簿需要第 {needed} 版或更新的。',
    '{browser} is too old (version {found}); Kebu needs version {needed} or newer.',
  ],
  'already-open': [
    '客簿已经开着，正在使用 {folder}；请回到那个窗口。',
    'Kebu is already open and uses {folder}; go back to its window.',
  ],
  'default-folder': [
    '这台电脑上没有可用的选择窗口，已用默认文件夹 {folder}。',
    'This machine has no dialog to choose with, so the folder {folder} is used.',
  ],
} as const satisfies Sentences;

export type SentenceKey = keyof typeof sentences;

/** One of them, in the user's language. */
export function tell(
  language: Language,
  key: SentenceKey,
  data: Readonly<Record<string, string | number>> = {},
): string {
  const sentence: string = sentences[key][language === 'zh-CN' ? 0 : 1];
  return sentence.replace(/\{(\w+)\}/g, (_match, name: string) => String(data[name]));
}
